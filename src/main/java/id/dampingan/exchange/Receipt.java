package id.dampingan.exchange;

import id.dampingan.submission.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a workspace says of a workbook that it took in.
///
/// @param file its name as it came
/// @param at when it was taken
/// @param by who says so, as people read it
/// @param writer of the workspace that says so
/// @param rows how many rows the workbook says it has
/// @param read how many were read
/// @param held how many of them wait
/// @param photos how many photos it says went along
/// @param photosRead how many came
/// @param code says the same in ten characters
public record Receipt(
    String workbook,
    String file,
    Instant at,
    String by,
    String writer,
    int rows,
    int read,
    int held,
    int photos,
    int photosRead,
    ReceiptCode code) {
  private static final String MARK = "DTT1";
  private static final Pattern TEXT =
      Pattern.compile("\\b" + MARK + "\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

  /// A receipt with what its signature is of.
  ///
  /// @param said the signed text
  record Signed(Receipt receipt, String said, byte[] signature) {}

  ReceiptCode.Arrival arrival() {
    return new ReceiptCode.Arrival(held, read < rows, photosRead < photos);
  }

  /// One line: `DTT1.`, the JSON and its signature, both in URL-safe base64.
  String signedText(Signing signing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workbook", workbook);
    json.put("file", file);
    json.put("at", at.toString());
    json.put("by", by);
    json.put("writer", writer);
    json.put("rows", rows);
    json.put("read", read);
    json.put("held", held);
    json.put("photos", photos);
    json.put("photosRead", photosRead);
    json.put("code", code.text());
    String said = base64(Json.write(json).getBytes(StandardCharsets.UTF_8));
    return MARK + "." + said + "." + base64(signing.sign(said));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Every receipt in a text; what cannot be read is none.
  static List<Signed> in(String text) {
    List<Signed> found = new ArrayList<>();
    Matcher each = TEXT.matcher(text);
    while (each.find()) {
      read(each.group(1), each.group(2)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Signed> read(String said, String signature) {
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      Object json = Json.read(new String(decoder.decode(said), StandardCharsets.UTF_8));
      if (!(json instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      Optional<ReceiptCode> code = ReceiptCode.typed(text(map, "code"));
      return code.map(of ->
          new Signed(
              new Receipt(
                  text(map, "workbook"),
                  text(map, "file"),
                  Instant.parse(text(map, "at")),
                  text(map, "by"),
                  text(map, "writer"),
                  number(map, "rows"),
                  number(map, "read"),
                  number(map, "held"),
                  number(map, "photos"),
                  number(map, "photosRead"),
                  of),
              said,
              decoder.decode(signature)));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static String text(Map<?, ?> json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }

  private static int number(Map<?, ?> json, String name) {
    return json.get(name) instanceof Long number ? Math.toIntExact(number) : 0;
  }
}
