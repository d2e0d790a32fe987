package id.dampingan.ui.home;

import id.dampingan.programme.Round;
import id.dampingan.programme.VillageProgress;
import id.dampingan.text.Texts;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A card a village: how far, until when, last visit, what came back.
final class VillageCards {
  private static final String NOTHING = "–";

  private final HomeModel model;
  private final Ui ui;
  private final boolean tight;

  VillageCards(HomeModel model, Ui ui, boolean tight) {
    this.model = model;
    this.ui = ui;
    this.tight = tight;
  }

  Node build() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("card-grid");
    int columns = tight ? 1 : Math.min(2, model.cards().size());
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    int shown = 0;
    for (HomeModel.VillageCard card : model.cards()) {
      if (shown == HomeModel.COUNTED) {
        break;
      }
      grid.add(card(card), shown % columns, shown / columns);
      shown++;
    }
    VBox box = new VBox(grid);
    box.getStyleClass().add("column");
    if (model.cards().size() > HomeModel.COUNTED) {
      box.getChildren()
          .add(
              Parts.link(
                  "home-villages",
                  ui.count("home.villages.more", model.cards().size() - HomeModel.COUNTED),
                  () -> ui.navigator().go(new Place.Villages())));
    }
    return box;
  }

  private Node card(HomeModel.VillageCard card) {
    String code = card.village().code();
    HBox top =
        Parts.row(
            Parts.label(card.village().name(), "section-title"),
            Parts.shrinking(ui.get("home.village.where", card.village().district(), code), "muted"),
            Parts.spring(),
            pill(card));
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("card-facts");
    facts.getChildren().setAll(model.desk().isMaster() ? masterFacts(card) : officerFacts(card));
    VBox box = Parts.card(top, progress(card), facts, deeds(card));
    return box;
  }

  private Node progress(HomeModel.VillageCard card) {
    VillageProgress progress = card.progress();
    boolean households = progress != null && progress.target() > 0;
    int done = progress != null && households ? progress.verified() : card.complete();
    int all = progress != null && households ? progress.target() : card.complete() + card.draft();
    String told =
        households
            ? ui.get("home.village.verified", done, all)
            : ui.get("home.village.complete", done, all);
    double share = all == 0 ? 0 : (double) done / all;
    HBox words = Parts.row(Parts.shrinking(told), Parts.spring());
    if (all > done) {
      words.getChildren().add(Parts.label(ui.get("home.village.left", all - done), "muted"));
    }
    words.getChildren().add(Parts.label(ui.words().texts().decimal(100 * share, 0) + " %", "bold"));
    VBox column = Parts.column(words, Parts.meter(share, told));
    if (progress != null && progress.byOfficer().size() > 1) {
      column
          .getChildren()
          .add(
              Parts.paragraph(
                  progress.byOfficer().entrySet().stream()
                      .map(each -> each.getKey() + " " + ui.words().texts().number(each.getValue()))
                      .collect(Collectors.joining(" · ")),
                  "small"));
    }
    return column;
  }

  private List<Node> officerFacts(HomeModel.VillageCard card) {
    Texts texts = ui.words().texts();
    LocalDate today = LocalDate.now(ui.clock());
    List<Node> facts = new ArrayList<>();
    Round round = model.roundProperty().get();
    if (round != null) {
      long days = ChronoUnit.DAYS.between(today, round.deadline());
      facts.add(
          fact(
              "home.village.deadline",
              Parts.label(texts.day(round.deadline())),
              days < 0
                  ? Parts.state(
                      "mdoal-error_outline", ui.count("home.village.late", -days), Tone.DANGER)
                  : Parts.label(ui.count("home.village.days", days), "muted")));
    }
    VillageProgress progress = card.progress();
    LocalDate visit = progress == null ? null : progress.lastVisit();
    facts.add(
        visit == null
            ? fact("home.village.visit", Parts.label(ui.get("home.village.noVisit"), "muted"))
            : fact(
                "home.village.visit",
                Parts.label(texts.day(visit)),
                Parts.label(
                    ui.count("home.village.ago", ChronoUnit.DAYS.between(visit, today)), "muted")));
    facts.add(
        fact(
            "home.village.returned",
            card.returned() == 0
                ? Parts.state("mdoal-check", ui.get("home.village.noneReturned"), Tone.NEUTRAL)
                : Parts.state(
                    "mdomz-reply",
                    ui.count("home.village.records", card.returned()),
                    Tone.WARNING)));
    facts.add(
        fact(
            "home.village.unsent",
            card.unsent() == 0
                ? Parts.label(NOTHING, "muted")
                : Parts.state(
                    "mdomz-send", ui.count("home.village.records", card.unsent()), Tone.ACCENT)));
    return facts;
  }

  private List<Node> masterFacts(HomeModel.VillageCard card) {
    return List.of(
        count("home.village.draft", card.draft(), "mdoal-edit", Tone.WARNING),
        count("home.village.conflict", card.conflict(), "mdoal-compare_arrows", Tone.WARNING),
        count("home.village.held", card.held(), "mdoal-block", Tone.DANGER));
  }

  private Node count(String key, int count, String icon, Tone tone) {
    Label value =
        count == 0
            ? Parts.label(NOTHING, "muted")
            : Parts.state(icon, ui.words().texts().number(count), tone);
    return fact(key, value);
  }

  private Node fact(String key, Node... values) {
    VBox fact = new VBox(Parts.label(ui.get(key), "small"), Parts.row(values));
    fact.getStyleClass().add("fact");
    return fact;
  }

  private Node deeds(HomeModel.VillageCard card) {
    String code = card.village().code();
    FlowPane deeds = new FlowPane();
    deeds.getStyleClass().add("filters");
    if (model.desk().isMaster()) {
      deeds
          .getChildren()
          .add(
              Parts.button(
                  "home-list-" + code,
                  ui.get("home.village.list"),
                  "mdoal-list_alt",
                  () -> ui.navigator().go(new Place.Submissions(null, code))));
    } else {
      deeds
          .getChildren()
          .addAll(
              Parts.button(
                  "home-household-" + code,
                  ui.get("village.fill.household"),
                  "mdoal-add",
                  () -> fill("rumah_tangga", code)),
              Parts.button(
                  "home-visit-" + code,
                  ui.get("village.fill.visit"),
                  "mdoal-event_note",
                  () -> fill("kunjungan", code)));
    }
    deeds
        .getChildren()
        .add(
            Parts.link(
                "home-village-" + code,
                ui.get("home.village.open"),
                () -> ui.navigator().go(new Place.Village(code))));
    return deeds;
  }

  private void fill(String form, String village) {
    ui.navigator().go(new Place.NewEntry(form, village, UUID.randomUUID()));
  }

  private Node pill(HomeModel.VillageCard card) {
    if (card.complete() + card.draft() == 0) {
      return Parts.pill("mdomz-radio_button_unchecked", ui.get("home.village.none"), Tone.NEUTRAL);
    }
    if (model.desk().isMaster()) {
      return Parts.pill("mdoal-inbox", ui.get("home.village.received"), Tone.ACCENT);
    }
    return card.unsent() > 0
        ? Parts.pill("mdomz-send", ui.get("home.village.toSend"), Tone.ACCENT)
        : Parts.pill("mdoal-done_all", ui.get("home.village.allSent"), Tone.SUCCESS);
  }
}
