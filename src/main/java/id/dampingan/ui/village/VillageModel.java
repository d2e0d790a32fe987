package id.dampingan.ui.village;

import id.dampingan.form.Choice;
import id.dampingan.form.Form;
import id.dampingan.programme.Unit;
import id.dampingan.programme.VillageProgress;
import id.dampingan.store.FormCount;
import id.dampingan.store.Search;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.RecordDeeds;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One village: who cares for it, how far it is, and what its tabs show.
public final class VillageModel {
  /// What is shown below the header.
  public enum Tab {
    SUMMARY,
    FORMS,
    HOUSEHOLDS,
    PROBLEMS,
    INTERVENTIONS,
    VISITS;

    static Tab named(String name) {
      return Arrays.stream(values())
          .filter(tab -> tab.name().equalsIgnoreCase(name))
          .findFirst()
          .orElse(SUMMARY);
    }
  }

  /// A form's line.
  ///
  /// @param pictured whether it has a record for each unit and round
  public record Line(
      Form form, int complete, int draft, int conflict, int held, int unsent, boolean pictured) {}

  /// Who cares for the village, and how far they are.
  ///
  /// @param team how many persons the decree names
  public record Header(
      String agency, String partners, int team, @Nullable VillageProgress progress) {
    static final Header NONE = new Header("", "", 0, null);
  }

  private record Found(List<Line> lines, Header header) {}

  private final Desk desk;
  private final Ui ui;
  private final String code;
  private final RecordDeeds deeds;
  private final FiguresModel figures;
  private final TimelineModel timeline;
  private final Map<Tab, List<RecordsModel>> records = new EnumMap<>(Tab.class);
  private boolean visible;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObjectProperty<Header> header = new SimpleObjectProperty<>(Header.NONE);
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.SUMMARY);

  public VillageModel(Desk desk, Ui ui, Place.Village place) {
    this.desk = desk;
    this.ui = ui;
    this.code = place.code();
    tab.set(Tab.named(place.tab()));
    this.deeds = new RecordDeeds(desk, ui);
    this.figures = new FiguresModel(desk, ui.background(), place.code());
    this.timeline = new TimelineModel(desk, ui.background(), place.code());
    records.put(Tab.HOUSEHOLDS, List.of(records("rumah_tangga")));
    records.put(Tab.PROBLEMS, List.of(records("permasalahan"), records("potensi")));
    records.put(Tab.VISITS, List.of(records("kunjungan")));
    tab.addListener(_ -> refreshTab());
    desk.revisionProperty()
        .addListener(_ -> {
          if (visible) {
            refresh();
          }
        });
  }

  private RecordsModel records(String form) {
    return new RecordsModel(desk, ui.background(), form, code);
  }

  public Desk desk() {
    return desk;
  }

  public Desk.VillageName village() {
    return desk.village(code);
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<Header> headerProperty() {
    return header;
  }

  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  public FiguresModel figures() {
    return figures;
  }

  public TimelineModel timeline() {
    return timeline;
  }

  /// The lists of a tab.
  public List<RecordsModel> records(Tab of) {
    return records.getOrDefault(of, List.of());
  }

  public RecordDeeds deeds() {
    return deeds;
  }

  /// What a form is called.
  public String title(Form form, String language) {
    return desk.title(form, language);
  }

  /// How much a tab holds, -1 where that says nothing.
  public int count(Tab of) {
    VillageProgress progress = header.get().progress();
    return switch (of) {
      case SUMMARY, FORMS -> -1;
      case HOUSEHOLDS -> progress == null ? -1 : progress.target();
      case PROBLEMS -> count("permasalahan") + count("potensi");
      case INTERVENTIONS -> count("intervensi");
      case VISITS -> count("kunjungan");
    };
  }

  private int count(String form) {
    return lines.stream()
        .filter(line -> line.form().id().equals(form))
        .mapToInt(line -> line.complete() + line.draft())
        .sum();
  }

  /// Whether an officer works here, who may split the work with a colleague.
  public boolean isOfficers() {
    return !desk.isMaster();
  }

  // Commands

  /// The screen has come in front of people, or gone.
  public void setVisible(boolean now) {
    visible = now;
    if (now) {
      refresh();
    }
  }

  /// "Perbarui pada putaran ini" for every unit of the village.
  public void carry(Form form) {
    deeds.carryVillage(form, code, _ -> {});
  }

  void refresh() {
    ui.background()
        .run(this::find)
        .onSuccess(found -> {
          lines.setAll(found.lines());
          header.set(found.header());
        })
        .start();
    refreshTab();
  }

  private void refreshTab() {
    switch (tab.get()) {
      case SUMMARY -> figures.refresh();
      case INTERVENTIONS -> timeline.refresh();
      case PROBLEMS -> {
        timeline.refresh(); // it tells which problems are answered
        records(Tab.PROBLEMS).forEach(RecordsModel::refresh);
      }
      case HOUSEHOLDS, VISITS -> records(tab.get()).forEach(RecordsModel::refresh);
      case FORMS -> {
        // its lines are read with the header
      }
    }
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
              unsent,
              Unit.isPictured(form)));
    }
    return new Found(found, findHeader());
  }

  private Header findHeader() {
    Set<String> agencies = new TreeSet<>();
    Set<String> partners = new TreeSet<>();
    if (desk.store().form("penugasan").isPresent()) {
      desk.store()
          .search(Search.of("penugasan").inVillages(Set.of(code)))
          .rows()
          .forEach(row -> {
            agencies.add(row.value("opd"));
            partners.addAll(Arrays.asList(row.value("mitra").split(" ")));
          });
    }
    return new Header(
        named("opd", agencies),
        named("mitra", partners),
        team(agencies),
        VillageProgress.of(desk.store(), code));
  }

  private int team(Set<String> agencies) {
    if (desk.store().form("sk_tim").isEmpty() || agencies.isEmpty()) {
      return 0;
    }
    return desk.store().search(Search.of("sk_tim").page(0, 1000)).rows().stream()
        .filter(row -> agencies.contains(row.value("opd")))
        .mapToInt(row -> desk.store().family(row.submission().root()).size() - 1)
        .sum();
  }

  private String named(String list, Set<String> codes) {
    return desk.lists().items(list).stream()
        .filter(each -> !Collections.disjoint(codes, List.of(each.value(), codeOf(each))))
        .map(each -> each.label().in("id"))
        .sorted()
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String codeOf(Choice choice) {
    return choice.properties().getOrDefault("kode_opd", choice.value());
  }
}
