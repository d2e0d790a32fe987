package id.dampingan.ui;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// Another screen in a trial: a line above it says that nothing of it is kept.
public final class TrialScreen implements Screen {
  private final Screen tried;
  private final Ui ui;

  public TrialScreen(Screen tried, Ui ui) {
    this.tried = tried;
    this.ui = ui;
  }

  @Override
  public Node build(Heading heading) {
    BorderPane page = new BorderPane(tried.build(heading));
    Node banner =
        Parts.message(
            "mdoal-info",
            ui.get("trial.banner"),
            Tone.ACCENT,
            Parts.button("trial-end", ui.get("trial.end"), null, () -> ui.navigator().back()));
    banner.setId("trial-banner");
    page.setTop(banner);
    return page;
  }

  @Override
  public void shown() {
    tried.shown();
  }

  @Override
  public void left() {
    tried.left();
  }

  @Override
  public boolean press(Press press) {
    return tried.press(press);
  }
}
