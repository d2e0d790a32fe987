package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A form of random questions, groups and repeats whose rules read what was asked before.
final class RandomForm {
  private static final List<String> CODES = List.of("a", "b", "c", "d");

  private final Random random;
  private final StringBuilder survey =
      new StringBuilder(
          """
          | survey |
          | | type | name | label | required | relevant | constraint | calculation | choice_filter |
          """);

  /// What was asked before: a question, and the repeats around it from outside in.
  private final List<Known> known = new ArrayList<>();

  /// Either names of choices or filters: asking for a name, JavaRosa takes away an answer that the
  /// filter does not leave, which ours keeps and tells.
  private final boolean names;

  private final List<String> repeats = new ArrayList<>();
  private final List<List<String>> allRepeats = new ArrayList<>();
  private int number;

  private record Known(String name, String kind, List<String> repeats) {}

  RandomForm(Random random) {
    this.random = random;
    names = random.nextBoolean();
  }

  String markdown() {
    section(0, 6 + random.nextInt(8));
    section(0, 4);
    return survey
        + """
        | choices |
        | | list_name | name | label | k |
        | | satu | a | A | a |
        | | satu | b | B | b |
        | | satu | c | C | a |
        | | satu | d | D | |
        | | banyak | a | A | a |
        | | banyak | b | B | b |
        | | banyak | c | C | c |
        """;
  }

  private void section(int depth, int size) {
    for (int i = 0; i < size; i++) {
      int kind = random.nextInt(12);
      if (kind == 0 && depth < 3) {
        String name = "g" + number++;
        row("begin_group", name, "G", "", maybe(3, condition()), "", "", "");
        section(depth + 1, 1 + random.nextInt(4));
        row("end_group", "", "", "", "", "", "", "");
      } else if (kind == 1 && depth < 3 && repeats.size() < 2) {
        String name = "r" + number++;
        row("begin_repeat", name, "R", "", maybe(4, condition()), "", "", "");
        repeats.add(name);
        allRepeats.add(List.copyOf(repeats));
        section(depth + 1, 2 + random.nextInt(4));
        row("end_repeat", "", "", "", "", "", "", "");
        repeats.removeLast();
      } else {
        question();
      }
    }
  }

  private void question() {
    String name = "q" + number++;
    String relevant = maybe(4, condition());
    String required = maybe(3, random.nextBoolean() ? "yes" : condition());
    switch (random.nextInt(10)) {
      case 8 -> {
        String type = random.nextBoolean() ? "integer" : "decimal";
        row(type, name, "", "", relevant, "", numeric(1), "");
        know(name, "number");
      }
      case 0 -> ask("integer", name, "number", required, relevant, limit());
      case 1 -> ask("decimal", name, "number", required, relevant, limit());
      case 2 -> ask("text", name, "text", required, relevant, textRule());
      case 3 -> ask("date", name, "date", required, relevant, ". <= today()");
      case 4 -> {
        row("select_one satu", name, "Q", required, relevant, "", "", maybe(3, filter()));
        know(name, "one");
      }
      case 5 -> {
        String rule = maybe(3, "not(selected(., 'a') and count-selected(.) > 1)");
        row("select_multiple banyak", name, "Q", required, relevant, rule, "", maybe(4, filter()));
        know(name, "many");
      }
      case 6 -> {
        row("calculate", name, "", "", relevant, "", numeric(2), "");
        know(name, "number");
      }
      case 7 -> {
        row("calculate", name, "", "", relevant, "", textual(), "");
        know(name, "text");
      }
      default -> row("note", "awas_" + name, "Awas", "", condition(), "", "", "");
    }
  }

  private void ask(
      String type, String name, String kind, String required, String relevant, String constraint) {
    row(type, name, "Q", required, relevant, maybe(2, constraint), "", "");
    know(name, kind);
  }

  private void know(String name, String kind) {
    known.add(new Known(name, kind, List.copyOf(repeats)));
  }

  private void row(String... cells) {
    survey.append("| | ").append(String.join(" | ", cells)).append(" |\n");
  }

  private String maybe(int oneOf, String text) {
    return random.nextInt(oneOf) == 0 ? text : "";
  }

  /// A question of this kind that is one answer seen from here, or the empty text.
  private String one(String kind) {
    List<String> fitting = new ArrayList<>();
    for (Known each : known) {
      boolean seen =
          each.repeats().size() <= repeats.size()
              && repeats.subList(0, each.repeats().size()).equals(each.repeats());
      if (seen && each.kind().equals(kind)) {
        fitting.add("${" + each.name() + "}");
      }
    }
    return fitting.isEmpty() ? "" : fitting.get(random.nextInt(fitting.size()));
  }

  /// A question that is answered in rows seen from here, or the empty text.
  private String several() {
    List<String> fitting = new ArrayList<>();
    for (Known each : known) {
      boolean apart =
          each.repeats().size() > repeats.size()
              || !repeats.subList(0, each.repeats().size()).equals(each.repeats());
      if (apart && each.kind().equals("number")) {
        fitting.add("${" + each.name() + "}");
      }
    }
    return fitting.isEmpty() ? "" : fitting.get(random.nextInt(fitting.size()));
  }

  private String numeric(int depth) {
    String number = one("number");
    String text = one("text");
    String many = one("many");
    String rows = several();
    String plain = Integer.toString(random.nextInt(20));
    return switch (random.nextInt(depth > 0 ? 16 : 2)) {
      case 0 -> plain;
      case 2 -> "(" + numeric(depth - 1) + " + " + numeric(depth - 1) + ")";
      case 3 -> "(" + numeric(depth - 1) + " - " + numeric(depth - 1) + ")";
      case 4 -> numeric(depth - 1) + " * " + (1 + random.nextInt(3));
      case 5 -> "round(" + numeric(depth - 1) + " div 3, 2)";
      case 6 -> "if(" + condition() + ", " + numeric(depth - 1) + ", " + numeric(depth - 1) + ")";
      case 7 -> number.isEmpty() ? plain : "coalesce(" + number + ", 0)";
      case 8 -> text.isEmpty() ? plain : "string-length(" + text + ")";
      case 9 -> many.isEmpty() ? plain : "count-selected(" + many + ")";
      case 10 -> rows.isEmpty() ? plain : "sum(" + rows + ")";
      case 11 -> rows.isEmpty() ? plain : "count(" + rows + ")";
      case 12 -> "int(" + numeric(depth - 1) + " mod 7)";
      case 13 -> repeats.isEmpty() ? plain : "position(..)";
      case 14 -> rows.isEmpty() ? plain : "max(" + rows + ")";
      case 15 -> rows.isEmpty() ? plain : "count(" + rows + "[. > 5])";
      default -> number.isEmpty() ? plain : number;
    };
  }

  private String textual() {
    String text = one("text");
    String one = one("one");
    String date = one("date");
    return switch (random.nextInt(6)) {
      case 0 -> "concat('n', " + numeric(1) + ")";
      case 1 -> text.isEmpty() ? "'kosong'" : "substr(" + text + ", 0, 3)";
      case 2 -> one.isEmpty() || !names ? "'kosong'" : "jr:choice-name(" + one + ", '" + one + "')";
      case 3 -> date.isEmpty() ? "'kosong'" : "format-date(" + date + ", '%Y-%m')";
      case 4 -> "if(" + condition() + ", 'ya', '')";
      default -> one.isEmpty() ? "'kosong'" : "instance('satu')/root/item[name = " + one + "]/k";
    };
  }

  private String condition() {
    String number = one("number");
    String text = one("text");
    String one = one("one");
    String many = one("many");
    String date = one("date");
    String plain = random.nextInt(5) + " < 3";
    return switch (random.nextInt(10)) {
      case 0, 1 -> number.isEmpty() ? plain : number + " > " + random.nextInt(60);
      case 2 -> text.isEmpty() ? plain : text + " != ''";
      case 3 -> text.isEmpty() ? plain : "regex(" + text + ", '^[a-zA-Z]+$')";
      case 4, 5 -> one.isEmpty() ? plain : one + " = '" + code() + "'";
      case 6 -> many.isEmpty() ? plain : "selected(" + many + ", '" + code() + "')";
      case 7 -> date.isEmpty() ? plain : date + " < today()";
      case 8 -> number.isEmpty() ? plain : "not(" + number + " = '' or " + number + " < 10)";
      default -> one.isEmpty() ? plain : "(" + one + " != 'a' and " + plain + ")";
    };
  }

  private String limit() {
    String number = one("number");
    return number.isEmpty() || random.nextBoolean()
        ? ". >= 0 and . <= " + random.nextInt(100)
        : ". <= " + number;
  }

  private String textRule() {
    return List.of("string-length(.) < 8", "regex(., '^[A-Z].*')", "contains(., 'o')")
        .get(random.nextInt(3));
  }

  private String filter() {
    if (names) {
      return "";
    }
    String one = one("one");
    return one.isEmpty()
        ? "k != ''"
        : List.of("k = " + one, "name != " + one).get(random.nextInt(2));
  }

  private String code() {
    return CODES.get(random.nextInt(CODES.size()));
  }
}
