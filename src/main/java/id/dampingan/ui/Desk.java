package id.dampingan.ui;

import id.dampingan.duplicate.Watch;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Partnership;
import id.dampingan.exchange.Rulebook;
import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.programme.Round;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.Workspace;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.Localized;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// The open workspace as the screens see it: its store, who works at it, and a sign that changes
/// whenever something was written.
public final class Desk implements AutoCloseable {
  /// A village with the names that people know.
  public record VillageName(String code, String name, String district) {}

  private static final Map<String, Localized> TITLES =
      Pack.load().forms().stream()
          .collect(Collectors.toUnmodifiableMap(PackForm::id, PackForm::title));

  private final Store store;
  private final ChoiceLists lists;
  private final Executor screen;
  private final Rulebook rules;
  private final Clock clock;
  private final boolean partners;
  private final Watch duplicates;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private volatile Map<String, VillageName> villages = Map.of();
  private volatile Labels labels;
  private @Nullable Trial trial;

  /// @param screen the screen's thread
  public Desk(Store store, Clock clock, Executor screen) {
    this(store, store.lists(), clock, screen);
  }

  /// @param lists those that forms read
  Desk(Store store, ChoiceLists lists, Clock clock, Executor screen) {
    this.store = store;
    this.lists = lists;
    this.screen = screen;
    this.rules = new Rulebook(store);
    this.clock = clock;
    this.partners = Partnership.is(store);
    this.duplicates = new Watch(store);
    this.labels = new Labels(lists);
    readVillages();
    store.onChange(changed -> screen.execute(() -> noticed(changed)));
  }

  public Store store() {
    return store;
  }

  /// What an errand needs.
  ///
  /// @param language of what it writes
  public Office office(String language) {
    return new Office(store, rules, user(), language, clock);
  }

  /// Which records are likely one.
  public Watch duplicates() {
    return duplicates;
  }

  public Workspace workspace() {
    return store.workspace();
  }

  public boolean isMaster() {
    return workspace().role() == Role.MASTER;
  }

  /// Whether a partner or student works here, who reads no number of a person that others wrote.
  public boolean isPartners() {
    return partners;
  }

  /// Who works here, as the history will say.
  public String user() {
    return store.keys().user();
  }

  /// Rises after every commit, on the screen's thread; models ask again.
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  public ChoiceLists lists() {
    return lists;
  }

  /// What codes mean to people.
  public Labels labels() {
    return labels;
  }

  /// All villages by district and name.
  public List<VillageName> villages() {
    return villages.values().stream()
        .sorted(Comparator.comparing(VillageName::district).thenComparing(VillageName::name))
        .toList();
  }

  /// A village by its code; an unknown one is named by the code.
  public VillageName village(String code) {
    return villages.getOrDefault(code, new VillageName(code, code, ""));
  }

  /// The name of the agency that works here, or its code.
  public String agencyName() {
    String code = workspace().agency();
    return lists().items("opd").stream()
        .filter(each -> code.equals(each.properties().get("kode_opd")) || code.equals(each.value()))
        .findFirst()
        .map(each -> each.properties().getOrDefault("nama", each.label().in("id")))
        .orElse(code);
  }

  /// The setting that says which version of its form a draft is to be finished with; empty: the
  /// newest.
  public static String versionSetting(UUID root) {
    return "isian.versi." + root;
  }

  /// The forms that are filled in villages, without Bappeda's registers.
  public List<Form> fieldForms() {
    return Partnership.forms(store).stream().filter(form -> !isRegister(form)).toList();
  }

  /// The forms that Bappeda alone keeps.
  public List<Form> registers() {
    return store.forms().stream().filter(Desk::isRegister).toList();
  }

  /// What a form is called: the programme's own name for it in this language, else its title.
  public String title(Form form, String language) {
    Localized known = TITLES.get(form.id());
    return (known == null ? form.title() : known).in(language);
  }

  /// A register's first question belongs to the master.
  public static boolean isRegister(Form form) {
    return form.main().fields().stream()
        .filter(field -> !field.derived())
        .findFirst()
        .map(Field::ownedByMaster)
        .orElse(false);
  }

  @Override
  public synchronized void close() {
    endTrial();
    store.close();
  }

  /// Makes a form ready to be tried, as it stands in its file; an earlier trial ends.
  ///
  /// @throws FormException if the form cannot be used
  /// @throws IOException if there is no room to try it in
  public synchronized void tryOut(Form form, byte[] source, String name)
      throws FormException, IOException, WorkspaceException {
    endTrial();
    WorkspaceSettings settings = new WorkspaceSettings(Role.OFFICER, user(), workspace().agency());
    trial = Trial.begin(form, source, name, settings, lists, clock, screen);
  }

  /// Where a form is tried; nothing there is kept.
  public synchronized Desk trial() {
    Trial now = trial;
    if (now == null) {
      throw new IllegalStateException("nothing is being tried");
    }
    return now.desk();
  }

  private void endTrial() {
    Trial now = trial;
    trial = null;
    if (now != null) {
      try {
        now.close();
      } catch (IOException e) {
        System.getLogger(Desk.class.getName())
            .log(System.Logger.Level.WARNING, "a trial's folder could not be deleted", e);
      }
    }
  }

  /// The code of the round that is open, else the empty text; a quarter that has begun is open
  /// unless Bappeda closed it, without waiting for a package.
  public String openRound() {
    return Round.open(lists(), today());
  }

  /// The day, where this workspace is.
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  private void noticed(Set<UUID> changed) {
    if (changed.isEmpty()) {
      return;
    }
    labels = new Labels(lists);
    touch();
  }

  /// Lets models ask again though no record changed, as after sending.
  public void touch() {
    revision.set(revision.get() + 1);
  }

  /// Reads the villages again, as after forms or registers were taken in.
  public void readVillages() {
    Map<String, VillageName> found = new HashMap<>();
    for (Choice each : lists.items("desa")) {
      String code = each.properties().getOrDefault("kode", each.value());
      String name = each.properties().getOrDefault("nama", each.label().in("id"));
      found.put(code, new VillageName(code, name, each.properties().getOrDefault("kecamatan", "")));
    }
    villages = Map.copyOf(found);
    labels = new Labels(lists);
  }
}
