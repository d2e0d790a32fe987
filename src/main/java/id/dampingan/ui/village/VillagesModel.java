package id.dampingan.ui.village;

import id.dampingan.form.Form;
import id.dampingan.store.FormCount;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All villages with how much was filled in there.
public final class VillagesModel {
  /// One village's line.
  public record Line(
      Desk.VillageName village, int complete, int draft, int conflict, int held, int forms) {
    public boolean isTouched() {
      return complete + draft + conflict + held > 0;
    }
  }

  private final Desk desk;
  private final Background background;
  private final List<Line> all = new ArrayList<>();

  // Properties

  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty onlyTouched = new SimpleBooleanProperty(true);
  private final ObservableList<Line> shown = FXCollections.observableArrayList();

  public VillagesModel(Desk desk, Background background) {
    this.desk = desk;
    this.background = background;
    text.addListener(_ -> narrow());
    onlyTouched.addListener(_ -> narrow());
    desk.revisionProperty().addListener(_ -> refresh());
  }

  /// What is searched.
  public StringProperty textProperty() {
    return text;
  }

  /// Whether villages without records are left out.
  public BooleanProperty onlyTouchedProperty() {
    return onlyTouched;
  }

  public ObservableList<Line> shown() {
    return shown;
  }

  public int count() {
    return all.size();
  }

  public int touched() {
    return (int) all.stream().filter(Line::isTouched).count();
  }

  // Commands

  public void refresh() {
    background
        .run(this::find)
        .onSuccess(found -> {
          boolean first = all.isEmpty();
          all.clear();
          all.addAll(found);
          if (first && touched() == 0) {
            onlyTouched.set(false);
          }
          narrow();
        })
        .start();
  }

  private List<Line> find() {
    Map<String, List<FormCount>> byVillage = new HashMap<>();
    List<String> fieldForms = desk.fieldForms().stream().map(Form::id).toList();
    for (FormCount count : desk.store().counts()) {
      if (fieldForms.contains(count.form())) {
        byVillage.computeIfAbsent(count.village(), _ -> new ArrayList<>()).add(count);
      }
    }
    List<Line> found = new ArrayList<>();
    for (Desk.VillageName village : desk.villages()) {
      List<FormCount> here = byVillage.getOrDefault(village.code(), List.of());
      found.add(
          new Line(
              village,
              here.stream().mapToInt(FormCount::complete).sum(),
              here.stream().mapToInt(FormCount::draft).sum(),
              here.stream().mapToInt(FormCount::conflict).sum(),
              here.stream().mapToInt(FormCount::held).sum(),
              (int) here.stream().map(FormCount::form).distinct().count()));
    }
    return found;
  }

  private void narrow() {
    String wanted = text.get().strip().toLowerCase(Locale.ROOT);
    shown.setAll(
        all.stream()
            .filter(line -> !wanted.isEmpty() || !onlyTouched.get() || line.isTouched())
            .filter(line ->
                (line.village().name()
                        + " "
                        + line.village().district()
                        + " "
                        + line.village().code())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
            .toList());
  }
}
