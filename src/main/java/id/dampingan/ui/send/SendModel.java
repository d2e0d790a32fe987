package id.dampingan.ui.send;

import id.dampingan.exchange.Addressee;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.ReceiptErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.Seals;
import id.dampingan.exchange.SplitErrand;
import id.dampingan.form.Form;
import id.dampingan.store.Selection;
import id.dampingan.store.SentWorkbook;
import id.dampingan.submission.Problem;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.Labels;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What goes out, and what went.
public final class SendModel {
  /// How much of one form would go.
  public record Line(Form form, int complete, int draft) {
    public int all() {
      return complete + draft;
    }
  }

  /// What was written.
  ///
  /// @param parts how many files; `file` is the first
  public record Sent(Path file, int rows, int parts, Instant at) {}

  /// In one file, however large.
  static final int WHOLE = 0;

  private final Desk desk;
  private final Background background;
  private final StatusLine status;
  private final Ui ui;
  private int asked;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<String> villages = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> village = new SimpleObjectProperty<>();
  private final BooleanProperty unsentOnly = new SimpleBooleanProperty();
  private final BooleanProperty withPhotos = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Addressee> addressee =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty sealed = new SimpleBooleanProperty(true);
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Sent> sent = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
  private final ObservableList<SentWorkbook> shipments = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> megabytes = new SimpleObjectProperty<>(WHOLE);
  private final ObservableList<Path> sticks = FXCollections.observableArrayList();
  private final StringProperty code = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable SentWorkbook> receipted = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Problem> codeProblem = new SimpleObjectProperty<>();

  public SendModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    this.background = ui.background();
    this.status = ui.status();
    unsentOnly.set(!desk.isMaster());
    withPhotos.set(true);
    village.addListener(_ -> refresh());
    unsentOnly.addListener(_ -> refresh());
    desk.revisionProperty().addListener(_ -> refresh());
  }

  public Desk desk() {
    return desk;
  }

  /// Per form, how much would go.
  public ObservableList<Line> lines() {
    return lines;
  }

  /// The codes of villages that have records.
  public ObservableList<String> villages() {
    return villages;
  }

  /// Null: every village.
  public ObjectProperty<@Nullable String> villageProperty() {
    return village;
  }

  public BooleanProperty unsentOnlyProperty() {
    return unsentOnly;
  }

  /// Whether photos and forms go along: a package instead of a workbook.
  public BooleanProperty withPhotosProperty() {
    return withPhotos;
  }

  /// Whom a sealed file is for, null: its key is not known here.
  public ReadOnlyObjectProperty<@Nullable Addressee> addresseeProperty() {
    return addressee.getReadOnlyProperty();
  }

  /// Whether the file is sealed, so that only the addressee opens it, and without a password.
  public BooleanProperty sealedProperty() {
    return sealed;
  }

  private boolean isSealed() {
    return addressee.get() != null && sealed.get();
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// What was written last, null: nothing yet.
  public ReadOnlyObjectProperty<@Nullable Sent> sentProperty() {
    return sent;
  }

  public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
    return failure;
  }

  /// What left before, the newest first.
  public ObservableList<SentWorkbook> shipments() {
    return shipments;
  }

  /// How large a part of a package may be in megabytes; [#WHOLE]: it is not split.
  public ObjectProperty<Integer> megabytesProperty() {
    return megabytes;
  }

  /// The USB sticks that are plugged in.
  public ObservableList<Path> sticks() {
    return sticks;
  }

  /// A receipt's code as it is typed.
  public StringProperty codeProperty() {
    return code;
  }

  /// What the code that was typed last is of, null: none was.
  public ReadOnlyObjectProperty<@Nullable SentWorkbook> receiptedProperty() {
    return receipted;
  }

  /// What is wrong with the code that was typed last.
  public ReadOnlyObjectProperty<@Nullable Problem> codeProblemProperty() {
    return codeProblem;
  }

  public int total() {
    return lines.stream().mapToInt(Line::all).sum();
  }

  public int drafts() {
    return lines.stream().mapToInt(Line::draft).sum();
  }

  /// A name that survives a messenger: agency, village, date, no spaces.
  public String proposedName() {
    String where = village.get();
    String place =
        where == null
            ? (villages.size() == 1 ? desk.village(villages.getFirst()).name() : "")
            : desk.village(where).name();
    String name =
        String.join(
            "_",
            List.of(
                "Dampingan",
                desk.isMaster() ? "Bappeda" : desk.workspace().agency(),
                place.isEmpty() ? "semua" : place,
                LocalDate.now(ui.clock()).toString()));
    return name.replaceAll("[^A-Za-z0-9_-]+", "-") + ending();
  }

  /// How the file's name ends; a sealed workbook says that it is one.
  String ending() {
    String plain = withPhotos.get() ? ".zip" : ".xlsx";
    String sealedEnding = withPhotos.get() ? ".dampingan" : ".xlsx.dampingan";
    return isSealed() ? sealedEnding : plain;
  }

  // Commands

  public void refresh() {
    int question = ++asked;
    String where = village.get();
    Selection selection =
        Selection.LIVE
            .unsent(unsentOnly.get())
            .inVillages(where == null ? Set.of() : Set.of(where));
    Set<String> seen = new TreeSet<>();
    background
        .run(() -> {
          Map<String, int[]> counts = new LinkedHashMap<>();
          desk.store()
              .each(
                  selection,
                  row -> {
                    if (row.submission().parent() == null) {
                      int[] of = counts.computeIfAbsent(row.submission().form(), _ -> new int[2]);
                      of[Labels.isDraft(row) ? 1 : 0]++;
                    }
                  });
          desk.store().counts().forEach(count -> seen.add(count.village()));
          seen.remove("");
          List<Line> found = new ArrayList<>();
          for (Form form : desk.isMaster() ? desk.store().forms() : desk.fieldForms()) {
            int[] of = counts.getOrDefault(form.id(), new int[2]);
            if (of[0] + of[1] > 0) {
              found.add(new Line(form, of[0], of[1]));
            }
          }
          return found;
        })
        .onSuccess(found -> {
          if (question == asked) {
            if (!villages.equals(List.copyOf(seen))) {
              villages.setAll(seen);
            }
            lines.setAll(found);
          }
        })
        .start();
    background
        .run(() -> new Seals(desk.store()).bappeda())
        .onSuccess(found -> addressee.set(found.orElse(null)))
        .start();
    background.run(() -> desk.store().shipments().sent()).onSuccess(shipments::setAll).start();
  }

  /// Looks for USB sticks.
  public void lookForSticks() {
    background
        .run(() -> ui.files().sticks())
        .onSuccess(found -> {
          if (!sticks.equals(found)) {
            sticks.setAll(found);
          }
        })
        .start();
  }

  /// Writes the file onto a stick, beside what is there.
  public void sendTo(Path stick) {
    String name = proposedName();
    String ending = ending();
    String stem = name.substring(0, name.length() - ending.length());
    Path out = stick.resolve(name);
    for (int i = 2; Files.exists(out); i++) {
      out = stick.resolve(stem + "_" + i + ending);
    }
    send(out);
  }

  /// Takes the code that was typed.
  public void takeCode() {
    String typed = code.get();
    receipted.set(null);
    codeProblem.set(null);
    background
        .run(() -> new ReceiptErrand(desk.office(ui.language())).take(typed))
        .onSuccess(found -> {
          code.set("");
          receipted.set(found);
          desk.touch();
        })
        .onError(Refused.class, e -> codeProblem.set(e.problem()))
        .start();
  }

  /// Writes the file.
  public void send(Path out) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    failure.set(null);
    String where = village.get();
    ExportOrder plain =
        new ExportOrder(
            List.of(),
            where == null ? Set.of() : Set.of(where),
            null,
            unsentOnly.get(),
            password.get().isEmpty() ? null : password.get());
    ExportOrder order = isSealed() ? plain.seal() : plain;
    boolean split = megabytes.get() != WHOLE && withPhotos.get();
    long bytes = megabytes.get() * 1_000_000L;
    Background.Work<List<ExportErrand.Exported>> work =
        background.runLong(
            Errands.work(reporter -> {
              Office office = desk.office(ui.language());
              Progress progress = Errands.progress(reporter);
              return split
                  ? new SplitErrand(office).split(order, out, bytes, progress)
                  : List.of(new ExportErrand(office).export(order, out, progress));
            }));
    work.onSuccess(
            done -> {
              sent.set(
                  new Sent(
                      done.getFirst().file(),
                      done.stream().mapToInt(ExportErrand.Exported::total).sum(),
                      done.size(),
                      ui.clock().instant()));
              password.set("");
              desk.touch();
              refresh();
            })
        .onError(IOException.class, failure::set)
        .onError(Refused.class, failure::set)
        .atLast(() -> busy.set(false));
    status.watch(work);
    work.start();
  }

  /// Another file.
  public void again() {
    sent.set(null);
  }
}
