package id.dampingan.ui.update;

import id.dampingan.exchange.FormUpdates;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.text.Texts;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The reports of new versions, and the drafts that were begun on an old one.
public final class UpdateModel {
  private static final int MOST_DRAFTS = 20;

  /// A report with what can still be finished as it was begun.
  ///
  /// @param drafts those begun on an old version; only beside the newest report of a form
  public record Line(FormUpdates.Report report, List<StoredRow> drafts) {}

  private final Desk desk;
  private final Ui ui;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  public UpdateModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  /// The newest first.
  public ObservableList<Line> lines() {
    return lines;
  }

  public String title(String form) {
    return desk.store().form(form).map(each -> desk.title(each, ui.language())).orElse(form);
  }

  /// Questions in people's words.
  public String words(FormUpdates.Report report, List<String> keys, boolean old) {
    var form = desk.store().form(report.form(), old ? report.from() : report.to()).orElse(null);
    return String.join(
        "; ", keys.stream().map(key -> FormUpdates.words(form, key, ui.language())).toList());
  }

  /// What a draft is called.
  public String name(StoredRow draft, Texts texts) {
    return desk.store()
        .form(draft.submission().form())
        .map(form -> desk.labels().name(form, form.main(), draft::value, texts))
        .orElse("");
  }

  // Commands

  public void refresh() {
    Store store = desk.store();
    ui.background()
        .run(() -> {
          List<Line> found = new ArrayList<>();
          Set<String> seen = new HashSet<>();
          for (FormUpdates.Report report : FormUpdates.all(store)) {
            List<StoredRow> drafts =
                seen.add(report.form())
                    ? FormUpdates.drafts(store, report.form()).stream().limit(MOST_DRAFTS).toList()
                    : List.of();
            found.add(new Line(report, drafts));
          }
          return found;
        })
        .onSuccess(lines::setAll)
        .start();
  }

  /// Opens a draft with the newest version, or with the one that it was begun with.
  public void open(StoredRow draft, boolean old) {
    Place.Entry entry = new Place.Entry(draft.submission().root());
    String version = old ? draft.submission().formVersion() : "";
    ui.background()
        .run(() -> {
          desk.store().setSetting(Desk.versionSetting(entry.root()), version);
          return entry;
        })
        .onSuccess(ui.navigator()::go)
        .start();
  }
}
