package id.dampingan.ui.update;

import id.dampingan.exchange.FormUpdates;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A card for each new version: what moved, what is new, dropped, changed.
public final class UpdateView implements Screen {
  private final UpdateModel model;
  private final Ui ui;

  public UpdateView(UpdateModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("update.title"));
    heading.subtitleProperty().set(ui.get("update.sub"));
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(page, () -> page.getChildren().setAll(cards()), model.lines());
    return Parts.scrolling(page);
  }

  private List<Node> cards() {
    if (model.lines().isEmpty()) {
      return List.of(Parts.empty("mdoal-assignment", ui.get("update.none")));
    }
    List<Node> cards = new ArrayList<>();
    int number = 0;
    for (UpdateModel.Line line : model.lines()) {
      cards.add(card(line, number++));
    }
    return cards;
  }

  private Node card(UpdateModel.Line line, int number) {
    FormUpdates.Report report = line.report();
    LocalDate day = LocalDate.ofInstant(report.at(), ui.clock().getZone());
    VBox card =
        Parts.card(
            Parts.paragraph(model.title(report.form()), "section-title"),
            Parts.paragraph(
                ui.get("update.versions", report.from(), report.to(), ui.words().texts().date(day)),
                "muted"),
            Parts.paragraph(ui.get("update.moved", report.records(), report.drafts())));
    card.setId("update-" + number);
    add(card, "update.added", model.words(report, report.added(), false));
    add(card, "update.dropped", model.words(report, report.dropped(), true));
    if (!report.dropped().isEmpty()) {
      card.getChildren().add(Parts.paragraph(ui.get("update.kept", report.kept()), "muted"));
    }
    add(card, "update.changed", model.words(report, report.changed(), false));
    if (!line.drafts().isEmpty()) {
      card.getChildren().add(Parts.paragraph(ui.get("update.drafts"), "bold"));
      int draft = 0;
      for (StoredRow each : line.drafts()) {
        card.getChildren().add(draft(each, number + "-" + draft++));
      }
    }
    return card;
  }

  private Node draft(StoredRow draft, String id) {
    FlowPane row =
        new FlowPane(
            Parts.shrinking(model.name(draft, ui.words().texts())),
            Parts.link("update-new-" + id, ui.get("update.new"), () -> model.open(draft, false)),
            Parts.link(
                "update-old-" + id,
                ui.get("update.old", draft.submission().formVersion()),
                () -> model.open(draft, true)));
    row.getStyleClass().add("filters");
    return row;
  }

  private void add(VBox card, String key, String words) {
    if (!words.isEmpty()) {
      card.getChildren().add(Parts.paragraph(ui.get(key, words)));
    }
  }
}
