package id.dampingan.duplicate;

import id.dampingan.form.Form;
import id.dampingan.store.ColumnScan;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Looks for records that describe one person or household twice.
///
/// The whole table is read without an order, its numbers are sorted in memory; names are compared
/// only inside blocks of a village, and across villages where birth and consonants are the same.
public final class Duplicates {
  /// The form that remembers which two records are two.
  public static final String NOT_DUPLICATE = "bukan_ganda";

  private final Store store;

  public Duplicates(Store store) {
    this.store = store;
  }

  /// Everything that is likely, the likeliest first.
  public List<Likeness> all() {
    Findings findings = new Findings(different());
    for (Portrait portrait : portraits()) {
      shared(portrait, true, findings);
      villages(portrait, findings);
    }
    return findings.likeliestFirst();
  }

  /// Only equal numbers.
  public List<Likeness> exact() {
    Findings findings = new Findings(different());
    portraits().forEach(portrait -> shared(portrait, false, findings));
    return findings.likeliestFirst();
  }

  /// What is likely of records that just changed: equal numbers everywhere, similar names in their
  /// villages.
  public List<Likeness> of(Collection<UUID> uuids) {
    Findings findings = new Findings(different());
    for (Portrait portrait : portraits()) {
      List<Subject> changed = new ArrayList<>();
      portrait.scan(store).of(uuids).forEach(line -> changed.add(portrait.subject(line)));
      around(portrait, changed, findings);
    }
    return findings.likeliestFirst();
  }

  /// Makes the numbers quick to look up, for [#of]; costs a moment the first time.
  public void prepare() {
    for (Portrait portrait : portraits()) {
      for (String number : List.of(portrait.nik(), portrait.kk())) {
        if (!number.isEmpty()) {
          store.index(portrait.table(), number);
        }
      }
    }
  }

  /// Which couples people called different.
  public Set<Couple> different() {
    Set<Couple> different = new HashSet<>();
    if (store.form(NOT_DUPLICATE).isPresent()) {
      store.each(
          Selection.LIVE.ofTable(NOT_DUPLICATE),
          row -> different.add(Couple.of(row.value("rekaman_a"), row.value("rekaman_b"))));
    }
    return different;
  }

  /// The one of these rows that a row is likest, if it is likely the same at all; for the members of
  /// two records of one household, who therefore need not be told from twins.
  public Optional<UUID> likest(String table, UUID uuid, Collection<UUID> candidates) {
    Portrait portrait =
        store
            .form(Form.idOf(table))
            .flatMap(form -> form.table(table))
            .flatMap(Portrait::of)
            .orElse(null);
    if (portrait == null || candidates.isEmpty()) {
      return Optional.empty();
    }
    ColumnScan scan = portrait.scan(store);
    List<Subject> row = scan.of(List.of(uuid)).stream().map(portrait::subject).toList();
    return scan.of(candidates).stream()
        .map(portrait::subject)
        .flatMap(other ->
            row.stream().map(one -> Map.entry(other.uuid(), Comparison.members(one, other))))
        .filter(likely -> likely.getValue() > 0)
        .max(
            Comparator.comparing(Map.Entry<UUID, Double>::getValue)
                .thenComparing(likely -> likely.getKey().toString()))
        .map(Map.Entry::getKey);
  }

  private List<Portrait> portraits() {
    List<Portrait> portraits = new ArrayList<>();
    for (Form form : store.forms()) {
      portraits.addAll(Portrait.of(form));
    }
    return portraits;
  }

  /// Compares rows with all that may be like them.
  void around(Portrait portrait, List<Subject> subjects, Findings findings) {
    if (subjects.isEmpty()) {
      return;
    }
    ColumnScan scan = portrait.scan(store);
    Map<String, List<Subject>> byNumber = new HashMap<>();
    Map<String, List<Subject>> byVillage = new HashMap<>();
    for (Subject subject : subjects) {
      for (String number : new TreeSet<>(List.of(subject.nik(), subject.kk()))) {
        byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(subject);
      }
      byVillage.computeIfAbsent(subject.village(), _ -> new ArrayList<>()).add(subject);
    }
    byNumber.remove("");
    for (String field : List.of(portrait.nik(), portrait.kk())) {
      for (ColumnScan.Line line : scan.having(field, byNumber.keySet())) {
        Subject other = portrait.subject(line);
        for (String number : List.of(other.nik(), other.kk())) {
          byNumber
              .getOrDefault(number, List.of())
              .forEach(subject -> findings.compare(portrait.table(), subject, other));
        }
      }
    }
    byVillage.forEach((village, there) -> {
      Blocks blocks = new Blocks(subjectsOf(portrait, village));
      there.forEach(subject -> blocks.compare(portrait.table(), subject, findings));
    });
  }

  private List<Subject> subjectsOf(Portrait portrait, String village) {
    return portrait.scan(store).ofVillage(village).stream().map(portrait::subject).toList();
  }

  private void villages(Portrait portrait, Findings findings) {
    for (String village : new TreeSet<>(portrait.scan(store).villages())) {
      new Blocks(subjectsOf(portrait, village)).compareAll(portrait.table(), findings);
    }
  }

  /// Compares rows that have a number in common, and if asked those that have the date of birth and
  /// the name's consonants in common.
  private void shared(Portrait portrait, boolean fuzzy, Findings findings) {
    Places places = new Places();
    boolean repeat = portrait.isRepeat();
    if (repeat) {
      store
          .scan(Form.idOf(portrait.table()), List.of(), List.of())
          .each(line -> places.put(line.root(), places.of(line.village(), line.round())));
    }
    List<Keys> keys = List.of(new Keys(), new Keys(), new Keys());
    ColumnScan scan = portrait.scan(store);
    scan.each(line -> {
      int place = repeat ? places.get(line.root()) : places.of(line.village(), line.round());
      if (place >= 0) {
        long[] of = keys(line, fuzzy);
        for (int i = 0; i < of.length; i++) {
          keys.get(i).add(of[i], place);
        }
      }
    });
    List<Longs> shared = keys.stream().map(Keys::shared).toList();
    if (shared.stream().allMatch(each -> each.size() == 0)) {
      return;
    }
    List<ColumnScan.Line> lines = new ArrayList<>();
    scan.each(line -> {
      long[] of = keys(line, fuzzy);
      for (int i = 0; i < of.length; i++) {
        if (of[i] != 0 && shared.get(i).contains(of[i])) {
          lines.add(line);
          return;
        }
      }
    });
    List<ColumnScan.Line> known =
        repeat ? scan.of(lines.stream().map(ColumnScan.Line::uuid).toList()) : lines;
    List<Map<Long, List<Subject>>> groups =
        List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (ColumnScan.Line line : known) {
      Subject subject = portrait.subject(line);
      long[] of = keys(line, fuzzy);
      for (int i = 0; i < of.length; i++) {
        if (of[i] != 0 && shared.get(i).contains(of[i])) {
          groups.get(i).computeIfAbsent(of[i], _ -> new ArrayList<>()).add(subject);
        }
      }
    }
    for (Map<Long, List<Subject>> group : groups) {
      group.values().forEach(subjects -> findings.compareAll(portrait.table(), subjects));
    }
  }

  private static long[] keys(ColumnScan.Line line, boolean fuzzy) {
    String nik = Subject.number(line.values().get(0));
    long ofNik = Keys.ofNumber(nik);
    long ofKk = Keys.ofNumber(line.values().get(1));
    if (!fuzzy) {
      return new long[] {ofNik, ofKk};
    }
    String birth = Subject.birth(line.values().get(3), nik);
    return new long[] {
      ofNik,
      ofKk,
      birth.isEmpty() ? 0 : Keys.ofTexts(birth, PlainName.of(line.values().get(2)).skeleton())
    };
  }
}
