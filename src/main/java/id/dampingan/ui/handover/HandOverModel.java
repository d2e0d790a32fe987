package id.dampingan.ui.handover;

import id.dampingan.exchange.HandOverErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.report.paper.HandOver;
import id.dampingan.report.paper.NoSuchPaper;
import id.dampingan.report.paper.PaperSize;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Who gives what to whom, and what cannot be taken back.
public final class HandOverModel {
  private static final int SHORTEST = 8;

  /// What was done or is wrong, as a key of the texts with its argument.
  public record Said(String key, String argument, boolean wrong) {}

  private final Desk desk;
  private final Ui ui;
  private final Runnable close;
  private final List<String> users;

  // Properties

  private final StringProperty leaver = new SimpleStringProperty();
  private final StringProperty known = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty repeated = new SimpleStringProperty("");
  private final StringProperty location = new SimpleStringProperty("");
  private final BooleanProperty elsewhere = new SimpleBooleanProperty();
  private final StringProperty word = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable HandOver> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<HandOverErrand.@Nullable Done> done =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

  /// @param close closes the workspace and shows the first screen
  public HandOverModel(Desk desk, Ui ui, Runnable close) {
    this.desk = desk;
    this.ui = ui;
    this.close = close;
    this.users = desk.store().keys().users();
    leaver.set(users.contains(desk.user()) ? desk.user() : users.getFirst());
    leaver.addListener(_ -> refresh());
    elsewhere.addListener(_ -> refresh());
  }

  /// Everybody whose password opens the workspace.
  public List<String> users() {
    return users;
  }

  public StringProperty leaverProperty() {
    return leaver;
  }

  /// A successor who opens this workspace already; the empty text: somebody new.
  public StringProperty knownProperty() {
    return known;
  }

  /// The name of a new successor.
  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public StringProperty repeatedProperty() {
    return repeated;
  }

  /// Where it is signed.
  public StringProperty locationProperty() {
    return location;
  }

  /// Whether the successor works on another laptop.
  public BooleanProperty elsewhereProperty() {
    return elsewhere;
  }

  /// What is typed to say that one means it.
  public StringProperty wordProperty() {
    return word;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// What would be handed over, null: not counted yet.
  public ReadOnlyObjectProperty<@Nullable HandOver> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// What was handed over, null: nothing yet.
  public ReadOnlyObjectProperty<HandOverErrand.@Nullable Done> doneProperty() {
    return done.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  public String village(String code) {
    return code.isEmpty() ? "–" : desk.village(code).name();
  }

  public String title(String form, String language) {
    return desk.store().form(form).map(each -> desk.title(each, language)).orElse(form);
  }

  public String successor() {
    return known.get().isEmpty() ? name.get().strip() : known.get();
  }

  /// A name for the paper, or for the file of the other laptop, that survives a messenger.
  public String proposedName(String ending) {
    return ("Serah-terima_" + successor() + "_" + LocalDate.now(ui.clock()))
            .replaceAll("[^A-Za-z0-9_-]+", "-")
        + ending;
  }

  // Commands

  public void refresh() {
    if (done.get() == null) {
      HandOverErrand.Order order = looked();
      ui.background().run(() -> errand().look(order)).onSuccess(preview::set).start();
    }
  }

  /// Whether everything is said that must be; else what is missing is told.
  public boolean isReady() {
    String problem = problem();
    said.set(problem.isEmpty() ? null : new Said(problem, ui.get("handover.word"), true));
    return problem.isEmpty();
  }

  private String problem() {
    String to = successor();
    if (to.isEmpty()) {
      return "start.problem.name";
    }
    if (to.equals(leaver.get())) {
      return "handover.problem.self";
    }
    if (known.get().isEmpty()) {
      if (users.contains(to)) {
        return "keys.known";
      }
      if (password.get().length() < SHORTEST) {
        return "start.problem.short";
      }
      if (!password.get().equals(repeated.get())) {
        return "start.problem.differs";
      }
    }
    return word.get().strip().equalsIgnoreCase(ui.get("handover.word"))
        ? ""
        : "handover.problem.word";
  }

  /// Hands over what [#isReady] said can be.
  ///
  /// @param other the file for another laptop, null: it stays on this one
  public void handOver(@Nullable Path other) {
    if (busy.get() || done.get() != null || !isReady()) {
      return;
    }
    HandOverErrand.Order order = order(other);
    busy.set(true);
    var work =
        ui.background()
            .runLong(
                Errands.work(reporter -> errand().handOver(order, Errands.progress(reporter))));
    work.onSuccess(
            result -> {
              password.set("");
              repeated.set("");
              done.set(result);
              said.set(new Said("handover.done", successor(), false));
              desk.touch();
            })
        .onError(UncheckedIOException.class, this::failed)
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  private void failed(Exception error) {
    said.set(new Said("handover.problem.file", String.valueOf(error.getMessage()), true));
  }

  /// Writes the record to sign.
  public void paper(Path file) {
    HandOverErrand.Done result = done.get();
    HandOverErrand.Order order = looked();
    ui.background()
        .runLong(_ ->
            errand()
                .paper(
                    result == null ? errand().look(order) : result.handOver(), PaperSize.A4, file))
        .onSuccess(_ -> said.set(new Said("handover.paper.done", file.toString(), false)))
        .onError(IOException.class, this::failed)
        .onError(NoSuchPaper.class, this::failed)
        .start();
  }

  /// Gives the drafts back to the leaver; keys stay as they are.
  public void undo() {
    HandOverErrand.Done result = done.get();
    if (result != null && result.batch() > 0) {
      ui.background()
          .runLong(_ -> new UndoErrand(desk.office(ui.language())).undo(result.batch(), true))
          .onSuccess(_ -> said.set(new Said("handover.undone", leaver.get(), false)))
          .onError(Refused.class, this::failed)
          .start();
    }
  }

  /// Closes the workspace, so that the successor opens it.
  public void leave() {
    close.run();
  }

  private HandOverErrand errand() {
    return new HandOverErrand(desk.office(ui.language()));
  }

  /// To be looked at only: the file for the other laptop has no name yet.
  private HandOverErrand.Order looked() {
    return order(elsewhere.get() ? Path.of("") : null);
  }

  private HandOverErrand.Order order(@Nullable Path other) {
    return new HandOverErrand.Order(
        leaver.get(),
        successor(),
        known.get().isEmpty() ? password.get().toCharArray() : null,
        location.get().strip(),
        other);
  }
}
