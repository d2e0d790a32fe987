package id.dampingan.ui.entry;

import id.dampingan.exchange.EditErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledRow;
import id.dampingan.text.Texts;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What stands beside the question that people look at: what was known before, what happened to the
/// answer, what was remarked on it.
public final class Beside {
  /// The form whose records are remarks on other records.
  private static final String REMARKS = "catatan";

  /// A remark on a question.
  ///
  /// @param unsent whether it has not left this laptop
  public record Remark(Spot about, String who, Instant when, String text, boolean unsent) {}

  private final Desk desk;
  private final Background background;
  private final StatusLine status;
  private final Editing editing;
  private final List<Remark> remarks = new ArrayList<>();
  private List<String> about = List.of();
  private Earlier earlier;

  // Properties

  private final ObjectProperty<@Nullable Spot> spot = new SimpleObjectProperty<>();
  private final ObservableList<HistoryLine> history = FXCollections.observableArrayList();
  private final IntegerProperty revision = new SimpleIntegerProperty();

  Beside(Desk desk, Background background, StatusLine status, Editing editing) {
    this.desk = desk;
    this.background = background;
    this.status = status;
    this.editing = editing;
    this.earlier = Earlier.prelistOnly(editing.form());
    readRemarks();
    findEarlier();
  }

  /// The question that people look at, null: none yet.
  public ReadOnlyObjectProperty<@Nullable Spot> spotProperty() {
    return spot;
  }

  /// What happened to its answer.
  public ObservableList<HistoryLine> history() {
    return history;
  }

  /// Rises when remarks or earlier values were read.
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision;
  }

  /// The question as the form defines it, none of a note.
  public Optional<Field> field() {
    Spot here = spot.get();
    return here == null || !editing.session().has(here.row())
        ? Optional.empty()
        : editing
            .form()
            .table(editing.session().tableOf(here.row()))
            .flatMap(table -> table.field(here.field()));
  }

  /// The answer that the question has now.
  public String value() {
    Spot here = spot.get();
    return here == null || field().isEmpty()
        ? ""
        : editing.session().cell(here.row(), here.field()).value();
  }

  /// What was known of the question before, null: nothing.
  Earlier.@Nullable Value earlier() {
    Spot here = spot.get();
    return here == null ? null : earlier.of(editing.session(), here);
  }

  Earlier.@Nullable Value earlierOf(Spot of) {
    return earlier.of(editing.session(), of);
  }

  /// The record of the same unit in an earlier round, or null.
  @Nullable UUID previousRoot() {
    return earlier.previousRoot();
  }

  /// The remarks on a question, oldest first.
  public List<Remark> remarksOn(Spot of) {
    return remarks.stream().filter(remark -> remark.about().equals(of)).toList();
  }

  /// The reason that was given for a soft warning, or the empty text.
  public String reasonFor(Spot warning) {
    List<Remark> said = remarksOn(warning);
    return said.isEmpty() ? "" : said.getLast().text();
  }

  /// Whether somebody confirmed that the answer is right though it was another one before.
  public boolean isConfirmed(Spot of) {
    Earlier.Value before = earlier.of(editing.session(), of);
    return before != null
        && remarksOn(of).stream().anyMatch(each -> each.text().equals(confirmation(of, before)));
  }

  // Commands

  /// People look at this question now.
  void look(Spot at) {
    spot.set(at);
    List<String> now = Earlier.about(editing.form(), editing.session());
    if (!now.equals(about)) {
      findEarlier();
    }
    background
        .run(() ->
            desk.store().submission(at.row()).isEmpty()
                ? List.<HistoryLine>of()
                : desk.store().historyOf(at.row()).stream()
                    .filter(line -> line.field().equals(at.field()))
                    .toList())
        .onSuccess(lines -> {
          if (at.equals(spot.get())) {
            history.setAll(lines);
          }
        })
        .start();
  }

  /// Takes the earlier value as the answer.
  public void useEarlier() {
    Spot here = spot.get();
    Earlier.Value before = earlier();
    if (here != null && before != null) {
      editing.answer(here, before.value());
      revision.set(revision.get() + 1);
    }
  }

  /// Takes a value that a decision had set aside as the answer.
  void take(String value) {
    Spot here = spot.get();
    if (here != null) {
      editing.answer(here, value);
      revision.set(revision.get() + 1);
    }
  }

  /// With one key: an empty answer becomes the earlier value, another one is said to be right.
  public void confirm() {
    Spot here = spot.get();
    Earlier.Value before = earlier();
    if (here == null || before == null) {
      return;
    }
    if (value().isEmpty()) {
      useEarlier();
    } else if (!value().equals(before.value()) && !isConfirmed(here)) {
      remark(here, confirmation(here, before));
    }
  }

  private String confirmation(Spot of, Earlier.Value before) {
    String now = editing.session().cell(of.row(), of.field()).value();
    return "Dipastikan: " + shown(of, now) + "; nilai awal: " + shown(of, before.value());
  }

  private String shown(Spot of, String value) {
    Form form = editing.form();
    return form.table(editing.session().tableOf(of.row()))
        .flatMap(table -> table.field(of.field()))
        .map(field -> desk.labels().value(form, field, value, Texts.of("id")))
        .orElse(value);
  }

  /// Writes a remark on a question, or the reason for a soft warning.
  public void remark(Spot on, String text) {
    String said = text.strip();
    if (said.isEmpty() || desk.store().form(REMARKS).isEmpty()) {
      return;
    }
    Map<String, String> answers =
        Map.of(
            "rekaman", on.row().toString(),
            "formulir", editing.form().id(),
            "pertanyaan", on.field(),
            "isi", said,
            "dari", desk.user());
    background
        .run(() -> new EditErrand(desk.office("id")).create(REMARKS, null, answers))
        .onSuccess(_ -> readRemarks())
        .onError(
            Exception.class,
            error ->
                status.tell(
                    new StatusLine.Notice(
                        "entry.remark.notSaved", Tone.DANGER, null, null, String.valueOf(error))))
        .start();
  }

  private void readRemarks() {
    background
        .run(() -> {
          List<Remark> found = new ArrayList<>();
          if (desk.store().form(REMARKS).isPresent()) {
            desk.store()
                .each(
                    Selection.LIVE.ofForm(REMARKS),
                    row -> {
                      if (row.value("formulir").equals(editing.form().id())) {
                        remark(row).ifPresent(found::add);
                      }
                    });
          }
          found.sort(Comparator.comparing(Remark::when));
          return found;
        })
        .onSuccess(found -> {
          remarks.clear();
          remarks.addAll(found);
          revision.set(revision.get() + 1);
        })
        .start();
  }

  private static Optional<Remark> remark(StoredRow row) {
    try {
      Spot about = new Spot(UUID.fromString(row.value("rekaman")), row.value("pertanyaan"));
      return Optional.of(
          new Remark(about, row.value("dari"), row.changedAt(), row.value("isi"), row.unsent()));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // somebody typed something else into Excel
    }
  }

  private void findEarlier() {
    about = Earlier.about(editing.form(), editing.session());
    Form form = editing.form();
    FilledRow now = editing.session().filled().root();
    background
        .run(() -> Earlier.find(desk.store(), form, now))
        .onSuccess(found -> {
          earlier = found;
          revision.set(revision.get() + 1);
        })
        .start();
  }
}
