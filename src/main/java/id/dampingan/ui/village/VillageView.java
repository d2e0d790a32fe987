package id.dampingan.ui.village;

import id.dampingan.programme.VillageProgress;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The village's header and its tabs.
public final class VillageView implements Screen {
  private final VillageModel model;
  private final Ui ui;

  public VillageView(VillageModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.setVisible(true);
  }

  @Override
  public void left() {
    model.setVisible(false);
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(model.village().name());
    heading.subtitleProperty().set(ui.get("village.where", model.village().district()));
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("header-facts");
    Follow.with(facts, () -> facts.getChildren().setAll(facts(heading)), model.headerProperty());
    FlowPane tabs = new FlowPane();
    tabs.getStyleClass().add("tabs");
    Follow.with(
        tabs,
        () -> tabs.getChildren().setAll(tabs()),
        model.tabProperty(),
        model.headerProperty(),
        model.lines());
    StackPane content = new StackPane();
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    Follow.with(content, () -> content.getChildren().setAll(content(heading)), model.tabProperty());
    return new VBox(facts, tabs, content);
  }

  private Node content(Heading heading) {
    return switch (model.tabProperty().get()) {
      case SUMMARY -> new SummaryPane(model, ui).build(heading);
      case FORMS -> new FormsPane(model, ui).build();
      case HOUSEHOLDS -> new RecordsPane(model, ui).households(heading);
      case PROBLEMS -> new RecordsPane(model, ui).problems(heading);
      case INTERVENTIONS -> new TimelinePane(model, ui).build(heading);
      case VISITS -> new RecordsPane(model, ui).visits(heading);
    };
  }

  private List<Node> tabs() {
    ToggleGroup group = new ToggleGroup();
    List<Node> tabs = new ArrayList<>();
    for (VillageModel.Tab tab : VillageModel.Tab.values()) {
      String name = tab.name().toLowerCase(Locale.ROOT);
      ToggleButton button =
          Parts.segment(
              "tab-" + name,
              ui.get("village.tab." + name),
              null,
              group,
              tab == model.tabProperty().get());
      button.getStyleClass().remove("segment");
      button.getStyleClass().add("tab-button");
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      int count = model.count(tab);
      if (count >= 0) {
        Label badge = Parts.label(ui.words().texts().number(count), "tab-count");
        button.setGraphic(badge);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      }
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.tabProperty().set(tab);
      });
      tabs.add(button);
    }
    return tabs;
  }

  private List<Node> facts(Heading heading) {
    VillageModel.Header header = model.headerProperty().get();
    List<Node> facts = new ArrayList<>();
    if (!heading.isTight()) {
      facts.add(fact("village.code", model.village().code()));
    }
    facts.add(fact("village.agency", header.agency()));
    if (!header.partners().isEmpty() && !heading.isTight()) {
      facts.add(fact("village.partners", header.partners()));
    }
    if (header.team() > 0 && !heading.isTight()) {
      facts.add(fact("village.team", ui.count("village.team.count", header.team())));
    }
    VillageProgress progress = header.progress();
    if (progress != null) {
      facts.add(
          fact(
              "village.households",
              ui.get("village.verified", progress.verified(), progress.target())));
      LocalDate visit = progress.lastVisit();
      facts.add(
          fact(
              "village.visit",
              visit == null ? ui.get("village.visit.none") : ui.words().texts().date(visit)));
    }
    if (model.isOfficers()) {
      facts.add(
          Parts.button(
              "village-share",
              ui.get("share.open"),
              "mdomz-send",
              () -> ui.navigator().go(new Place.Share(model.village().code()))));
    }
    return facts;
  }

  private Node fact(String key, @Nullable String value) {
    VBox box =
        new VBox(
            Parts.label(ui.get(key), "small"),
            Parts.label(value == null || value.isEmpty() ? ui.get("village.unknown") : value));
    box.getStyleClass().add("fact");
    return box;
  }
}
