package id.dampingan.ui.village;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Labels;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The village's households, problems and potentials, visits: each a table that opens its records.
final class RecordsPane {
  private static final int MOST = 9;

  private final VillageModel model;
  private final Ui ui;

  RecordsPane(VillageModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node households(Heading heading) {
    RecordsModel records = model.records(VillageModel.Tab.HOUSEHOLDS).getFirst();
    Form form = records.form();
    if (form == null) {
      return noForm();
    }
    TableView<StoredRow> table =
        table(
            records,
            form,
            List.of("dusun", "no_rt", "hasil", "jml_art"),
            null,
            row -> household(form, records, row));
    VBox page = new VBox();
    page.getStyleClass().add("page");
    HBox header = Parts.row();
    Follow.with(
        header,
        () -> header.getChildren().setAll(householdDeeds(form, records)),
        records.rows(),
        model.deeds().busyProperty());
    page.getChildren().setAll(header, Tables.boxed(table));
    return page;
  }

  private List<Node> householdDeeds(Form form, RecordsModel records) {
    String round = ui.words().texts().round(records.desk().openRound());
    List<Node> nodes = new ArrayList<>();
    long old = records.old();
    nodes.add(
        Parts.shrinking(
            old == 0
                ? ui.count("village.households.count", records.rows().size())
                : ui.count("village.households.old", old),
            "muted"));
    nodes.add(Parts.spring());
    if (old > 0) {
      Button all =
          Parts.button(
              "village-carry-all",
              ui.get("village.carry.all", round),
              "mdoal-autorenew",
              () -> model.carry(form));
      all.setDisable(model.deeds().busyProperty().get());
      nodes.add(all);
    }
    if (!records.rows().isEmpty()) {
      nodes.add(fill(form.id(), "village.fill.household"));
    }
    return nodes;
  }

  private Node household(Form form, RecordsModel records, StoredRow row) {
    UUID root = row.submission().root();
    return records.isOld(row)
        ? Parts.link(
            "carry-one",
            ui.get("village.carry"),
            () -> model.deeds().carry(form, List.of(root), made -> openFirst(made, root)))
        : Parts.link("open-one", ui.get("village.open"), () -> open(root));
  }

  private void openFirst(List<UUID> made, UUID otherwise) {
    open(made.isEmpty() ? otherwise : made.getFirst());
  }

  Node problems(Heading heading) {
    RecordsModel problems = model.records(VillageModel.Tab.PROBLEMS).getFirst();
    RecordsModel potentials = model.records(VillageModel.Tab.PROBLEMS).getLast();
    VBox left =
        section(problems, "village.problems", "village.fill.problem", List.of("jml", "tingkat"));
    VBox right =
        section(
            potentials, "village.potentials", "village.fill.potential", List.of("volume", "tahap"));
    VBox page = new VBox(left, right);
    page.getStyleClass().add("page");
    return Parts.scrolling(page);
  }

  private VBox section(RecordsModel records, String title, String fill, List<String> fields) {
    Form form = records.form();
    if (form == null) {
      return Parts.column(noForm());
    }
    TableView<StoredRow> table =
        table(records, form, fields, row -> answer(records, row), row -> openLink(row));
    Tables.fitRows(table, ui.px(32), MOST);
    Node header = Parts.sectionHeader(ui.get(title), "", fill(form.id(), fill));
    return Parts.column(header, Tables.boxed(table));
  }

  private Node openLink(StoredRow row) {
    return Parts.link("open-one", ui.get("village.open"), () -> open(row.submission().root()));
  }

  /// Whether anything answers it: a problem without an answer asks for one.
  private Node answer(RecordsModel records, StoredRow row) {
    boolean isProblem = records.formId().equals("permasalahan");
    String status = row.value("status_masalah");
    if (isProblem && status.equals("selesai")) {
      return Parts.state("mdoal-done_all", ui.get("village.answer.done"), Tone.SUCCESS);
    }
    if (model.timeline().isAnswered(row.submission().uuid().toString())) {
      return Parts.state("mdoal-link", ui.get("village.answer.linked"), Tone.ACCENT);
    }
    if (isProblem && (status.equals("batal") || status.equals("belum_dapat"))) {
      return Parts.state("mdoal-info", ui.get("village.answer.answered"), Tone.NEUTRAL);
    }
    return isProblem
        ? Parts.state("mdomz-priority_high", ui.get("village.answer.none"), Tone.DANGER)
        : Parts.state(
            "mdomz-radio_button_unchecked", ui.get("village.answer.unused"), Tone.NEUTRAL);
  }

  Node visits(Heading heading) {
    RecordsModel records = model.records(VillageModel.Tab.VISITS).getFirst();
    Form form = records.form();
    if (form == null) {
      return noForm();
    }
    TableView<StoredRow> table =
        table(
            records,
            form,
            List.of("tanggal", "petugas", "kegiatan", "temuan"),
            null,
            row -> openLink(row));
    HBox header = Parts.row(Parts.spring());
    Follow.with(
        header,
        () -> {
          header.getChildren().setAll(Parts.spring());
          if (!records.rows().isEmpty()) {
            header.getChildren().add(fill(form.id(), "village.fill.visit"));
          }
        },
        records.rows());
    VBox page = new VBox(header, Tables.boxed(table));
    page.getStyleClass().add("page");
    return page;
  }

  private TableView<StoredRow> table(
      RecordsModel records,
      Form form,
      List<String> fields,
      @Nullable Function<StoredRow, Node> mark,
      Function<StoredRow, Node> deed) {
    ObservableList<StoredRow> rows = records.rows();
    VBox nothing = new VBox();
    Follow.with(
        nothing,
        () ->
            nothing
                .getChildren()
                .setAll(records.loadedProperty().get() ? List.of(nothingYet(form)) : List.of()),
        records.loadedProperty());
    TableView<StoredRow> table =
        Tables.table("village-" + form.id(), model.title(form, ui.language()), rows, nothing);
    if (mark != null) {
      // Which problems are answered comes with the interventions.
      Follow.with(table, table::refresh, model.timeline().timelineProperty());
    }
    Labels labels = records.desk().labels();
    List<TableColumn<StoredRow, ?>> columns = new ArrayList<>();
    List<TableColumn<StoredRow, ?>> giveWay = new ArrayList<>();
    boolean named = !fields.contains("tanggal");
    if (named) {
      TableColumn<StoredRow, StoredRow> names =
          Tables.node(
              ui.get("list.record"),
              ui.px(380),
              row -> Parts.shrinking(labels.name(form, row, ui.words().texts()), "bold"));
      names.setMinWidth(ui.px(150));
      columns.add(names);
    }
    for (String name : fields) {
      Field field = form.main().field(name).orElse(null);
      if (field != null) {
        TableColumn<StoredRow, StoredRow> column =
            Tables.text(
                title(field),
                ui.px(width(name)),
                row -> labels.value(form, field, row.value(name), ui.words().texts()));
        if (field.type().isNumber()) {
          column.getStyleClass().add("numeric");
          column.setMinWidth(ui.px(80));
        }
        giveWay.addFirst(column);
        columns.add(column);
      }
    }
    if (mark != null) {
      TableColumn<StoredRow, StoredRow> marks =
          Tables.node(ui.get("village.answer"), ui.px(150), mark);
      marks.setMinWidth(ui.px(130));
      columns.add(marks);
    } else if (named) {
      TableColumn<StoredRow, StoredRow> state =
          Tables.node(ui.get("list.state"), ui.px(170), row -> state(records, row));
      state.setMinWidth(ui.px(150));
      columns.add(state);
    }
    TableColumn<StoredRow, StoredRow> deeds = Tables.node("", ui.px(100), deed);
    deeds.setMinWidth(ui.px(92));
    columns.add(deeds);
    table.getColumns().setAll(columns);
    if (!named) {
      giveWay.removeLast(); // the day stays
    }
    Tables.fold(table, giveWay);
    Tables.onOpen(table, row -> open(row.submission().root()));
    return table;
  }

  /// A column has its own short word where the question's label is a sentence.
  private String title(Field field) {
    String key = "village.column." + field.name();
    return ui.words().texts().has(key) ? ui.get(key) : field.label().in(ui.language());
  }

  private static double width(String field) {
    return switch (field) {
      case "no_rt", "jml_art", "jml", "volume" -> 80;
      case "temuan" -> 300;
      case "tanggal" -> 110;
      default -> 150;
    };
  }

  private Node state(RecordsModel records, StoredRow row) {
    if (!row.submission().conflicts().isEmpty()) {
      return Parts.state("mdoal-compare_arrows", ui.get("state.conflict"), Tone.WARNING);
    }
    if (records.isOld(row)) {
      return Parts.state("mdoal-history", ui.words().texts().round(row.round()), Tone.NEUTRAL);
    }
    return Labels.isDraft(row)
        ? Parts.state("mdoal-edit", ui.get("state.draft"), Tone.WARNING)
        : Parts.state("mdoal-check", ui.get("state.complete"), Tone.SUCCESS);
  }

  private Node nothingYet(Form form) {
    String what =
        switch (form.id()) {
          case "rumah_tangga" -> "household";
          case "permasalahan" -> "problem";
          case "potensi" -> "potential";
          default -> "visit";
        };
    VBox empty =
        Parts.empty(
            "mdomz-post_add",
            ui.get("village.none." + what),
            Parts.button(
                "village-first-" + what,
                ui.get("village.fill." + what),
                "mdoal-add",
                () -> fillNew(form.id())));
    VBox.setVgrow(empty, Priority.ALWAYS);
    return empty;
  }

  private Node noForm() {
    return Parts.empty(
        "mdoal-assignment",
        ui.get("village.noForms"),
        Parts.button(
            "village-receive",
            ui.get("home.empty.package"),
            "mdoal-inbox",
            () -> ui.navigator().go(new Place.Receive())));
  }

  private Button fill(String form, String key) {
    return Parts.button("fill-" + form, ui.get(key), "mdoal-add", () -> fillNew(form));
  }

  private void fillNew(String form) {
    ui.navigator().go(new Place.NewEntry(form, model.village().code(), UUID.randomUUID()));
  }

  private void open(UUID root) {
    ui.navigator().go(new Place.Entry(root));
  }
}
