package id.dampingan.app;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.programme.Pack;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/// The entry screen with what a person does in it.
final class EntryPage implements AutoCloseable {
  static final String VILLAGE = "33.16.13.2001";
  static final UUID HOUSE = UUID.fromString("11111111-1111-4111-8111-111111111111");

  final TestWindow window;
  final FxRobot robot = new FxRobot();
  final Desk desk;

  EntryPage(Path folder, double width, double height) throws Exception {
    window = new TestWindow(folder, width, height);
    window.show();
    desk = desk(folder.resolve("kerja"));
    Pictures.onScreen(() -> window.content.show(desk));
    window.settle();
  }

  /// A workspace with the programme's forms.
  static Desk desk(Path folder) throws Exception {
    Store store =
        CheapStores.create(
            folder,
            "kuda batu".toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "Contoh Rahayu", "1.01"),
            TestWindow.CLOCK);
    new SetUpErrand(new Office(store, "Contoh Rahayu", "id", TestWindow.CLOCK))
        .bringPack(Pack.load());
    return new Desk(store, TestWindow.CLOCK, javafx.application.Platform::runLater);
  }

  /// Keeps a household whose house is to be assessed, with these members.
  void household(Map<String, String> more, List<Map<String, String>> members) throws Exception {
    Map<String, String> house =
        new java.util.HashMap<>(
            Map.of(
                "desa", VILLAGE,
                "putaran", "2026-3",
                "tanggal", "2026-07-09",
                "petugas", "Contoh Rahayu",
                "diberitahu", "1",
                "hasil", "perbaikan",
                "nama_kepala", "Contoh Karjan",
                "status_nik_kepala", "ada",
                "nik_kepala", "3316130107640003",
                "dusun", "Contoh Tengah"));
    house.putAll(more);
    String version = desk.store().form("rumah_tangga").orElseThrow().version();
    List<FilledRow> rows = new ArrayList<>();
    rows.add(new FilledRow("rumah_tangga", HOUSE, null, 1, house));
    for (int i = 0; i < members.size(); i++) {
      rows.add(new FilledRow("rumah_tangga/anggota", member(i + 1), HOUSE, i + 1, members.get(i)));
    }
    new EditErrand(desk.office("id"))
        .save(new FilledForm("rumah_tangga", version, rows), SystemField.STATUS_DRAFT);
  }

  static UUID member(int number) {
    return UUID.fromString("22222222-2222-4222-8222-%012d".formatted(number));
  }

  void open() {
    window.go(new Place.Entry(HOUSE));
  }

  void openAt(UUID row, String field) {
    window.go(new Place.Entry(HOUSE, row, field));
  }

  EntryPage section(int number) {
    click("#section-" + (number + 1));
    return this;
  }

  EntryPage click(String query) {
    awaitThat(
        "no " + query + " to be seen on the screen",
        () -> robot.lookup(query).match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
    robot.clickOn(query);
    window.settle();
    return this;
  }

  EntryPage press(KeyCode... keys) {
    robot.press(keys);
    robot.release(java.util.Arrays.asList(keys).reversed().toArray(KeyCode[]::new));
    window.settle();
    return this;
  }

  EntryPage write(String text) {
    robot.write(text);
    window.settle();
    return this;
  }

  EntryPage clipboard(String text) {
    Pictures.onScreen(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
    return this;
  }

  String clipboard() {
    return Pictures.onScreen(() -> Clipboard.getSystemClipboard().getString());
  }

  /// Puts the cursor into a cell of the repeat's table; the first row and column are 1.
  EntryPage cell(int row, int column) {
    await("#repeat-table");
    Pictures.onScreen(() -> {
      TableView<?> table = robot.lookup("#repeat-table").queryAs(TableView.class);
      focus(table, row - 1, column);
    });
    window.settle();
    return this;
  }

  private static <T> void focus(TableView<T> table, int row, int column) {
    table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
    table.getFocusModel().focus(row, table.getColumns().get(column));
    table.requestFocus();
  }

  /// The table as its cells show it, without the number and the last line.
  List<List<String>> grid() {
    return Pictures.onScreen(() -> {
      TableView<?> table = robot.lookup("#repeat-table").queryAs(TableView.class);
      List<List<String>> rows = new ArrayList<>();
      for (Node node : table.lookupAll(".table-row-cell")) {
        javafx.scene.control.TableRow<?> row = (javafx.scene.control.TableRow<?>) node;
        if (row.getItem() != null && row.getIndex() < table.getItems().size()) {
          List<String> cells = new ArrayList<>();
          for (Node cell : row.getChildrenUnmodifiable()) {
            if (cell instanceof TableCell<?, ?> of) {
              cells.add(of.getText() == null ? "" : of.getText());
            }
          }
          rows.add(cells);
        }
      }
      return rows;
    });
  }

  String text(String query) {
    await(query);
    return Pictures.onScreen(
        () -> robot.lookup(query).query() instanceof Labeled labeled ? labeled.getText() : "");
  }

  /// The screen may still be asking the store in the background.
  void awaitWords(String text) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> shows(text));
    } catch (TimeoutException e) {
      throw new AssertionError("nowhere: " + text, e);
    }
  }

  boolean shows(String text) {
    return Pictures.onScreen(() ->
        robot
            .lookup(node ->
                node instanceof Label label
                    && label.isVisible()
                    && label.getText() != null
                    && label.getText().contains(text))
            .tryQuery()
            .isPresent());
  }

  /// What the store has of a row.
  String stored(UUID row, String field) {
    window.settle();
    return desk.store().row(row).map(found -> found.value(field)).orElse("(no row)");
  }

  List<UUID> storedRows(String table) {
    window.settle();
    return desk.store().filled(HOUSE).orElseThrow().rows().stream()
        .filter(row -> row.table().equals(table))
        .map(FilledRow::uuid)
        .toList();
  }

  void await(String query) {
    awaitThat("no " + query + " on the screen", () -> robot.lookup(query).tryQuery().isPresent());
  }

  private static void awaitThat(String otherwise, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Pictures.onScreen(condition));
    } catch (TimeoutException e) {
      throw new AssertionError(otherwise, e);
    }
  }

  @Override
  public void close() {
    window.close();
  }
}
