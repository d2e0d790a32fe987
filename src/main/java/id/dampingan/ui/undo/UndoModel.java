package id.dampingan.ui.undo;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Undo;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
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
import org.jspecify.annotations.Nullable;

/// What taking a batch back would mean, and the deed.
public final class UndoModel {
  private static final int MOST_LINES = 200;

  private final Desk desk;
  private final Ui ui;
  private final long batch;

  /// Something that would stay as it is.
  ///
  /// @param question empty: the record as a whole
  /// @param field empty: the record as a whole
  public record Left(UUID root, UUID row, String name, String question, String field) {}

  /// Both ways to take it back.
  ///
  /// @param withdrawal as if the file had never come, null: it was no import
  /// @param change as an edit that travels
  public record Ways(
      UndoErrand.@Nullable Outlook withdrawal,
      List<Left> leftByWithdrawal,
      UndoErrand.Outlook change,
      List<Left> leftByChange) {}

  // Properties

  private final ObjectProperty<@Nullable Ways> ways = new SimpleObjectProperty<>();
  private final ObjectProperty<UndoErrand.@Nullable Undone> undone = new SimpleObjectProperty<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final StringProperty refused = new SimpleStringProperty("");

  public UndoModel(Desk desk, Ui ui, long batch) {
    this.desk = desk;
    this.ui = ui;
    this.batch = batch;
  }

  public long batch() {
    return batch;
  }

  /// Null: not looked at yet.
  public ReadOnlyObjectProperty<@Nullable Ways> waysProperty() {
    return ways;
  }

  /// What was done, null: nothing yet.
  public ReadOnlyObjectProperty<UndoErrand.@Nullable Undone> undoneProperty() {
    return undone;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// Why it cannot be taken back, in people's words; empty: it can.
  public ReadOnlyStringProperty refusedProperty() {
    return refused;
  }

  // Commands

  public void refresh() {
    if (undone.get() != null) {
      return;
    }
    UndoErrand errand = errand();
    ui.background()
        .run(() -> {
          UndoErrand.Outlook change = errand.look(batch, true);
          UndoErrand.Outlook withdrawal = errand.look(batch, false);
          boolean isImport = !withdrawal.travels();
          return new Ways(
              isImport ? withdrawal : null,
              isImport ? left(withdrawal) : List.of(),
              change,
              left(change));
        })
        .onSuccess(ways::set)
        .onError(Refused.class, e -> refused.set(String.valueOf(e.getMessage())))
        .start();
  }

  /// Takes back what can be taken back; all else stays.
  public void undo(boolean asChange) {
    if (busy.get() || undone.get() != null) {
      return;
    }
    busy.set(true);
    var work = ui.background().runLong(_ -> errand().undo(batch, asChange));
    work.onSuccess(undone::set)
        .onError(Refused.class, e -> refused.set(String.valueOf(e.getMessage())))
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  private UndoErrand errand() {
    return new UndoErrand(desk.office(ui.language()));
  }

  private List<Left> left(UndoErrand.Outlook outlook) {
    return outlook.untouched().stream().limit(MOST_LINES).map(this::left).toList();
  }

  private Left left(Undo.Untouched untouched) {
    StoredRow row = desk.store().row(untouched.uuid()).orElse(null);
    UUID root = row == null ? untouched.uuid() : row.submission().root();
    Form form =
        row == null ? null : desk.store().form(Form.idOf(row.submission().form())).orElse(null);
    FormTable table =
        form == null || row == null ? null : form.table(row.submission().form()).orElse(null);
    String name =
        form == null || table == null || row == null
            ? untouched.uuid().toString()
            : desk.labels().name(form, table, row::value, ui.words().texts());
    String question =
        table == null
            ? untouched.field()
            : table
                .field(untouched.field())
                .map(Field::label)
                .map(label -> label.in(ui.language()))
                .orElse(untouched.field());
    return new Left(root, untouched.uuid(), name, question, untouched.field());
  }
}
