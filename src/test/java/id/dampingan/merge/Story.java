package id.dampingan.merge;

import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Plays a line of the truth table.
///
/// Places are `M` (master), `O` and `P` (laptops); sheets have small names; `r` is the record that
/// all know from the start, with f=a and g=a. Steps:
///
///     M f=b g=c          an edit of r          M q: f=b           an edit of q
///     M new q f=b        a new record q        M decide f=c       a decision
///     M delete / restore / undo -1 / withdraw -1 / purge / save / load / newwriter
///     M split q z f=b    z is split off q: all changes whose live value of f is b
///     O>M                O exports, M reads    O>s  s>M           the same through a kept sheet
///     s f=x / s q: f=x   a hand edit           s -f               column f is cut
///     s copy f=x         r's row copied        s retype           copies become typed rows
///     s damage           hidden cells of r     s type q k=1 f=z   a typed row (`q/form`, `q/form/parent`)
final class Story {
  final SortedMap<String, Place> places = new TreeMap<>();
  final Map<String, Paper> sheets = new HashMap<>();
  private final Map<String, UUID> names = new LinkedHashMap<>();
  private final Map<String, Place> saved = new HashMap<>();
  private final Map<String, List<Outcome>> counts = new HashMap<>();
  private int fresh;

  Story() {
    places.put("M", new Place("Mmmmmmmm", Place.TRUE));
    places.put("O", new Place("Looooooo", Place.TRUE));
    places.put("P", new Place("Lppppppp", Place.TRUE));
    UUID base = uuid("r");
    place("M").make(base, "kform", Map.of("k", "r", "f", "a", "g", "a"));
    step("M>O");
    step("M>P");
    counts.clear();
  }

  static Map<String, String> tell(String steps, String expected) {
    Story story = new Story();
    for (String step : steps.split(";")) {
      story.step(step.strip());
    }
    Map<String, String> seen = new TreeMap<>();
    for (String question : expected.split(";")) {
      String asked = question.strip();
      int equals = asked.indexOf('=');
      seen.put(asked.substring(0, equals), story.answer(asked.substring(0, equals)));
    }
    return seen;
  }

  static Map<String, String> expected(String expected) {
    Map<String, String> wanted = new TreeMap<>();
    for (String answer : expected.split(";")) {
      int equals = answer.indexOf('=');
      wanted.put(answer.substring(0, equals).strip(), answer.substring(equals + 1).strip());
    }
    return wanted;
  }

  void step(String step) {
    if (step.isEmpty()) {
      return;
    }
    int arrow = step.indexOf('>');
    if (arrow > 0 && !step.contains(" ")) {
      carry(step.substring(0, arrow), step.substring(arrow + 1));
      return;
    }
    String[] words = step.split(" ");
    String actor = words[0];
    List<String> rest = Arrays.asList(words).subList(1, words.length);
    if (places.containsKey(actor)) {
      act(actor, rest);
    } else {
      write(sheets.computeIfAbsent(actor, Paper::new), rest);
    }
  }

  private void carry(String from, String to) {
    Paper paper = places.containsKey(from) ? place(from).export("wb" + fresh++) : sheet(from);
    if (places.containsKey(to)) {
      counts.put(to, place(to).read(paper));
    } else {
      sheets.put(to, paper.copy());
    }
  }

  private void act(String name, List<String> words) {
    Place place = place(name);
    String verb = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    switch (verb) {
      case "new" -> place.make(uuid(rest.getFirst()), "kform", values(rest));
      case "decide" -> place.decide(subject(rest), values(rest));
      case "delete" -> place.delete(subject(rest));
      case "restore" -> place.restore(subject(rest));
      case "purge" -> place.purge(subject(rest));
      case "undo" -> place.undo(place.batches.size() + Integer.parseInt(rest.getFirst()));
      case "withdraw" -> place.withdraw(place.batches.size() + Integer.parseInt(rest.getFirst()));
      case "save" -> saved.put(name, place.copy());
      case "load" -> place.become(java.util.Objects.requireNonNull(saved.get(name)));
      case "newwriter" -> place.writer = place.writer + "2";
      case "split" -> split(place, rest);
      default -> place.edit(subject(words), values(words));
    }
  }

  private void split(Place place, List<String> words) {
    Submission record = place.record(uuid(words.getFirst()));
    Map.Entry<String, String> choice = values(words).entrySet().iterator().next();
    Set<Dot> chosen = new TreeSet<>();
    record
        .register(choice.getKey())
        .live()
        .forEach((dot, value) -> {
          if (value.equals(choice.getValue())) {
            chosen.add(dot);
          }
        });
    names.put(words.get(1), id.dampingan.submission.Digest.splitUuid(record.uuid(), chosen));
    place.split(record.uuid(), chosen);
  }

  private void write(Paper paper, List<String> words) {
    String verb = words.getFirst();
    if (verb.equals("type")) {
      String[] what = words.get(1).split("/");
      Paper.Row row = paper.type(what.length > 1 ? what[1] : "kform", values(words));
      row.parent = what.length > 2 ? uuid(what[2]) : null;
      names.put(what[0], paper.read().getLast().uuid());
    } else if (verb.equals("copy")) {
      Paper.Row copy = paper.row(uuid("r")).copy();
      copy.cells.putAll(values(words));
      paper.rows.add(copy);
    } else if (verb.equals("retype")) {
      Paper.Row last = paper.rows.removeLast();
      paper.rows.add(last.typedAgain());
      names.put(words.get(1), paper.read().getLast().uuid());
    } else if (verb.equals("damage")) {
      paper.row(uuid("r")).damaged = true;
    } else if (verb.startsWith("-")) {
      paper.cut(verb.substring(1));
    } else {
      paper.row(subject(words)).cells.putAll(values(words));
    }
  }

  /// `M f`, `M q f`, `M q` (live, deleted, none), `M held`, `M counts`, `M records`, `M left`,
  /// `M conflicts`.
  private String answer(String question) {
    String[] words = question.split(" ");
    Place place = place(words[0]);
    return switch (words[1]) {
      case "held" -> heldFields(place);
      case "counts" ->
          String.join(
              ",",
              counts.getOrDefault(words[0], List.of()).stream()
                  .map(outcome -> outcome.name().toLowerCase(java.util.Locale.ROOT))
                  .toList());
      case "records" -> Integer.toString(place.records.size() - 1);
      case "left" ->
          String.join(
              ",",
              place.untouched.stream()
                  .map(each -> each.field().isEmpty() ? "record" : each.field())
                  .toList());
      default ->
          names.containsKey(words[1])
              ? of(place.records.get(uuid(words[1])), words.length > 2 ? words[2] : "")
              : of(place.records.get(uuid("r")), words[1]);
    };
  }

  private static String of(@org.jspecify.annotations.Nullable Submission record, String field) {
    if (record == null) {
      return "none";
    }
    return switch (field) {
      case "" -> record.isDeleted() ? "deleted" : "live";
      case "t" -> Paper.computed(record.values());
      case "conflicts" -> String.join(",", record.conflicts().keySet());
      case "shown" -> record.value("f");
      default ->
          Place.shown(record.register(field.equals("deletion") ? SystemField.DELETED : field));
    };
  }

  private static String heldFields(Place place) {
    return String.join(
        ",", new TreeSet<>(place.held.stream().map(text -> text.split(" ")[0]).toList()));
  }

  private UUID subject(List<String> words) {
    return !words.isEmpty() && words.getFirst().endsWith(":")
        ? uuid(words.getFirst().substring(0, words.getFirst().length() - 1))
        : uuid("r");
  }

  private static Map<String, String> values(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : new ArrayList<>(words)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return values;
  }

  private UUID uuid(String name) {
    return names.computeIfAbsent(
        name,
        text -> UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private Place place(String name) {
    return java.util.Objects.requireNonNull(places.get(name), name);
  }

  private Paper sheet(String name) {
    return java.util.Objects.requireNonNull(sheets.get(name), name);
  }
}
