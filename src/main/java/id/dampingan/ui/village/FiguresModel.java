package id.dampingan.ui.village;

import id.dampingan.programme.Indicator.Source;
import id.dampingan.programme.Pack;
import id.dampingan.programme.Unit;
import id.dampingan.report.VillageFigures;
import id.dampingan.report.VillageFigures.Line;
import id.dampingan.report.VillageFigures.Meaning;
import id.dampingan.store.FormCount;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A village's indicators: baseline, previous, now; surveyed and village figures never mixed.
public final class FiguresModel {
  private final Desk desk;
  private final Background background;
  private final String village;
  private String wanted = "";
  private int asked;

  /// Read when figures are first asked for, in the background.
  private static final class Programme {
    static final Pack PACK = Pack.load();
  }

  private record Found(VillageFigures figures, List<String> rounds) {}

  // Properties

  private final ObservableList<String> rounds = FXCollections.observableArrayList();
  private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.RT);
  private final ObjectProperty<@Nullable VillageFigures> figures = new SimpleObjectProperty<>();
  private final ObservableList<Line> shown = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Line> chosen = new SimpleObjectProperty<>();

  FiguresModel(Desk desk, Background background, String village) {
    this.desk = desk;
    this.background = background;
    this.village = village;
    source.addListener(_ -> narrow());
  }

  /// The rounds that can be "now", the newest first.
  public ObservableList<String> rounds() {
    return rounds;
  }

  /// Whose figures: the surveyed households', or the village's own.
  public ObjectProperty<Source> sourceProperty() {
    return source;
  }

  /// Null: not computed yet.
  public ReadOnlyObjectProperty<@Nullable VillageFigures> figuresProperty() {
    return figures;
  }

  public ObservableList<Line> shown() {
    return shown;
  }

  /// The line that the panel beside tells more of.
  public ObjectProperty<@Nullable Line> chosenProperty() {
    return chosen;
  }

  public long count(Meaning... meanings) {
    return ofSource().stream().filter(line -> List.of(meanings).contains(line.meaning())).count();
  }

  /// The village's own figure of the chosen indicator, null if there is none.
  public @Nullable Line ofVillage(Line line) {
    VillageFigures all = figures.get();
    return all == null
        ? null
        : all.lines().stream()
            .filter(each -> each.indicator().source() == Source.DESA)
            .filter(each -> each.indicator().code().equals(line.indicator().code()))
            .filter(each -> each.indicator().line().equals(line.indicator().line()))
            .findFirst()
            .orElse(null);
  }

  // Commands

  /// Lets another round be "now".
  public void choose(String code) {
    wanted = code;
    refresh();
  }

  void refresh() {
    int question = ++asked;
    String code = wanted;
    background
        .run(() -> {
          TreeSet<String> known = new TreeSet<>();
          for (FormCount count : desk.store().counts()) {
            if (count.village().equals(village)
                && desk.store().form(count.form()).filter(Unit::isPictured).isPresent()) {
              known.add(count.round());
            }
          }
          known.add(desk.openRound());
          known.remove("");
          String now = known.contains(code) ? code : newest(known);
          return new Found(
              VillageFigures.of(desk.store(), Programme.PACK, village, now),
              List.copyOf(known.reversed()));
        })
        .onSuccess(found -> {
          if (question == asked) {
            if (!rounds.equals(found.rounds())) {
              rounds.setAll(found.rounds());
            }
            figures.set(found.figures());
            narrow();
          }
        })
        .start();
  }

  private static String newest(TreeSet<String> rounds) {
    return rounds.isEmpty() ? "" : rounds.last();
  }

  private void narrow() {
    Line before = chosen.get();
    shown.setAll(ofSource());
    chosen.set(
        shown.stream()
            .filter(line -> before != null && line.indicator().equals(before.indicator()))
            .findFirst()
            .orElse(shown.isEmpty() ? null : shown.getFirst()));
  }

  private List<Line> ofSource() {
    VillageFigures all = figures.get();
    boolean village = source.get() == Source.DESA;
    return all == null
        ? List.of()
        : all.lines().stream()
            .filter(line -> (line.indicator().source() == Source.DESA) == village)
            .toList();
  }
}
