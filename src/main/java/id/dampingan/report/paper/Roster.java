package id.dampingan.report.paper;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.FormOutline.Ask;
import id.dampingan.form.FormOutline.Group;
import id.dampingan.form.FormOutline.Node;
import id.dampingan.form.FormOutline.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A repeat as tables for the pen: a line each row, a column each question; where the page is too
/// narrow the columns go on in a further table, with the lines' names again.
final class Roster {
  private static final int NUMBER_WIDTH = 7;
  private static final int NAME_AGAIN = 34;

  /// Of the table around, and of each cell, in millimetres.
  private static final int FRAME = 4;

  private static final double PADDING = 1.7;

  private record Column(Ask ask, Field field, int width) {}

  private final BlankForm form;
  private final int rows;
  private final int width;
  private final List<Column> columns = new ArrayList<>();
  private final List<Repeat> inner = new ArrayList<>();
  private final List<Facts> legend = new ArrayList<>();

  Roster(Repeat repeat, BlankForm form, int rows, int width) {
    this.form = form;
    this.rows = rows;
    this.width = width;
    add(repeat.nodes());
  }

  List<Repeat> inner() {
    return inner;
  }

  /// What the columns' numbers stand for: choices, hints, conditions.
  List<Facts> legend() {
    return legend;
  }

  List<Facts> tables() {
    List<Facts> tables = new ArrayList<>();
    Column name = columns.isEmpty() ? null : columns.getFirst();
    List<Column> now = new ArrayList<>();
    int used = NUMBER_WIDTH;
    for (Column column : columns) {
      if (!now.isEmpty() && used + column.width() > width) {
        tables.add(table(now, tables.isEmpty() ? null : name));
        now.clear();
        used = NUMBER_WIDTH + NAME_AGAIN;
      }
      now.add(column);
      used += column.width();
    }
    if (!now.isEmpty()) {
      tables.add(table(now, tables.isEmpty() ? null : name));
    }
    return tables;
  }

  private Facts table(List<Column> of, @Nullable Column name) {
    List<Facts> heads = new ArrayList<>();
    int sum = of.stream().mapToInt(Column::width).sum();
    int columnCount = of.size() + (name == null ? 1 : 2);
    double room =
        width - FRAME - NUMBER_WIDTH - (name == null ? 0 : NAME_AGAIN) - columnCount * PADDING;
    if (name != null) {
      heads.add(head(name, NAME_AGAIN).with("ulang", true));
    }
    for (Column column : of) {
      heads.add(head(column, column.width() * room / Math.max(sum, 1)));
    }
    List<Facts> lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                number -> Facts.of("no", Integer.toString(number)).with("sel", cells(heads.size())))
            .toList();
    return new Facts().with("kepala", heads).with("barisan", lines);
  }

  private static List<Facts> cells(int count) {
    return IntStream.range(0, count).mapToObj(_ -> new Facts()).toList();
  }

  private Facts head(Column column, double millimetres) {
    return Facts.of("no", form.number(column.ask()))
        .with("label", form.label(column.ask().label()))
        .with("label2", form.other(column.ask().label()))
        .with("wajib", column.field().required())
        .with("lebar", String.format(Locale.ROOT, "%.1f", millimetres));
  }

  private void add(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Repeat repeat -> inner.add(repeat);
        case Group group -> {
          String condition = form.condition(group.relevance());
          if (!condition.isEmpty()) {
            legend.add(Facts.of("kelompok", form.label(group.label())).with("syarat", condition));
          }
          add(group.nodes());
        }
        case Ask ask -> {
          Field field = ask.field();
          if (field != null && !form.isSkipped(ask)) {
            columns.add(new Column(ask, field, widthOf(field)));
            explain(ask, field);
          }
        }
      }
    }
  }

  private void explain(Ask ask, Field field) {
    String condition = form.condition(ask.relevance());
    List<Choice> choices = form.choices(field);
    String codes =
        IntStream.range(0, choices.size())
            .mapToObj(i -> (i + 1) + "\u00a0" + label(choices.get(i)))
            .collect(Collectors.joining(" · "));
    String hint = form.label(ask.hint());
    if (!codes.isEmpty() || !hint.isEmpty() || !condition.isEmpty()) {
      legend.add(
          Facts.of("no", form.number(ask))
              .with("label", form.label(ask.label()))
              .with("pilihan", codes)
              .with("petunjuk", hint)
              .with("syarat", condition));
    }
  }

  private String label(Choice choice) {
    String other = form.other(choice.label());
    return form.label(choice.label()) + (other.isEmpty() ? "" : " / " + other);
  }

  private static int widthOf(Field field) {
    return switch (field.type()) {
      case SELECT_ONE -> field.listFromFile() ? 36 : 16;
      case SELECT_MULTIPLE, RANK -> 19;
      case DATE -> 24;
      case TIME, ACKNOWLEDGE -> 14;
      case DATETIME, GEOPOINT, GEOTRACE, GEOSHAPE -> 34;
      case INTEGER -> 16;
      case DECIMAL -> 22;
      case IMAGE, AUDIO, VIDEO, FILE -> 16;
      case TEXT, BARCODE -> field.number().isEmpty() ? 42 : 46;
    };
  }
}
