package id.dampingan.exchange;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.Decision;
import id.dampingan.store.Store;
import id.dampingan.submission.Submission;
import id.dampingan.text.Masking;
import id.dampingan.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// "Diputuskan oleh …": who decided a value that is exported and what was set aside, for the comment
/// of its cell. A comment is no value: nothing of it is read back.
final class Decided {
  private final Store store;
  private final Texts texts;
  private final ZoneId zone;
  private final Map<UUID, List<Decision>> decisions;
  private final Map<String, Map<String, String>> labels = new HashMap<>();

  Decided(Office office) {
    this.store = office.store();
    this.texts = Texts.of(office.language());
    this.zone = office.clock().getZone();
    this.decisions = store.past().decisions();
  }

  /// The remarks on a row with what was decided in it, by field.
  Map<String, String> with(
      Map<String, String> remarks, Submission submission, Form form, FormTable table) {
    List<Decision> made = decisions.get(submission.uuid());
    if (made == null) {
      return remarks;
    }
    Map<String, String> all = new HashMap<>(remarks);
    Map<String, String> latest = new HashMap<>();
    for (Decision each : made) {
      if (each.holds(submission)) {
        latest.put(each.field(), sentence(each, form, table));
      }
    }
    latest.forEach((field, text) -> all.merge(field, text, (a, b) -> a + "\n" + b));
    return all;
  }

  private String sentence(Decision decision, Form form, FormTable table) {
    String lost =
        decision.lost().stream()
            .map(value -> shown(value, form, table.field(decision.field()).orElse(null)))
            .collect(Collectors.joining("; "));
    return texts.get(
        "decided.comment",
        decision.who(),
        texts.shortDate(LocalDate.ofInstant(decision.at(), zone)),
        lost);
  }

  private String shown(String value, Form form, @org.jspecify.annotations.Nullable Field field) {
    if (value.isEmpty()) {
      return texts.get("decided.empty");
    }
    if (field == null) {
      return value;
    }
    if (!field.number().isEmpty()) {
      return Masking.number(value);
    }
    String list = field.list();
    if (list == null) {
      return value;
    }
    Map<String, String> known =
        labels.computeIfAbsent(form.id() + " " + list, _ -> labels(form, field, list));
    return Arrays.stream(value.split(" "))
        .map(code -> known.getOrDefault(code, code))
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> labels(Form form, Field field, String list) {
    List<Choice> choices =
        field.listFromFile()
            ? store.lists().items(list)
            : form.choices().getOrDefault(list, List.of());
    Map<String, String> found = new HashMap<>();
    choices.forEach(each -> found.put(each.value(), each.label().in(texts.language())));
    return found;
  }
}
