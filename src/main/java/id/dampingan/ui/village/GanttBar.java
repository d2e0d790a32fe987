package id.dampingan.ui.village;

import id.dampingan.programme.Timeline;
import id.dampingan.text.Texts;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One row of a year: lines between months, today, and an intervention's plan and report.
final class GanttBar extends Region {
  private static final double BAR = 16;
  private static final double FILL = 10;

  private final int year;
  private final LocalDate today;
  private final List<Region> months = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final Region plan = new Region();
  private final Region report = new Region();
  private final Region late = new Region();
  private final Region now = new Region();
  private Timeline.@Nullable Bar bar;

  GanttBar(int year, LocalDate today) {
    this.year = year;
    this.today = today;
    getStyleClass().add("gantt");
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (int i = 0; i < 12; i++) {
      Region line = new Region();
      line.getStyleClass().add("gantt-month");
      months.add(line);
    }
    getChildren().addAll(months);
    now.getStyleClass().add("gantt-today");
    now.setVisible(today.getYear() == year);
    getChildren().add(now);
  }

  /// Names the months, by their first letters where room is short.
  void showMonths(Texts texts, boolean narrow) {
    for (Month month : Month.values()) {
      String name = texts.month(month);
      Label label = new Label(narrow ? name.substring(0, 1) : name);
      label.getStyleClass().add("small");
      names.add(label);
    }
    getChildren().addAll(names);
    now.setVisible(false);
  }

  void show(Timeline.Bar shown) {
    bar = shown;
    plan.getStyleClass()
        .add(shown.state() == Timeline.State.PROPOSED ? "gantt-proposed" : "gantt-plan");
    report
        .getStyleClass()
        .add(shown.state() == Timeline.State.DONE ? "gantt-done" : "gantt-reported");
    late.getStyleClass().add("gantt-late");
    getChildren().addAll(plan, report, late);
    now.toFront();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    for (int i = 0; i < 12; i++) {
      double x = x(LocalDate.of(year, i + 1, 1));
      months.get(i).resizeRelocate(Math.floor(x), 0, 1, height);
      if (!names.isEmpty()) {
        Label name = names.get(i);
        double room = getWidth() / 12;
        double width = Math.min(room, name.prefWidth(-1));
        name.resizeRelocate(
            x + (room - width) / 2, (height - name.prefHeight(-1)) / 2, width, name.prefHeight(-1));
      }
    }
    now.resizeRelocate(Math.floor(x(today)), 0, 2, height);
    Timeline.Bar shown = bar;
    if (shown != null) {
      double from = x(shown.start());
      double to = x(shown.end().plusDays(1));
      double middle = height / 2;
      plan.resizeRelocate(from, middle - BAR / 2, Math.max(3, to - from), BAR);
      Double physical = shown.physical();
      double share = physical == null ? 0 : Math.clamp(physical / 100, 0, 1);
      // The whole plan's share, not that of the part which this year shows.
      LocalDate reached =
          shown.start().plusDays(Math.round(share * days(shown.start(), shown.end())));
      double done = share >= 1 ? to : x(reached);
      report.resizeRelocate(from, middle - FILL / 2, Math.max(0, done - from), FILL);
      report.setVisible(done > from);
      boolean isLate = shown.state() == Timeline.State.LATE;
      late.setVisible(isLate);
      late.resizeRelocate(to, middle - FILL / 2, isLate ? Math.max(0, x(today) - to) : 0, FILL);
    }
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /// Where a day begins, kept within the year.
  private double x(LocalDate day) {
    LocalDate first = LocalDate.of(year, 1, 1);
    double share = (double) ChronoUnit.DAYS.between(first, day) / first.lengthOfYear();
    return getWidth() * Math.clamp(share, 0, 1);
  }
}
