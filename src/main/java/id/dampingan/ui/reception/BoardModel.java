package id.dampingan.ui.reception;

import id.dampingan.form.Form;
import id.dampingan.programme.Standing;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where every village stands in the last rounds.
public final class BoardModel {
  /// A village, with how it stands in each round.
  public record Line(Desk.VillageName village, Map<String, Standing> byRound) {
    public Standing in(String round) {
      return byRound.getOrDefault(round, Standing.NOTHING);
    }
  }

  private final Desk desk;
  private final Ui ui;
  private List<Line> all = List.of();

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<String> rounds = FXCollections.observableArrayList();
  private final BooleanProperty missingOnly = new SimpleBooleanProperty();

  BoardModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    desk.revisionProperty().addListener(_ -> refresh());
    missingOnly.addListener(_ -> filter());
  }

  /// The villages that the filter lets through, by district and name.
  public ObservableList<Line> lines() {
    return lines;
  }

  /// The last three rounds, the open one among them.
  public ObservableList<String> rounds() {
    return rounds;
  }

  /// Whether only villages are shown from which nothing came in the last round.
  public BooleanProperty missingOnlyProperty() {
    return missingOnly;
  }

  /// Whether this is the round that is open.
  public boolean isOpen(String round) {
    return round.equals(desk.openRound());
  }

  /// All villages, whatever the filter says.
  public int villages() {
    return all.size();
  }

  /// How many villages stand how in the last round.
  public Map<Standing.State, Integer> counts() {
    Map<Standing.State, Integer> counts = new EnumMap<>(Standing.State.class);
    if (!rounds.isEmpty()) {
      all.forEach(line -> counts.merge(line.in(rounds.getLast()).state(), 1, Integer::sum));
    }
    return counts;
  }

  public int missing() {
    return counts().getOrDefault(Standing.State.NONE, 0);
  }

  // Commands

  /// Reads it again.
  public void refresh() {
    Set<String> forms =
        desk.fieldForms().stream().map(Form::id).collect(Collectors.toUnmodifiableSet());
    String open = desk.openRound();
    ui.background()
        .run(() -> Standing.board(desk.store(), forms, open))
        .onSuccess(this::show)
        .start();
  }

  private void show(Standing.Board board) {
    all =
        board.byVillage().entrySet().stream()
            .map(each -> new Line(desk.village(each.getKey()), each.getValue()))
            .sorted((a, b) -> {
              int district = a.village().district().compareTo(b.village().district());
              return district != 0 ? district : a.village().name().compareTo(b.village().name());
            })
            .toList();
    if (!rounds.equals(board.rounds())) {
      rounds.setAll(board.rounds());
    }
    filter();
  }

  private void filter() {
    boolean missing = missingOnly.get() && !rounds.isEmpty();
    lines.setAll(
        all.stream()
            .filter(line -> !missing || line.in(rounds.getLast()).state() == Standing.State.NONE)
            .toList());
  }
}
