package id.dampingan.app;

import id.dampingan.form.Form;
import id.dampingan.text.Texts;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Navigator;
import id.dampingan.ui.Palette;
import id.dampingan.ui.Place;
import id.dampingan.ui.RailEntry;
import id.dampingan.ui.Screen;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.TrialScreen;
import id.dampingan.ui.Ui;
import id.dampingan.ui.conflict.ConflictModel;
import id.dampingan.ui.conflict.ConflictView;
import id.dampingan.ui.duplicate.DuplicateModel;
import id.dampingan.ui.duplicate.DuplicateView;
import id.dampingan.ui.entry.EntryModel;
import id.dampingan.ui.entry.EntryView;
import id.dampingan.ui.forms.FormsModel;
import id.dampingan.ui.forms.FormsView;
import id.dampingan.ui.handover.HandOverModel;
import id.dampingan.ui.handover.HandOverView;
import id.dampingan.ui.held.HeldModel;
import id.dampingan.ui.held.HeldView;
import id.dampingan.ui.help.HelpModel;
import id.dampingan.ui.help.HelpView;
import id.dampingan.ui.history.HistoryModel;
import id.dampingan.ui.history.HistoryView;
import id.dampingan.ui.home.HomeModel;
import id.dampingan.ui.home.HomeView;
import id.dampingan.ui.list.ListModel;
import id.dampingan.ui.list.ListView;
import id.dampingan.ui.mapping.MappingModel;
import id.dampingan.ui.mapping.MappingView;
import id.dampingan.ui.print.PrintModel;
import id.dampingan.ui.print.PrintView;
import id.dampingan.ui.purge.PurgeModel;
import id.dampingan.ui.purge.PurgeView;
import id.dampingan.ui.receive.ReceiveModel;
import id.dampingan.ui.receive.ReceiveView;
import id.dampingan.ui.reception.ReceptionModel;
import id.dampingan.ui.reception.ReceptionView;
import id.dampingan.ui.review.ReviewModel;
import id.dampingan.ui.review.ReviewView;
import id.dampingan.ui.send.SendModel;
import id.dampingan.ui.send.SendView;
import id.dampingan.ui.settings.SettingsModel;
import id.dampingan.ui.settings.SettingsView;
import id.dampingan.ui.share.ShareModel;
import id.dampingan.ui.share.ShareView;
import id.dampingan.ui.undo.UndoModel;
import id.dampingan.ui.undo.UndoView;
import id.dampingan.ui.update.UpdateModel;
import id.dampingan.ui.update.UpdateView;
import id.dampingan.ui.village.VillageModel;
import id.dampingan.ui.village.VillageView;
import id.dampingan.ui.village.VillagesModel;
import id.dampingan.ui.village.VillagesView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All screens of an open workspace, and the ways to them.
final class Screens {
  private final Desk desk;
  private final Waiting waiting;
  private final Runnable close;
  private @Nullable Ui ui;
  private @Nullable ReceptionModel reception;

  Screens(Desk desk, Waiting waiting, Runnable close) {
    this.desk = desk;
    this.waiting = waiting;
    this.close = close;
  }

  void use(Ui window) {
    ui = window;
  }

  private Ui window() {
    Ui of = ui;
    if (of == null) {
      throw new IllegalStateException("the window is not there yet");
    }
    return of;
  }

  /// Makes the screen of a place.
  Screen of(Place place) {
    Ui of = window();
    return switch (place) {
      case Place.Home _ -> new HomeView(new HomeModel(desk, of.background()), of);
      case Place.Villages _ -> new VillagesView(new VillagesModel(desk, of.background()), of);
      case Place.Village village -> new VillageView(new VillageModel(desk, of, village), of);
      case Place.Submissions list ->
          new ListView(new ListModel(desk, of, list.form(), list.village()), of);
      case Place.Entry entry ->
          new EntryView(
              new EntryModel(desk, of.background(), of.status(), of.clock(), entry), of, "");
      case Place.NewEntry entry ->
          new EntryView(
              new EntryModel(desk, of.background(), of.status(), of.clock(), entry), of, "");
      case Place.History history -> new HistoryView(new HistoryModel(desk, of, history), of);
      case Place.Undo undo -> new UndoView(new UndoModel(desk, of, undo.batch()), of);
      case Place.Send _ -> new SendView(new SendModel(desk, of), of);
      case Place.Receive _ -> new ReceiveView(new ReceiveModel(desk, of), of);
      case Place.Reception _ -> new ReceptionView(reception(of), of);
      case Place.Conflicts _ -> new ConflictView(new ConflictModel(desk, of), of);
      case Place.Duplicates _ -> new DuplicateView(new DuplicateModel(desk, of), of);
      case Place.Review _ -> new ReviewView(new ReviewModel(desk, of), of);
      case Place.Held _ -> new HeldView(new HeldModel(desk, of), of);
      case Place.Print print -> new PrintView(new PrintModel(desk, of, print), of);
      case Place.HandOver _ -> new HandOverView(new HandOverModel(desk, of, close), of);
      case Place.Purge _ -> new PurgeView(new PurgeModel(desk, of, close), of);
      case Place.Forms _ -> new FormsView(new FormsModel(desk, of), of);
      case Place.Trial trial -> trial(trial, of);
      case Place.FormUpdates _ -> new UpdateView(new UpdateModel(desk, of), of);
      case Place.Share share -> new ShareView(new ShareModel(desk, of, share.village()), of);
      case Place.Mapping mapping -> new MappingView(new MappingModel(desk, of, mapping.file()), of);
      case Place.Settings _ ->
          new SettingsView(new SettingsModel(of.preferences(), desk, of.background(), close), of);
      case Place.Help help ->
          new HelpView(new HelpModel(help.topic(), desk.isMaster()), of.words());
    };
  }

  /// One for as long as the workspace is open: a run goes on, and its files stay listed, whatever
  /// people look at meanwhile.
  private ReceptionModel reception(Ui of) {
    ReceptionModel known = reception;
    if (known == null) {
      known = new ReceptionModel(desk, of);
      reception = known;
    }
    return known;
  }

  /// Saving and sending are no news in a trial: it has a bottom line of its own, which nobody sees.
  private Screen trial(Place.Trial trial, Ui of) {
    StatusLine unseen = new StatusLine();
    unseen.roundProperty().set(of.status().roundProperty().get());
    Place.NewEntry entry = new Place.NewEntry(trial.form(), null, trial.root());
    return new TrialScreen(
        new EntryView(
            new EntryModel(desk.trial(), of.background(), unseen, of.clock(), entry), of, ""),
        of);
  }

  List<RailEntry> rail() {
    List<RailEntry> rail = new ArrayList<>();
    rail.add(entry(new Place.Home(), "mdoal-home", "rail.home", true));
    RailEntry villages =
        new RailEntry(
            new Place.Villages(),
            Set.of(Place.Villages.class, Place.Village.class),
            "mdomz-place",
            "rail.villages",
            null,
            Tone.NEUTRAL,
            false);
    RailEntry records =
        new RailEntry(
            new Place.Submissions(null, null),
            Set.of(
                Place.Submissions.class,
                Place.Entry.class,
                Place.NewEntry.class,
                Place.History.class),
            "mdoal-list_alt",
            "rail.submissions",
            null,
            Tone.NEUTRAL,
            false);
    RailEntry conflicts =
        counted(
            new Place.Conflicts(),
            "mdoal-compare_arrows",
            "rail.conflicts",
            waiting.conflicts(),
            Tone.WARNING);
    RailEntry held =
        counted(new Place.Held(), "mdoal-block", "rail.held", waiting.held(), Tone.DANGER);
    if (desk.isMaster()) {
      rail.add(receiving(new Place.Reception(), "rail.reception"));
      rail.addAll(List.of(conflicts, held));
      rail.add(
          counted(
              new Place.Duplicates(),
              "mdoal-content_copy",
              "rail.duplicates",
              waiting.duplicates(),
              Tone.NEUTRAL));
      rail.add(entry(new Place.Review(), "mdomz-rate_review", "rail.review", false));
      rail.add(entry(new Place.Send(), "mdomz-send", "rail.send", false));
      rail.add(
          new RailEntry(
              villages.place(),
              villages.kinds(),
              villages.icon(),
              villages.key(),
              null,
              Tone.NEUTRAL,
              true));
      rail.add(records);
    } else {
      rail.addAll(List.of(villages, records));
      rail.add(
          new RailEntry(
              new Place.Send(),
              Set.of(Place.Send.class),
              "mdomz-send",
              "rail.send",
              waiting.unsent(),
              Tone.ACCENT,
              true));
      rail.add(receiving(new Place.Receive(), "rail.receive"));
      rail.addAll(List.of(conflicts, held));
    }
    return rail;
  }

  private static RailEntry entry(Place place, String icon, String key, boolean startsGroup) {
    return new RailEntry(
        place, Set.of(place.getClass()), icon, key, null, Tone.NEUTRAL, startsGroup);
  }

  /// Where files come in, those of other programmes as well.
  private static RailEntry receiving(Place place, String key) {
    return new RailEntry(
        place,
        Set.of(place.getClass(), Place.Mapping.class),
        "mdoal-inbox",
        key,
        null,
        Tone.NEUTRAL,
        false);
  }

  private static RailEntry counted(
      Place place,
      String icon,
      String key,
      javafx.beans.value.ObservableIntegerValue count,
      Tone tone) {
    return new RailEntry(place, Set.of(place.getClass()), icon, key, count, tone, false);
  }

  /// Everything that can be jumped to.
  List<Palette.Target> targets() {
    Ui of = window();
    Navigator navigator = of.navigator();
    Texts texts = of.words().texts();
    List<Palette.Target> targets = new ArrayList<>();
    for (RailEntry each : rail()) {
      targets.add(
          new Palette.Target(
              each.icon(),
              texts.get(each.key()),
              texts.get("palette.command"),
              () -> navigator.go(each.place())));
    }
    targets.add(
        new Palette.Target(
            "mdomz-print",
            texts.get("print.title"),
            texts.get("palette.command"),
            () -> navigator.go(new Place.Print(null, null, null))));
    targets.add(
        new Palette.Target(
            "mdomz-settings",
            texts.get("rail.settings"),
            texts.get("palette.command"),
            () -> navigator.go(new Place.Settings())));
    targets.add(
        new Palette.Target(
            "mdoal-assignment_ind",
            texts.get("handover.title"),
            texts.get("palette.command"),
            () -> navigator.go(new Place.HandOver())));
    targets.add(
        new Palette.Target(
            "mdoal-grid_on",
            texts.get("mapping.title"),
            texts.get("palette.command"),
            () -> navigator.go(new Place.Mapping(null))));
    targets.add(
        new Palette.Target(
            "mdomz-send",
            texts.get("share.title"),
            texts.get("palette.command"),
            () -> navigator.go(new Place.Share(null))));
    for (Form form : desk.fieldForms()) {
      String title = desk.title(form, texts.language());
      targets.add(
          new Palette.Target(
              "mdoal-assignment",
              title,
              texts.get("palette.form"),
              () -> navigator.go(new Place.Submissions(form.id(), null))));
      targets.add(
          new Palette.Target(
              "mdoal-add",
              texts.get("palette.new", title),
              texts.get("palette.command"),
              () -> navigator.go(new Place.NewEntry(form.id(), null, UUID.randomUUID()))));
    }
    for (Desk.VillageName village : desk.villages()) {
      targets.add(
          new Palette.Target(
              "mdomz-place",
              village.name(),
              texts.get("palette.village", village.district()),
              () -> navigator.go(new Place.Village(village.code()))));
    }
    return targets;
  }
}
