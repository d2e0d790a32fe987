package id.dampingan.exchange;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormException;
import id.dampingan.form.JudgeSetting;
import id.dampingan.form.Judgement;
import id.dampingan.store.Store;
import id.dampingan.submission.FilledForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of the workspace's forms, ready to judge many records: parsing a form costs far more
/// than judging a row, so engines are kept and lent, each to one thread at a time.
///
/// Of the lists from outside an engine gets those that a calculation reads; whether a choice is on
/// a list is settled where the cell is read.
public final class Rulebook {
  private static final Pattern INSTANCE =
      Pattern.compile("instance\\((?:'|&apos;|&#39;|\"|&quot;)([^'\"&]+)");
  private static final Pattern CALCULATION =
      Pattern.compile("(?:calculate|value)=(?:\"([^\"]*)\"|'([^']*)')");

  private final Store store;
  private final Map<String, ConcurrentLinkedQueue<Engine>> idle = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> listsRead = new ConcurrentHashMap<>();

  /// An engine and the lists that it was parsed with.
  private record Engine(FormEngine engine, Map<String, List<Choice>> lists) {}

  public Rulebook(Store store) {
    this.store = store;
  }

  /// What the form's own rules say of a filled form.
  ///
  /// @param today the day that rules about today are judged by
  /// @throws IllegalStateException if a form of the store cannot be run
  public Judgement judge(Form form, FilledForm filled, LocalDate today) {
    String key = form.id() + '\u0000' + form.version();
    ConcurrentLinkedQueue<Engine> engines =
        idle.computeIfAbsent(key, _ -> new ConcurrentLinkedQueue<>());
    Map<String, List<Choice>> lists = listsFor(form);
    Engine engine = engines.poll();
    if (engine == null || !sameLists(engine.lists(), lists)) {
      engine = new Engine(parse(form, lists), lists);
    }
    Judgement judgement = engine.engine().judge(filled, new JudgeSetting(today, "id", "", ""));
    engines.add(engine);
    return judgement;
  }

  /// What the form's own rules say of a family; of rows that count in no sum as if they did. Among
  /// the computed values is each row's `_status`.
  Judgement judge(Form form, FamilyRows rows, LocalDate today) {
    Judgement live =
        rows.live().isEmpty()
            ? new Judgement(List.of(), List.of(), Map.of(), Map.of(), "")
            : Completeness.in(
                judge(form, new FilledForm(form.id(), form.version(), rows.live()), today),
                rows.live());
    if (rows.isWhole() || rows.all().isEmpty()) {
      return live;
    }
    Judgement all =
        Completeness.in(
            judge(form, new FilledForm(form.id(), form.version(), rows.all()), today), rows.all());
    Set<UUID> others = rows.others();
    List<Judgement.Finding> findings = new ArrayList<>(live.findings());
    all.findings().stream().filter(each -> others.contains(each.row())).forEach(findings::add);
    Map<UUID, Map<String, String>> derived = new HashMap<>(live.derived());
    others.forEach(uuid -> derived.put(uuid, all.derived().getOrDefault(uuid, Map.of())));
    return new Judgement(findings, live.warnings(), derived, live.irrelevant(), live.label());
  }

  /// The lists from outside that the form's calculations read: when they change, what was computed
  /// from them is old.
  public Set<String> listsRead(Form form) {
    return listsRead.computeIfAbsent(
        form.id() + '\u0000' + form.version(), _ -> findListsRead(form));
  }

  private static Set<String> findListsRead(Form form) {
    Set<String> lists = new TreeSet<>();
    Matcher calculations = CALCULATION.matcher(form.xform());
    while (calculations.find()) {
      String expression =
          calculations.group(1) == null ? calculations.group(2) : calculations.group(1);
      Matcher instances = INSTANCE.matcher(expression);
      while (instances.find()) {
        if (form.externalLists().contains(instances.group(1))) {
          lists.add(instances.group(1));
        }
      }
    }
    return Set.copyOf(lists);
  }

  private Map<String, List<Choice>> listsFor(Form form) {
    Map<String, List<Choice>> lists = new HashMap<>();
    for (String list : listsRead(form)) {
      lists.put(list, store.lists().items(list));
    }
    return lists;
  }

  private static boolean sameLists(Map<String, List<Choice>> a, Map<String, List<Choice>> b) {
    for (var entry : a.entrySet()) {
      List<Choice> other = b.get(entry.getKey());
      if (other != entry.getValue() && !entry.getValue().equals(other)) {
        return false;
      }
    }
    return true;
  }

  private static FormEngine parse(Form form, Map<String, List<Choice>> lists) {
    ChoiceLists known = list -> lists.getOrDefault(list, new ArrayList<>());
    try {
      return FormEngine.of(form, known);
    } catch (FormException e) {
      throw new IllegalStateException("form " + form.id() + " cannot be run: " + e.getMessage(), e);
    }
  }
}
