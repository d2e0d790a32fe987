package id.dampingan.report.paper;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.Sensitivity;
import id.dampingan.programme.Pack;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FieldType;
import id.dampingan.text.Masking;
import id.dampingan.text.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the store knows, in people's words and in one language: records of a village, names for
/// codes, answers as they are read.
final class Archive {
  private final Store store;
  private final Texts texts;
  private final boolean revealed;
  private final Map<String, Map<String, Choice>> byCode = new HashMap<>();
  private final Map<String, String> districts;

  /// @param revealed whether numbers of persons are shown whole
  Archive(Store store, Pack pack, String language, boolean revealed) {
    this.store = store;
    this.texts = Texts.of(language);
    this.revealed = revealed;
    this.districts = pack.districts();
  }

  Store store() {
    return store;
  }

  Texts texts() {
    return texts;
  }

  String language() {
    return texts.language();
  }

  boolean isRevealed() {
    return revealed;
  }

  /// The live records of a table in a village, or everywhere if the village is the empty text.
  List<StoredRow> rows(String table, String village) {
    List<StoredRow> rows = new ArrayList<>();
    if (store.form(Form.idOf(table)).isPresent()) {
      Selection live = Selection.LIVE.ofTable(table);
      store.each(village.isEmpty() ? live : live.inVillages(Set.of(village)), rows::add);
    }
    return rows;
  }

  /// A village's facts: `kode`, `desa` (its name), `kecamatan`, `sebutan` (Desa or Kelurahan),
  /// `pemimpin` (its head's office).
  Facts village(String code) {
    Choice found = items("desa", "kode").get(code);
    String name = found == null ? "" : property(found, "nama");
    boolean urban =
        found == null
            ? code.length() > 9 && code.charAt(9) == '1'
            : property(found, "jenis").equals("kelurahan");
    String district = districts.getOrDefault(code.substring(0, Math.min(8, code.length())), "");
    return Facts.of("kode", code)
        .with("desa", name.isEmpty() ? code : name)
        .with("kecamatan", district)
        .with("desabesar", (name.isEmpty() ? code : name).toUpperCase(Locale.of("id", "ID")))
        .with("kecamatanbesar", district.toUpperCase(Locale.of("id", "ID")))
        .with("pemerintah", urban ? "KELURAHAN" : "PEMERINTAH DESA")
        .with("sebutan", urban ? "Kelurahan" : "Desa")
        .with("pemimpin", urban ? "Lurah" : "Kepala Desa");
  }

  /// The properties of an agency by its code: `nama`, `alamat`, …; empty if it is unknown.
  Map<String, String> agency(String code) {
    for (Choice item : store.lists().items("opd")) {
      if (code.equals(item.value()) || code.equals(item.properties().get("kode_opd"))) {
        return item.properties();
      }
    }
    return Map.of();
  }

  /// The label of an item of a list from outside, or the code.
  String name(String list, String code) {
    Choice item = items(list, "name").get(code);
    return item == null ? code : item.label().in(language());
  }

  /// The labels of several items, separated by `; `.
  String names(String list, String codes) {
    return codes.isEmpty()
        ? ""
        : Arrays.stream(codes.split(" "))
            .map(code -> name(list, code))
            .collect(Collectors.joining("; "));
  }

  /// A record's answer in words; the empty text for none.
  String value(StoredRow row, String field) {
    Form form =
        store
            .form(Form.idOf(row.submission().form()), row.submission().formVersion())
            .or(() -> store.form(Form.idOf(row.submission().form())))
            .orElse(null);
    Field definition =
        form == null
            ? null
            : form.table(row.submission().form()).flatMap(table -> table.field(field)).orElse(null);
    String value = row.value(field);
    return form == null || definition == null ? value : value(form, definition, value);
  }

  /// A value in words: labels, dates, numbers as they are written here; numbers of persons masked.
  String value(Form form, Field field, String value) {
    if (value.isEmpty()) {
      return "";
    }
    if (field.sensitivity() == Sensitivity.SPECIFIC && !revealed) {
      return texts.get("paper.withheld");
    }
    return switch (field.type()) {
      case SELECT_ONE -> choice(form, field, value);
      case SELECT_MULTIPLE, RANK ->
          Arrays.stream(value.split(" "))
              .map(code -> choice(form, field, code))
              .collect(Collectors.joining("; "));
      case DATE -> date(value);
      case INTEGER, DECIMAL -> number(field, value);
      case IMAGE, AUDIO, VIDEO, FILE -> texts.get("value.file");
      case GEOPOINT -> point(value);
      case ACKNOWLEDGE -> texts.get("paper.ok");
      default ->
          field.derived()
              ? computed(form, field, value)
              : field.number().isEmpty() ? value : number(value);
    };
  }

  /// What the form computed: a number, or a code of the list of the same name.
  private String computed(Form form, Field field, String value) {
    if (value.matches("-?[0-9]+([.][0-9]+)?")) {
      return number(field, value);
    }
    return form.choices().getOrDefault(field.name(), List.of()).stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .map(choice -> choice.label().in(language()))
        .orElse(value);
  }

  /// An official number of a person, masked unless a reason was given.
  String number(String digits) {
    // One number never falls upon two lines.
    return (revealed ? Masking.grouped(digits) : Masking.number(digits)).replace(' ', '\u00a0');
  }

  /// The choices of a question's list in the form's order; of a list from outside none.
  static List<Choice> choices(Form form, Field field) {
    String list = field.list();
    return list == null || field.listFromFile()
        ? List.of()
        : form.choices().getOrDefault(list, List.of());
  }

  String choice(Form form, Field field, String code) {
    String list = field.list();
    if (list == null) {
      return code;
    }
    if (field.listFromFile()) {
      Choice item = items(list, field.parameters().getOrDefault("value", "name")).get(code);
      return item == null ? code : item.label().in(language());
    }
    return choices(form, field).stream()
        .filter(choice -> choice.value().equals(code))
        .findFirst()
        .map(choice -> choice.label().in(language()))
        .orElse(code);
  }

  /// `3 September 2026`, or the text as it is.
  String date(String value) {
    LocalDate day = day(value);
    return day == null ? value : texts.date(day);
  }

  /// `3 Sep 2026`, or the text as it is.
  String shortDate(String value) {
    LocalDate day = day(value);
    return day == null ? value : texts.shortDate(day);
  }

  static @Nullable LocalDate day(String value) {
    try {
      return value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private String number(Field field, String value) {
    try {
      return field.type() == FieldType.INTEGER && field.name().contains("tahun")
          ? value
          : texts.decimal(Double.parseDouble(value), 4);
    } catch (NumberFormatException _) {
      return value;
    }
  }

  /// `Rp 36.000.000`, or the empty text.
  String rupiah(String value) {
    try {
      return value.isEmpty() ? "" : "Rp " + texts.decimal(Double.parseDouble(value), 0);
    } catch (NumberFormatException _) {
      return value;
    }
  }

  private static String point(String value) {
    String[] parts = value.split(" ");
    return parts.length < 2 ? value : parts[0] + ", " + parts[1];
  }

  private Map<String, Choice> items(String list, String property) {
    return byCode.computeIfAbsent(
        list + '@' + property,
        _ -> {
          Map<String, Choice> items = new LinkedHashMap<>();
          for (Choice item : store.lists().items(list)) {
            items.putIfAbsent(item.value(), item);
            items.put(item.properties().getOrDefault(property, item.value()), item);
          }
          return items;
        });
  }

  private static String property(Choice item, String name) {
    return Objects.requireNonNullElse(item.properties().get(name), "");
  }
}
