package id.dampingan.sheet;

import java.util.ArrayList;
import java.util.List;

/// The lines of `_meta` that make up a waybill; what is no number there says nothing.
final class WaybillLines {
  private String key = "";
  private int rows;
  private int photos;
  private String packageId = "";
  private int part = 1;
  private int parts = 1;
  private String signer = "";
  private String recipient = "";
  private final List<String> receipts = new ArrayList<>();

  /// Whether the line is one of a waybill's.
  boolean take(List<String> line) {
    String first = Contents.at(line, 1);
    switch (Contents.at(line, 0)) {
      case "receipt_key" -> key = first;
      case "rows" -> rows = number(first, 0);
      case "photos" -> photos = number(first, 0);
      case "part" -> {
        int number = number(Contents.at(line, 2), 1);
        int of = number(Contents.at(line, 3), 1);
        if (number >= 1 && number <= of) {
          packageId = first;
          part = number;
          parts = of;
        }
      }
      case "signer" -> signer = first;
      case "recipient" -> recipient = first;
      case "receipt" -> receipts.add(first);
      default -> {
        return false;
      }
    }
    return true;
  }

  Waybill read() {
    return new Waybill(key, rows, photos, packageId, part, parts, signer, recipient, receipts);
  }

  private static int number(String text, int otherwise) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
