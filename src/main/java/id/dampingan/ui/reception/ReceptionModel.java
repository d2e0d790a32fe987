package id.dampingan.ui.reception;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.Question;
import id.dampingan.exchange.Seals;
import id.dampingan.merge.Outcome;
import id.dampingan.ui.Background;
import id.dampingan.ui.ChangesModel;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import id.dampingan.ui.Undoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Many files, one after the other, each wholly or not at all; one bad one stops nothing.
public final class ReceptionModel {
  private static final List<String> KINDS = List.of(".xlsx", ".xls", ".zip", ".dampingan", ".csv");

  /// Where a file stands.
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    REFUSED,
    UNDONE
  }

  /// What stands beside the board.
  public enum Page {
    FILES,
    /// The rows of one file.
    CHANGES,
    /// What came before.
    EARLIER
  }

  /// One file's line.
  ///
  /// @param asked what is asked of it and nobody answered yet
  public record Line(Path file, State state, @Nullable FileResult result, List<Question> asked) {
    public Line {
      asked = List.copyOf(asked);
    }

    Line(Path file, State state, @Nullable FileResult result) {
      this(file, state, result, List.of());
    }

    public String name() {
      return String.valueOf(file.getFileName());
    }

    public int count(Outcome outcome) {
      FileResult of = result;
      return of == null ? 0 : of.counts().of(outcome);
    }

    public int read() {
      FileResult of = result;
      return of == null ? 0 : of.counts().read();
    }

    /// Whether it was taken through to its end, though perhaps undone since.
    public boolean isCounted() {
      return state == State.DONE || state == State.UNDONE;
    }
  }

  private final Desk desk;
  private final Ui ui;
  private final Answering answering;
  private final BoardModel board;
  private final ChangesModel changes;
  private final EarlierModel earlier;
  private final Asking asking;
  private final Merging merging;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Line> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.FILES);
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty remember = new SimpleBooleanProperty(true);
  private final BooleanProperty undoing = new SimpleBooleanProperty();

  public ReceptionModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    this.answering = new Answering(desk, ui);
    this.board = new BoardModel(desk, ui);
    this.changes = new ChangesModel(desk);
    this.asking = new Asking(desk, ui);
    this.earlier = new EarlierModel(desk, ui, asking);
    this.merging = new Merging(desk, ui, this::passwords, remember::get, this::replace);
  }

  /// Answers everybody at once.
  public Answering answering() {
    return answering;
  }

  /// Where every village stands.
  public BoardModel board() {
    return board;
  }

  /// The rows of the file that was opened.
  public ChangesModel changes() {
    return changes;
  }

  /// What came before.
  public EarlierModel earlier() {
    return earlier;
  }

  /// What is asked once a file.
  public Asking asking() {
    return asking;
  }

  public Desk desk() {
    return desk;
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page;
  }

  /// The run, null: none.
  public ReadOnlyObjectProperty<Background.@Nullable Work<?>> workProperty() {
    return merging.workProperty();
  }

  public ObjectProperty<@Nullable Line> selectedProperty() {
    return selected;
  }

  /// Tried where a file is locked.
  public StringProperty passwordProperty() {
    return password;
  }

  /// Whether a password that fits is kept for the sender's next files.
  public BooleanProperty rememberProperty() {
    return remember;
  }

  public int sum(Outcome outcome) {
    return lines.stream().filter(Line::isCounted).mapToInt(line -> line.count(outcome)).sum();
  }

  public int read() {
    return lines.stream().filter(Line::isCounted).mapToInt(Line::read).sum();
  }

  public int count(State state) {
    return (int) lines.stream().filter(line -> line.state() == state).count();
  }

  /// How many files were taken through to their end.
  public int counted() {
    return (int) lines.stream().filter(Line::isCounted).count();
  }

  /// Whether every row of every file came out as one of the counts.
  public boolean addsUp() {
    int sum = 0;
    for (Outcome outcome : Outcome.values()) {
      sum += sum(outcome);
    }
    return sum == read();
  }

  // Commands

  /// Takes files and the files of folders.
  public void take(List<Path> chosen) {
    Set<Path> files = new LinkedHashSet<>();
    chosen.forEach(path -> files.addAll(filesOf(path)));
    for (Path file : files) {
      Line line = new Line(file, State.WAITING, null);
      if (lines.stream().anyMatch(each -> each.file().equals(file))) {
        replace(line);
      } else {
        lines.add(line);
      }
    }
    page.set(Page.FILES);
    merging.take(List.copyOf(files));
  }

  /// Tries a refused file again, as after a password was typed.
  public void again(Line line) {
    replace(new Line(line.file(), State.WAITING, null));
    merging.take(List.of(line.file()));
  }

  /// Goes on with what waits since somebody stopped the run.
  public void goOn() {
    merging.take(
        lines.stream().filter(each -> each.state() == State.WAITING).map(Line::file).toList());
  }

  public void undo(Line line) {
    FileResult of = line.result();
    Long batch = of == null ? null : of.batch();
    if (batch != null) {
      Undoing.run(desk, ui, batch, undoing, () -> replace(new Line(line.file(), State.UNDONE, of)));
    }
  }

  /// A question of a file has its answer.
  void answered(Line line, Question question) {
    List<Question> left = line.asked().stream().filter(each -> !each.equals(question)).toList();
    replace(new Line(line.file(), line.state(), line.result(), left));
  }

  /// Shows the rows of a file.
  ///
  /// @param outcome only those that came out so, null: all
  public void open(Line line, @Nullable Outcome outcome) {
    FileResult of = line.result();
    if (of != null && of.error() == null) {
      selected.set(line);
      changes.show(ChangesModel.Content.of(of), outcome);
      page.set(Page.CHANGES);
    }
  }

  /// Shows what came before.
  public void showEarlier() {
    earlier.refresh();
    page.set(Page.EARLIER);
  }

  /// Back to the files.
  public void back() {
    page.set(Page.FILES);
  }

  private List<String> passwords() {
    return password.get().isEmpty() ? List.of() : List.of(password.get());
  }

  private void replace(Line with) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).file().equals(with.file())) {
        lines.set(i, with);
      }
    }
    Line now = selected.get();
    if (now != null && now.file().equals(with.file())) {
      selected.set(with);
    }
  }

  private static List<Path> filesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.walk(path)) {
      return new ArrayList<>(
          inside
              .filter(Files::isRegularFile)
              .filter(file -> {
                String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                return !name.startsWith("~$")
                    && (KINDS.stream().anyMatch(name::endsWith) || Seals.isSealed(file));
              })
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
