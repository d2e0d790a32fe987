package id.dampingan.form.xlsform;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers of all kinds to a form's questions, right and wrong ones, with rows in its repeats.
final class RandomFilling {
  private final Form form;
  private final ChoiceLists lists;
  private final LocalDate today;
  private final Random random;

  RandomFilling(Form form, ChoiceLists lists, LocalDate today, Random random) {
    this.form = form;
    this.lists = lists;
    this.today = today;
    this.random = random;
  }

  FilledForm filled() {
    List<FilledRow> rows = new ArrayList<>();
    // Some people answer all, some little; some make mistakes all the time.
    int answered = 2 + random.nextInt(9);
    int wrong = random.nextInt(4) == 0 ? 3 : 20;
    for (FormTable table : form.tables()) {
      if (table.parent() == null) {
        rows.add(row(table, null, 1, answered, wrong));
      } else {
        for (FilledRow parent : List.copyOf(rows)) {
          if (parent.table().equals(table.parent())) {
            int count = random.nextInt(4);
            for (int i = 1; i <= count; i++) {
              rows.add(row(table, parent.uuid(), i, answered, wrong));
            }
          }
        }
      }
    }
    return new FilledForm(form.id(), form.version(), rows);
  }

  private FilledRow row(
      FormTable table, @Nullable UUID parent, int order, int answered, int wrong) {
    Map<String, String> values = new HashMap<>();
    for (Field field : table.fields()) {
      if (!field.derived() && random.nextInt(11) < answered) {
        String value = random.nextInt(wrong) == 0 ? wrong(field) : right(field);
        if (!value.isEmpty()) {
          values.put(field.name(), value);
        }
      }
    }
    return new FilledRow(
        table.name(), new UUID(random.nextLong(), random.nextLong()), parent, order, values);
  }

  private String right(Field field) {
    if (field.type().isChoice()) {
      return choice(field);
    }
    return switch (field.type()) {
      case INTEGER -> Integer.toString(random.nextInt(140) - 5);
      case DECIMAL ->
          random.nextBoolean()
              ? Integer.toString(random.nextInt(700))
              : CanonicalValue.of(FieldType.DECIMAL, "" + random.nextInt(9999) / 100.0).text();
      case DATE -> today.minusDays(random.nextInt(30000) - 1000).toString();
      case TIME -> "0" + random.nextInt(10) + ":15:00";
      case DATETIME -> today.minusDays(random.nextInt(90)) + "T0" + random.nextInt(10) + ":15:00Z";
      case GEOPOINT -> "-7.0" + random.nextInt(10) + " 111.4 0 0";
      case IMAGE, AUDIO, VIDEO, FILE -> "rumah.jpg";
      case TEXT, BARCODE -> text(field);
      default -> "";
    };
  }

  private String text(Field field) {
    if (field.number().equals("nik") && random.nextInt(4) > 0) {
      return "331613" + (10 + random.nextInt(30)) + "0759001" + random.nextInt(10);
    }
    List<String> texts =
        List.of(
            "Contoh", "3316131001189001", "081234567890", "003", "X1", "a b", "12", "contoh-satu");
    return texts.get(random.nextInt(texts.size()));
  }

  private String choice(Field field) {
    String list = Objects.requireNonNullElse(field.list(), "");
    String column = field.parameters().getOrDefault("value", "name");
    List<String> codes =
        new ArrayList<>(
            field.listFromFile()
                ? lists.items(list).stream()
                    .map(c -> c.properties().getOrDefault(column, c.value()))
                    .toList()
                : form.choices().getOrDefault(list, List.of()).stream()
                    .map(Choice::value)
                    .toList());
    if (codes.isEmpty()) {
      return "";
    }
    if (field.type() == FieldType.SELECT_ONE) {
      // Early choices more often, so that what depends on them is often asked.
      return codes.get(Math.min(random.nextInt(codes.size()), random.nextInt(codes.size())));
    }
    Collections.shuffle(codes, random);
    int most = Math.min(codes.size(), 1 + random.nextInt(3));
    return CanonicalValue.of(field.type(), String.join(" ", codes.subList(0, most))).text();
  }

  private String wrong(Field field) {
    if (field.type().isChoice()) {
      // Where names of choices are asked for, JavaRosa takes such an answer away.
      return form.xform().contains("jr:choice-name") ? "" : "entah";
    }
    return switch (field.type()) {
      case INTEGER -> List.of("12.5", "banyak", "-999", "99999").get(random.nextInt(4));
      case DECIMAL -> List.of("1,5", "banyak", "-1", "1e3").get(random.nextInt(4));
      case DATE -> List.of("2026-02-30", "kemarin", "3000-01-01").get(random.nextInt(3));
      case TIME, DATETIME -> "pagi";
      case GEOPOINT -> "di sawah";
      case TEXT, BARCODE -> List.of("?", "1", "x".repeat(120), "  ").get(random.nextInt(4)).strip();
      default -> "";
    };
  }
}
