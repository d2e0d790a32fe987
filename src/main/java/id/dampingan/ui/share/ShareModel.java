package id.dampingan.ui.share;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.ShareErrand;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which part of a village's work goes to which colleague.
public final class ShareModel {
  private static final String HOUSEHOLDS = "rumah_tangga";

  /// What was done or is wrong, as a key of the texts with its arguments.
  public record Said(String key, List<Object> arguments, boolean wrong) {}

  private record Found(List<ShareErrand.Part> parts, List<ShareErrand.Given> given) {}

  private final Desk desk;
  private final Ui ui;
  private final Set<String> chosen = new HashSet<>();

  // Properties

  private final ObjectProperty<@Nullable String> village = new SimpleObjectProperty<>();
  private final ObjectProperty<ShareErrand.By> by =
      new SimpleObjectProperty<>(ShareErrand.By.HAMLET);
  private final StringProperty colleague = new SimpleStringProperty("");
  private final ObservableList<ShareErrand.Part> parts = FXCollections.observableArrayList();
  private final ObservableList<ShareErrand.Given> given = FXCollections.observableArrayList();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

  /// @param code the village's, null: the first that has records
  public ShareModel(Desk desk, Ui ui, @Nullable String code) {
    this.desk = desk;
    this.ui = ui;
    List<String> known = villages();
    village.set(code != null || known.isEmpty() ? code : known.getFirst());
    village.addListener(_ -> asked());
    by.addListener(_ -> asked());
  }

  /// The villages with records, by code.
  public List<String> villages() {
    return desk.store().counts().stream()
        .map(count -> count.village())
        .filter(code -> !code.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  public String villageName(String code) {
    return desk.village(code).name();
  }

  public ObjectProperty<@Nullable String> villageProperty() {
    return village;
  }

  public ObjectProperty<ShareErrand.By> byProperty() {
    return by;
  }

  public StringProperty colleagueProperty() {
    return colleague;
  }

  public ObservableList<ShareErrand.Part> parts() {
    return parts;
  }

  /// Who has which part of any village.
  public ObservableList<ShareErrand.Given> given() {
    return given;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  public boolean isChosen(ShareErrand.Part part) {
    return chosen.contains(part.value());
  }

  /// What a part is called.
  public String title(ShareErrand.By split, String value) {
    if (value.isEmpty()) {
      return ui.get("share.unsaid");
    }
    return split == ShareErrand.By.LIST
        ? desk.store().form(value).map(form -> desk.title(form, ui.language())).orElse(value)
        : value;
  }

  public int households(ShareErrand.Part part) {
    return part.byForm().getOrDefault(HOUSEHOLDS, 0);
  }

  public int others(ShareErrand.Part part) {
    return part.byForm().values().stream().mapToInt(Integer::intValue).sum() - households(part);
  }

  /// Who has the part, as far as it was given from here.
  public Optional<ShareErrand.Given> holder(ShareErrand.Part part) {
    return given.stream()
        .filter(each ->
            each.village().equals(village.get())
                && each.by() == by.get()
                && each.value().equals(part.value()))
        .findFirst();
  }

  public String proposedName() {
    return String.join(
                "_",
                "Bagian",
                village.get() == null ? "" : villageName(village.get()),
                colleague.get().strip(),
                LocalDate.now(ui.clock()).toString())
            .replaceAll("[^A-Za-z0-9_-]+", "-")
        + ".zip";
  }

  // Commands

  public void refresh() {
    String code = village.get();
    ShareErrand.By split = by.get();
    ui.background()
        .run(() -> {
          ShareErrand errand = errand();
          return new Found(code == null ? List.of() : errand.parts(code, split), errand.given());
        })
        .onSuccess(found -> {
          given.setAll(found.given());
          parts.setAll(found.parts());
        })
        .start();
  }

  private void asked() {
    chosen.clear();
    said.set(null);
    refresh();
  }

  public void choose(ShareErrand.Part part, boolean now) {
    if (now) {
      chosen.add(part.value());
    } else {
      chosen.remove(part.value());
    }
  }

  /// Whether a colleague is named and something is chosen; else what is missing is told.
  public boolean isReady() {
    String missing =
        colleague.get().isBlank()
            ? "share.problem.colleague"
            : chosen.isEmpty() ? "share.problem.nothing" : "";
    said.set(missing.isEmpty() ? null : new Said(missing, List.of(), true));
    return missing.isEmpty();
  }

  /// Writes the colleague's package.
  public void share(Path out) {
    String code = village.get();
    if (busy.get() || code == null || !isReady()) {
      return;
    }
    String to = colleague.get().strip();
    ShareErrand.By split = by.get();
    List<ShareErrand.Part> some = parts.stream().filter(this::isChosen).toList();
    busy.set(true);
    var work =
        ui.background()
            .runLong(
                Errands.work(reporter ->
                    errand().share(to, code, split, some, out, Errands.progress(reporter))));
    work.onSuccess(
            done -> {
              chosen.clear();
              said.set(
                  new Said(
                      "share.done",
                      List.of(done.records(), to, String.valueOf(done.file().getFileName())),
                      false));
              refresh();
            })
        .onError(IOException.class, this::failed)
        .onError(Refused.class, this::failed)
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  private void failed(Exception error) {
    said.set(new Said("handover.problem.file", List.of(String.valueOf(error.getMessage())), true));
  }

  /// The colleague gave the part back.
  public void takeBack(ShareErrand.Given part) {
    ui.background()
        .run(() -> {
          errand().takeBack(part);
          return true;
        })
        .onSuccess(_ -> refresh())
        .start();
  }

  private ShareErrand errand() {
    return new ShareErrand(desk.office(ui.language()));
  }
}
