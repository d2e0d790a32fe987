package id.dampingan.ui.village;

import id.dampingan.form.Choice;
import id.dampingan.form.Form;
import id.dampingan.store.FormCount;
import id.dampingan.store.Search;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One village: what is known of it and how its forms stand.
public final class VillageModel {
  /// A form's line.
  public record Line(Form form, int complete, int draft, int conflict, int held, int unsent) {}

  /// Who cares for the village.
  public record Assignment(String agency, String partners) {}

  private record Found(List<Line> lines, Assignment assignment) {}

  private final Desk desk;
  private final Background background;
  private final String code;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObjectProperty<Assignment> assignment =
      new SimpleObjectProperty<>(new Assignment("", ""));

  public VillageModel(Desk desk, Background background, String code) {
    this.desk = desk;
    this.background = background;
    this.code = code;
    desk.revisionProperty().addListener(_ -> refresh());
  }

  public Desk.VillageName village() {
    return desk.village(code);
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<Assignment> assignmentProperty() {
    return assignment;
  }

  public int total() {
    return lines.stream().mapToInt(line -> line.complete() + line.draft()).sum();
  }

  /// What a form is called.
  public String title(Form form, String language) {
    return desk.title(form, language);
  }

  // Commands

  public void refresh() {
    background
        .run(this::find)
        .onSuccess(found -> {
          lines.setAll(found.lines());
          assignment.set(found.assignment());
        })
        .start();
  }

  private Found find() {
    List<FormCount> counts =
        desk.store().counts().stream().filter(each -> each.village().equals(code)).toList();
    List<Line> found = new ArrayList<>();
    for (Form form : desk.fieldForms()) {
      List<FormCount> of = counts.stream().filter(c -> c.form().equals(form.id())).toList();
      int unsent =
          desk.store()
              .search(new Search(form.id(), "", Set.of(code), null, Search.Kind.UNSENT, 0, 1))
              .total();
      found.add(
          new Line(
              form,
              of.stream().mapToInt(FormCount::complete).sum(),
              of.stream().mapToInt(FormCount::draft).sum(),
              of.stream().mapToInt(FormCount::conflict).sum(),
              of.stream().mapToInt(FormCount::held).sum(),
              unsent));
    }
    return new Found(found, findAssignment());
  }

  private Assignment findAssignment() {
    for (Choice each : desk.lists().items("penugasan")) {
      if (code.equals(each.properties().get("desa"))) {
        String agency = each.properties().getOrDefault("opd", "");
        String name =
            desk.lists().items("opd").stream()
                .filter(
                    opd -> agency.equals(opd.properties().getOrDefault("kode_opd", opd.value())))
                .map(opd -> opd.label().in("id"))
                .findFirst()
                .orElse(agency);
        return new Assignment(name, "");
      }
    }
    return new Assignment("", "");
  }
}
