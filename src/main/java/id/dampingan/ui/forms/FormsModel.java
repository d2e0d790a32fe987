package id.dampingan.ui.forms;

import id.dampingan.exchange.FormErrand;
import id.dampingan.exchange.FormUpdates;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.store.FormSource;
import id.dampingan.store.Store;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which forms there are, and the one that may become another.
public final class FormsModel {
  /// One version of a form.
  ///
  /// @param source the file that it came from, null if it is not known
  /// @param newest whether it is the one that is asked now
  public record Version(Form form, @Nullable FormSource source, boolean newest) {}

  private final Desk desk;
  private final Ui ui;

  // Properties

  private final ObservableList<Version> versions = FXCollections.observableArrayList();
  private final ObjectProperty<FormErrand.@Nullable Proposal> proposal =
      new SimpleObjectProperty<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final StringProperty wrong = new SimpleStringProperty("");

  public FormsModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  /// Form by form, the newest version of each first.
  public ObservableList<Version> versions() {
    return versions;
  }

  /// The file that was looked at, null: none yet.
  public ReadOnlyObjectProperty<FormErrand.@Nullable Proposal> proposalProperty() {
    return proposal;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// Why a file could not be read at all, in people's words; empty: nothing is wrong.
  public ReadOnlyStringProperty wrongProperty() {
    return wrong;
  }

  /// Only the master adds forms.
  public boolean mayAdd() {
    return errand().mayAdd();
  }

  public String title(Form form) {
    return desk.title(form, ui.language());
  }

  /// Questions in people's words.
  String words(FormUpdates.Report report, List<String> keys, boolean old) {
    FormErrand.Proposal now = proposal.get();
    Form form =
        old || now == null
            ? desk.store().form(report.form(), report.from()).orElse(null)
            : now.form();
    return String.join(
        "; ", keys.stream().map(key -> FormUpdates.words(form, key, ui.language())).toList());
  }

  // Commands

  public void refresh() {
    Store store = desk.store();
    ui.background()
        .run(() -> {
          List<Version> found = new ArrayList<>();
          for (Form newest : store.forms()) {
            for (String version : store.formVersions(newest.id()).reversed()) {
              store
                  .form(newest.id(), version)
                  .ifPresent(form ->
                      found.add(
                          new Version(
                              form,
                              store.formSource(form.id(), version).orElse(null),
                              version.equals(newest.version()))));
            }
          }
          return found;
        })
        .onSuccess(versions::setAll)
        .start();
  }

  /// Looks at a file: nothing is written.
  public void look(Path file) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    wrong.set("");
    ui.background()
        .run(() -> errand().look(file))
        .onSuccess(proposal::set)
        .onError(
            IOException.class,
            _ -> {
              proposal.set(null);
              wrong.set(ui.get("forms.unreadable", String.valueOf(file.getFileName())));
            })
        .atLast(() -> busy.set(false))
        .start();
  }

  /// Opens the form in entry; nothing that is filled in there is kept.
  public void tryOut() {
    FormErrand.Proposal now = proposal.get();
    Form form = now == null ? null : now.form();
    if (now == null || form == null || !now.isGood() || busy.get()) {
      return;
    }
    busy.set(true);
    ui.background()
        .run(() -> {
          desk.tryOut(form, now.content(), now.file());
          return form.id();
        })
        .onSuccess(id -> ui.navigator().go(new Place.Trial(id, UUID.randomUUID())))
        .atLast(() -> busy.set(false))
        .start();
  }

  /// Makes it the version that is asked from now on.
  public void use() {
    FormErrand.Proposal now = proposal.get();
    Form form = now == null ? null : now.form();
    if (now == null || form == null || !now.isGood() || !mayAdd() || busy.get()) {
      return;
    }
    busy.set(true);
    ui.background()
        .run(() -> {
          errand().add(now);
          return form;
        })
        .onSuccess(added -> {
          proposal.set(null);
          desk.readVillages();
          desk.touch();
          refresh();
          ui.status()
              .tell(
                  StatusLine.Notice.of(
                      ui.get("forms.added", title(added), added.version()), Tone.SUCCESS));
        })
        .onError(FormException.class, e -> wrong.set(String.valueOf(e.getMessage())))
        .atLast(() -> busy.set(false))
        .start();
  }

  /// Puts the file away.
  public void forget() {
    proposal.set(null);
    wrong.set("");
  }

  private FormErrand errand() {
    return new FormErrand(desk.office(ui.language()));
  }
}
