package id.dampingan.ui;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.PastBatch;
import id.dampingan.exchange.RowChange;
import id.dampingan.form.Form;
import id.dampingan.merge.Outcome;
import id.dampingan.store.BatchCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of one file by what became of them, and the cells of the chosen row.
public final class ChangesModel {
  /// What there is to look at.
  ///
  /// @param rows the first rows of each outcome
  /// @param held what waits
  public record Content(
      int read,
      Map<Outcome, Integer> counts,
      List<RowChange> rows,
      List<FileResult.HeldLine> held) {
    public static final Content NOTHING = new Content(0, Map.of(), List.of(), List.of());

    public Content {
      counts = Map.copyOf(counts);
      rows = List.copyOf(rows);
      held = List.copyOf(held);
    }

    public static Content of(FileResult result) {
      Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        counts.put(outcome, result.counts().of(outcome));
      }
      List<RowChange> rows = new ArrayList<>(result.changes());
      rows.addAll(result.unchanged());
      return new Content(result.counts().read(), counts, rows, result.held());
    }

    public static Content of(PastBatch past) {
      BatchCounts of = past.batch().counts();
      Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
      counts.put(Outcome.NEW, of.fresh());
      counts.put(Outcome.CHANGED, of.changed());
      counts.put(Outcome.SAME, of.same());
      counts.put(Outcome.DELETED, of.deleted());
      counts.put(Outcome.CONFLICT, of.conflict());
      counts.put(Outcome.HELD, of.heldRows());
      return new Content(of.read(), counts, past.changes(), past.held());
    }

    public int of(@Nullable Outcome outcome) {
      return outcome == null ? read : counts.getOrDefault(outcome, 0);
    }
  }

  private final Desk desk;

  // Properties

  private final ObjectProperty<Content> content = new SimpleObjectProperty<>(Content.NOTHING);
  private final ObjectProperty<@Nullable Outcome> filter = new SimpleObjectProperty<>();
  private final ObservableList<RowChange> shown = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable RowChange> selected = new SimpleObjectProperty<>();

  public ChangesModel(Desk desk) {
    this.desk = desk;
  }

  public Desk desk() {
    return desk;
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content;
  }

  /// Null: every row.
  public ReadOnlyObjectProperty<@Nullable Outcome> filterProperty() {
    return filter;
  }

  /// The rows that the filter lets through.
  public ObservableList<RowChange> shown() {
    return shown;
  }

  public ObjectProperty<@Nullable RowChange> selectedProperty() {
    return selected;
  }

  /// How many rows the filter means that are too many to be shown.
  public int more() {
    return Math.max(0, content.get().of(filter.get()) - shown.size());
  }

  public Optional<Form> form(String table) {
    return desk.store().form(Form.idOf(table));
  }

  // Commands

  public void show(Content of, @Nullable Outcome outcome) {
    content.set(of);
    filter(outcome);
  }

  public void filter(@Nullable Outcome outcome) {
    filter.set(outcome);
    shown.setAll(
        content.get().rows().stream()
            .filter(row -> outcome == null || row.outcome() == outcome)
            .toList());
    selected.set(shown.isEmpty() ? null : shown.getFirst());
  }
}
