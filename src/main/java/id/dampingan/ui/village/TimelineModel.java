package id.dampingan.ui.village;

import id.dampingan.programme.Timeline;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A village's interventions in one year: plan and report.
public final class TimelineModel {
  private final Desk desk;
  private final Background background;
  private final String village;

  // Properties

  private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>();
  private final IntegerProperty year = new SimpleIntegerProperty();

  TimelineModel(Desk desk, Background background, String village) {
    this.desk = desk;
    this.background = background;
    this.village = village;
  }

  /// Null: not read yet.
  public ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
    return timeline;
  }

  /// The year that is drawn.
  public IntegerProperty yearProperty() {
    return year;
  }

  /// The bars that touch the year.
  public List<Timeline.Bar> bars() {
    Timeline known = timeline.get();
    return known == null
        ? List.of()
        : known.bars().stream()
            .filter(bar -> bar.start().getYear() <= year.get() && bar.end().getYear() >= year.get())
            .toList();
  }

  /// Whether an intervention answers this problem or potential.
  public boolean isAnswered(String uuid) {
    Timeline known = timeline.get();
    return known != null && known.answered().contains(uuid);
  }

  public Desk desk() {
    return desk;
  }

  // Commands

  void refresh() {
    background
        .run(() -> Timeline.of(desk.store(), village, desk.today()))
        .onSuccess(found -> {
          List<Integer> years = found.years();
          if (year.get() == 0 || !years.contains(year.get())) {
            int now = desk.today().getYear();
            year.set(years.isEmpty() || years.contains(now) ? now : years.getLast());
          }
          timeline.set(found);
        })
        .start();
  }
}
