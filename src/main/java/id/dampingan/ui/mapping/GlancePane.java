package id.dampingan.ui.mapping;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.RowChange;
import id.dampingan.foreign.Draft;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The first rows as the form judges them, anew with every change.
final class GlancePane {
  private static final int ROWS = 5;

  private final MappingModel model;
  private final Ui ui;
  private final ObservableList<Glance.Line> lines = FXCollections.observableArrayList();

  GlancePane(MappingModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node build() {
    VBox box = Parts.column();
    TableView<Glance.Line> table = table();
    VBox head = new VBox();
    box.getChildren().addAll(head, Tables.boxed(table));
    Follow.with(box, () -> head.getChildren().setAll(head()), model.glanceProperty());
    Tables.fitRows(table, ui.px(32), ROWS);
    return box;
  }

  private Node head() {
    Glance glance = model.glanceProperty().get();
    lines.setAll(glance == null ? List.of() : glance.lines());
    Problem problem = glance == null ? null : glance.problem();
    if (problem != null) {
      Sentences sentences = Sentences.in(ui.language());
      return Parts.message(
          "mdomz-warning",
          sentences.reason(problem) + " " + sentences.remedy(problem),
          Tone.WARNING);
    }
    int held = glance == null ? 0 : glance.heldRows();
    return Parts.sectionHeader(
        ui.get("mapping.glance"),
        "",
        Parts.pill(
            "mdoal-check_circle",
            ui.get("mapping.glance.taken", lines.size() - held),
            Tone.SUCCESS),
        Parts.pill(
            "mdoal-block",
            ui.get("mapping.glance.held", held),
            held == 0 ? Tone.NEUTRAL : Tone.DANGER));
  }

  private TableView<Glance.Line> table() {
    TableView<Glance.Line> table =
        Tables.table(
            "mapping-glance",
            ui.get("mapping.glance"),
            lines,
            Parts.label(ui.get("mapping.glance.none"), "muted"));
    TableColumn<Glance.Line, Glance.Line> what =
        Tables.text(ui.get("mapping.glance.what"), ui.px(400), this::what);
    TableColumn<Glance.Line, Glance.Line> row =
        Tables.number(
            ui.get("mapping.glance.row"),
            ui.px(70),
            line -> (long) line.row(),
            line -> Integer.toString(line.row()));
    TableColumn<Glance.Line, Glance.Line> state =
        Tables.node(ui.get("mapping.glance.state"), ui.px(120), this::state);
    row.setMaxWidth(ui.px(70));
    state.setMaxWidth(ui.px(140));
    table
        .getColumns()
        .setAll(
            List.of(row, state, what, Tables.text(ui.get("receive.why"), ui.px(400), this::why)));
    Tables.fold(table, what);
    return table;
  }

  private Node state(Glance.Line line) {
    return line.held().isEmpty()
        ? Parts.state("mdoal-check_circle", ui.get("mapping.state.taken"), Tone.SUCCESS)
        : Parts.state("mdoal-block", ui.get("mapping.state.held"), Tone.DANGER);
  }

  private String what(Glance.Line line) {
    return line.taken().values().stream().map(this::what).collect(Collectors.joining(" · "));
  }

  private String what(RowChange taken) {
    Form form = form();
    FormTable table = form == null ? null : form.table(taken.table()).orElse(null);
    if (form == null || table == null) {
      return taken.table();
    }
    String kind =
        table.isRepeat()
            ? table.label().in(ui.language())
            : model.desk().title(form, ui.language());
    Map<String, String> values =
        taken.cells().stream()
            .filter(cell -> !cell.after().isEmpty())
            .collect(Collectors.toMap(RowChange.Cell::field, cell -> cell.after().getFirst()));
    String name =
        model
            .desk()
            .labels()
            .name(form, table, field -> values.getOrDefault(field, ""), ui.words().texts());
    return name.isBlank() ? kind : kind + ": " + name;
  }

  private @Nullable Form form() {
    Draft draft = model.pairing().draftProperty().get();
    return draft == null ? null : draft.form();
  }

  private String why(Glance.Line line) {
    Sentences sentences = Sentences.in(ui.language());
    return line.held().stream()
        .map(held -> question(held) + sentences.reason(held.problem()))
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private String question(FileResult.HeldLine held) {
    Form form = form();
    if (form == null || held.field().isEmpty()) {
      return "";
    }
    return form.tables().stream()
        .flatMap(table -> table.field(held.field()).stream())
        .findFirst()
        .map(field -> field.label().in(ui.language()) + ": ")
        .orElse("");
  }
}
