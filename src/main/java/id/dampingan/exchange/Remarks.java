package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.sheet.WorkbookHeader;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The remarks of people on answers of each other, for those who read them in a workbook: as
/// comments of cells, and as lines of `Catatan Bappeda`.
final class Remarks {
  /// The form whose records are remarks.
  static final String FORM = "catatan";

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<UUID, Map<String, String>> byRow = new HashMap<>();
  private final List<StoredRow> all = new ArrayList<>();
  private final ZoneId zone;

  private Remarks(ZoneId zone) {
    this.zone = zone;
  }

  static Remarks of(Store store, ZoneId zone) {
    Remarks remarks = new Remarks(zone);
    if (store.form(FORM).isPresent()) {
      store.each(
          Selection.LIVE.ofForm(FORM),
          row -> {
            if (UUID_TEXT.matcher(row.value("rekaman")).matches()) {
              remarks.all.add(row);
            }
          });
      remarks.all.sort(
          Comparator.comparing(StoredRow::changedAt)
              .thenComparing(row -> row.submission().uuid().toString()));
      remarks.all.forEach(row ->
          remarks
              .byRow
              .computeIfAbsent(UUID.fromString(row.value("rekaman")), _ -> new HashMap<>())
              .merge(row.value("pertanyaan"), sentence(row), (a, b) -> a + "\n" + b));
    }
    return remarks;
  }

  /// What a remark answers to the form that remarks are made on.
  ///
  /// @param field empty: the record as a whole
  static Map<String, String> answers(
      UUID row, String form, String field, String text, String from) {
    return Map.of(
        "rekaman", row.toString(),
        "formulir", form,
        "pertanyaan", field,
        "isi", text,
        "dari", from);
  }

  /// The remarks on a row by question; on the row as a whole under the empty text.
  Map<String, String> on(UUID row) {
    return byRow.getOrDefault(row, Map.of());
  }

  /// The lines of `Catatan Bappeda` about the rows of these forms.
  ///
  /// @param villages only rows of these, empty: of every village
  List<WorkbookHeader.Notice> notices(
      Store store, List<Form> forms, Set<String> villages, Texts texts) {
    List<WorkbookHeader.Notice> notices = new ArrayList<>();
    for (Form form : forms) {
      List<StoredRow> said =
          all.stream().filter(remark -> remark.value("formulir").equals(form.id())).toList();
      Map<UUID, String> names = said.isEmpty() ? Map.of() : names(store, form, said, villages);
      for (StoredRow remark : said) {
        String name = names.get(UUID.fromString(remark.value("rekaman")));
        if (name != null) {
          notices.add(
              new WorkbookHeader.Notice(
                  LocalDate.ofInstant(remark.changedAt(), zone).toString(),
                  texts.get("notices.remark"),
                  about(remark, name, form, texts.language()),
                  sentence(remark)));
        }
      }
    }
    return notices;
  }

  /// The rows by what tells them apart, their key answers.
  private static Map<UUID, String> names(
      Store store, Form form, List<StoredRow> remarks, Set<String> villages) {
    Set<UUID> uuids = new HashSet<>();
    remarks.forEach(remark -> uuids.add(UUID.fromString(remark.value("rekaman"))));
    Map<UUID, String> names = new HashMap<>();
    for (FormTable table : form.tables()) {
      store
          .rows(table.name(), uuids)
          .forEach((uuid, row) -> {
            if (villages.isEmpty() || villages.contains(row.village())) {
              names.put(
                  uuid,
                  table.keys().stream()
                      .map(key -> row.value(key.name()))
                      .filter(value -> !value.isEmpty())
                      .collect(Collectors.joining(" ")));
            }
          });
    }
    return names;
  }

  private static String about(StoredRow remark, String name, Form form, String language) {
    String question = remark.value("pertanyaan");
    String label =
        form.tables().stream()
            .flatMap(table -> table.field(question).stream())
            .findFirst()
            .map(Field::label)
            .map(words -> words.in(language))
            .orElse(question);
    return Stream.of(form.title().in(language), name, label)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String sentence(StoredRow remark) {
    String from = remark.value("dari");
    return from.isEmpty() ? remark.value("isi") : from + ": " + remark.value("isi");
  }
}
