package id.dampingan.ui.reception;

import id.dampingan.exchange.Cancelled;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportSeries;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.merge.Outcome;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
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
  private static final List<String> KINDS = List.of(".xlsx", ".zip", ".dampingan", ".csv");

  /// Where a file stands.
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    REFUSED,
    UNDONE
  }

  /// One file's line.
  public record Line(Path file, State state, @Nullable FileResult result) {
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
  }

  private final Desk desk;
  private final Ui ui;
  private final Answering answering;
  private final BoardModel board;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObjectProperty<Background.@Nullable Work<?>> work = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Line> selected = new SimpleObjectProperty<>();
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty remember = new SimpleBooleanProperty(true);

  public ReceptionModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    this.answering = new Answering(desk, ui);
    this.board = new BoardModel(desk, ui);
  }

  /// Answers everybody at once.
  public Answering answering() {
    return answering;
  }

  /// Where every village stands.
  public BoardModel board() {
    return board;
  }

  public Desk desk() {
    return desk;
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  /// The run, null: none.
  public ReadOnlyObjectProperty<Background.@Nullable Work<?>> workProperty() {
    return work;
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
    return lines.stream()
        .filter(line -> line.state() == State.DONE)
        .mapToInt(line -> line.count(outcome))
        .sum();
  }

  public int read() {
    return lines.stream().filter(l -> l.state() == State.DONE).mapToInt(Line::read).sum();
  }

  public int count(State state) {
    return (int) lines.stream().filter(line -> line.state() == state).count();
  }

  // Commands

  /// Takes files and the files of folders.
  public void take(List<Path> chosen) {
    List<Path> files = new ArrayList<>();
    chosen.forEach(path -> files.addAll(filesOf(path)));
    lines.addAll(files.stream().map(file -> new Line(file, State.WAITING, null)).toList());
    run();
  }

  /// Tries a refused file again, as after a password was typed.
  public void again(Line line) {
    replace(line.file(), new Line(line.file(), State.WAITING, null));
    run();
  }

  public void undo(Line line) {
    FileResult of = line.result();
    Long batch = of == null ? null : of.batch();
    if (batch == null) {
      return;
    }
    ui.background()
        .runLong(_ -> new UndoErrand(desk.office(ui.language())).undo(batch, false))
        .onSuccess(_ -> {
          replace(line.file(), new Line(line.file(), State.UNDONE, of));
          desk.touch();
        })
        .start();
  }

  private void run() {
    if (work.get() != null) {
      return; // the run that is on takes them too
    }
    Background.Work<Integer> running =
        ui.background()
            .runLong(reporter -> {
              int done = 0;
              try (ImportSeries series =
                  new ImportSeries(desk.office(ui.language()), this::passwords, true)
                      .remembering(remember::get)) {
                for (Line next = next(); next != null; next = next()) {
                  if (reporter.isCancelled()) {
                    break;
                  }
                  mergeOne(series, next.file(), reporter, ++done);
                }
              }
              return done;
            });
    running
        .onSuccess(_ -> desk.readVillages())
        .atLast(() -> {
          work.set(null);
          for (Line line : List.copyOf(lines)) {
            if (line.state() == State.RUNNING) {
              replace(line.file(), new Line(line.file(), State.WAITING, null));
            }
          }
        });
    work.set(running);
    ui.status().watch(running);
    running.start();
  }

  private List<String> passwords() {
    return password.get().isEmpty() ? List.of() : List.of(password.get());
  }

  private void mergeOne(ImportSeries series, Path file, Background.Reporter reporter, int number) {
    ui.background().show(() -> replace(file, new Line(file, State.RUNNING, null)));
    Line following = next();
    Progress progress =
        new Progress() {
          @Override
          public void at(String what, long done, long total) {
            int all = Math.max(lines.size(), number);
            double within = total <= 0 ? 0 : (double) done / total;
            reporter.tell(
                (number - 1 + within) / all,
                ui.get("reception.progress", number, all, file.getFileName()));
          }

          @Override
          public boolean isCancelled() {
            return reporter.isCancelled();
          }
        };
    progress.at("", 0, 1);
    try {
      FileResult result = series.take(file, following == null ? null : following.file(), progress);
      State state = result.kind() == FileResult.Kind.REFUSED ? State.REFUSED : State.DONE;
      ui.background().show(() -> replace(file, new Line(file, state, result)));
    } catch (Cancelled e) {
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }

  /// The first file that waits; asked from the background.
  private @Nullable Line next() {
    return List.copyOf(lines).stream()
        .filter(line -> line.state() == State.WAITING)
        .findFirst()
        .orElse(null);
  }

  private void replace(Path file, Line with) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).file().equals(file)) {
        lines.set(i, with);
      }
    }
    Line now = selected.get();
    if (now != null && now.file().equals(file)) {
      selected.set(with);
    }
  }

  private static List<Path> filesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return !name.startsWith("~$") && KINDS.stream().anyMatch(name::endsWith);
          })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
