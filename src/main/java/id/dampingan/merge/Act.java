package id.dampingan.merge;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One act of this workspace on one submission, gathered field by field and then turned into a
/// change.
///
/// Most acts need one fresh dot. An act that brings back several values of one field needs one for
/// each; fields that bring back the same dots share theirs, so that what a fresh dot stands for is
/// the same in every field.
final class Act {
  private static final SortedSet<Dot> NO_DOTS = new TreeSet<>();

  /// The higher of two fresh dots is shown, so the one that stands for the stronger comes last.
  private static final Comparator<SortedSet<Dot>> WEAKEST_FIRST = Act::compareStrength;

  private final Submission start;
  private final String writer;
  private final SortedMap<String, String> set = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<String, List<Candidate>> restored = new TreeMap<>(CodePoints.ORDER);
  private boolean asserted;

  Act(Submission start, String writer) {
    this.start = start;
    this.writer = writer;
  }

  /// Decides the field to this value.
  void set(String field, String value) {
    set.put(field, value);
  }

  /// Gives the field these values back; none: it becomes empty.
  void restore(String field, List<Candidate> candidates) {
    restored.put(field, candidates);
  }

  /// Asserts that the submission is there, as every edit does: live 0-values of `_hapus` are
  /// replaced by a fresh one, a 1 that is in conflict with them stays.
  void assertThere() {
    asserted = true;
  }

  boolean isEmpty() {
    return set.isEmpty() && restored.isEmpty();
  }

  /// The change that this act is.
  ///
  /// @param before null if the submission is made by this act
  /// @param formVersion the version of the form that judged it
  /// @param standing whether the fresh dots stand for those that they bring back or say again
  Change change(@Nullable Submission before, String formVersion, boolean standing) {
    Map<SortedSet<Dot>, Dot> fresh = new TreeMap<>(WEAKEST_FIRST);
    Set<SortedSet<Dot>> groups = new LinkedHashSet<>();
    restored.forEach((_, candidates) -> groups.addAll(groupsOf(candidates)));
    long next = start.version().highest();
    Dot own = new Dot(writer, next + 1);
    VersionVector added = VersionVector.EMPTY;
    if (asserted || !set.isEmpty()) {
      added = VersionVector.of(own);
      next++;
    }
    for (SortedSet<Dot> group : groups.stream().sorted(WEAKEST_FIRST).toList()) {
      Dot dot = new Dot(writer, ++next);
      fresh.put(group, dot);
      added = added.with(dot);
    }

    SortedMap<String, SortedMap<Dot, String>> lives = new TreeMap<>(CodePoints.ORDER);
    if (asserted) {
      lives.put(SystemField.DELETED, there(own));
    }
    set.forEach((field, value) -> lives.put(field, new TreeMap<>(Map.of(own, value))));
    restored.forEach((field, candidates) -> lives.put(field, again(candidates, fresh)));

    Submission after = with(lives, added, formVersion);
    SortedMap<Dot, Set<Dot>> standsFor = new TreeMap<>();
    if (standing) {
      fresh.forEach((group, dot) -> standsFor.put(dot, group));
      if (asserted) {
        // To say once more that it is there changes nothing that an earlier batch left.
        standsFor.put(own, replacedByAssertion());
      }
    }
    return new Change(
        before,
        after,
        Chronicle.ofReplaced(start, after).entries(),
        standsFor,
        null,
        outcome(before, after));
  }

  private Submission with(
      SortedMap<String, SortedMap<Dot, String>> lives, VersionVector added, String formVersion) {
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    start
        .registers()
        .forEach((field, register) ->
            registers.put(field, register.withContext(register.context().join(added))));
    // A field that has no value here may have one elsewhere, written by a change that our vector
    // counts but whose column was missing: it was not seen, so it is not replaced.
    lives.forEach((field, live) -> {
      Register old = registers.get(field);
      registers.put(field, new Register(live, old == null ? added : old.context()));
    });
    return new Submission(
        start.form(),
        FormVersions.newer(start.formVersion(), formVersion),
        start.uuid(),
        start.root(),
        start.version().join(added),
        registers);
  }

  private SortedMap<Dot, String> there(Dot own) {
    SortedMap<Dot, String> live = new TreeMap<>(start.register(SystemField.DELETED).live());
    live.values().removeIf(value -> !value.equals("1"));
    live.put(own, "0");
    return live;
  }

  private SortedSet<Dot> replacedByAssertion() {
    SortedSet<Dot> replaced = new TreeSet<>();
    start
        .register(SystemField.DELETED)
        .live()
        .forEach((dot, value) -> {
          if (!value.equals("1")) {
            replaced.add(dot);
          }
        });
    return replaced;
  }

  private static SortedMap<Dot, String> again(
      List<Candidate> candidates, Map<SortedSet<Dot>, Dot> fresh) {
    SortedMap<Dot, String> live = new TreeMap<>();
    if (candidates.isEmpty()) {
      live.put(known(fresh, NO_DOTS), "");
    }
    candidates.forEach(candidate -> live.put(known(fresh, candidate.dots()), candidate.value()));
    return live;
  }

  private static Dot known(Map<SortedSet<Dot>, Dot> fresh, SortedSet<Dot> group) {
    Dot dot = fresh.get(group);
    if (dot == null) {
      throw new IllegalStateException("no fresh dot for " + group);
    }
    return dot;
  }

  private static Collection<SortedSet<Dot>> groupsOf(List<Candidate> candidates) {
    return candidates.isEmpty()
        ? List.of(NO_DOTS)
        : candidates.stream().map(Candidate::dots).toList();
  }

  private static Outcome outcome(@Nullable Submission before, Submission after) {
    if (before == null) {
      return Outcome.NEW;
    }
    return after.isDeleted() && !before.isDeleted() ? Outcome.DELETED : Outcome.CHANGED;
  }

  private static int compareStrength(SortedSet<Dot> a, SortedSet<Dot> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(b.isEmpty(), a.isEmpty());
    }
    int byStrength =
        Dot.SHOWN_FIRST.compare(
            Collections.min(b, Dot.SHOWN_FIRST), Collections.min(a, Dot.SHOWN_FIRST));
    return byStrength != 0 ? byStrength : a.toString().compareTo(b.toString());
  }
}
