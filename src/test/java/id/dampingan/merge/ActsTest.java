package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Edits, deletion with children, splits, reviews and duplicates beyond the truth table.
class ActsTest {
  private static final UUID ONE = new UUID(1, 1);
  private static final Dot FIRST = Dot.parse("Mmmmmmmm.1");

  @Test
  void newSubmissionHasOneDotAndIsThere() {
    Change change = Edit.create(blank(ONE), "Mmmmmmmm", Map.of("f", "a", "g", ""));

    assertEquals("_hapus={Mmmmmmmm.1=0} f={Mmmmmmmm.1=a}", text(change.after()));
    assertEquals(VersionVector.of(FIRST), change.after().version());
    assertEquals(List.of(), change.history());
    assertEquals(Outcome.NEW, change.outcome());
  }

  @Test
  void editRemembersWhatItReplacedAndEveryFieldSharesItsVector() {
    Submission before = submission(ONE, "f", "a", "g", "b");

    Change change = Edit.edit(before, "1", "Looooooo", Map.of("f", "c", "g", "b")).orElseThrow();

    assertEquals("_hapus={Looooooo.2=0} f={Looooooo.2=c} g={Mmmmmmmm.1=b}", text(change.after()));
    assertEquals(
        List.of(new HistoryEntry(FIRST, new TreeMap<>(Map.of("_hapus", "0", "f", "a")))),
        change.history());
    change
        .after()
        .registers()
        .values()
        .forEach(register -> assertEquals(change.after().version(), register.context()));
  }

  @Test
  void editThatChangesNothingIsNone() {
    assertEquals(
        Optional.empty(),
        Edit.edit(submission(ONE, "f", "a"), "1", "Looooooo", Map.of("f", "a", "g", "")));
  }

  @Test
  void deletedSubmissionMustBeRestoredBeforeEditing() {
    Submission deleted = delete(submission(ONE, "f", "a"));

    assertThrows(IllegalStateException.class, () -> Edit.edit(deleted, "1", "L", Map.of("f", "b")));
    assertThrows(IllegalStateException.class, () -> Edit.decide(deleted, "L", Map.of("f", "b")));
  }

  @Test
  void editKeepsADeletionThatIsInConflict() {
    Submission both =
        Join.join(
            delete(submission(ONE, "f", "a")),
            Edit.edit(submission(ONE, "f", "a"), "1", "Looooooo", Map.of("f", "b"))
                .orElseThrow()
                .after());

    Submission edited = Edit.edit(both, "1", "Lppppppp", Map.of("f", "c")).orElseThrow().after();

    assertEquals("_hapus={Lppppppp.3=0, Mmmmmmmm.2=1} f={Lppppppp.3=c}", text(edited));
  }

  @Test
  void deletingAParentDeletesItsLiveChildren() {
    UUID two = new UUID(1, 2);
    UUID three = new UUID(1, 3);
    Submission gone = delete(submission(three, "f", "a"));

    List<Change> changes =
        Edit.delete(
            submission(ONE, "f", "a"), "Looooooo", List.of(submission(two, "f", "a"), gone));

    assertEquals(List.of(ONE, two), changes.stream().map(change -> change.after().uuid()).toList());
    assertTrue(changes.stream().allMatch(change -> change.outcome() == Outcome.DELETED));
  }

  @Test
  void takingAChangeThatIsNotLiveIsAMistake() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Edit.take(submission(ONE, "f", "a"), "L", "f", Dot.parse("Mmmmmmmm.9")));
  }

  @Test
  void unseenValueOfAMissingColumnIsNotReplacedByAnEdit() {
    Submission full = submission(ONE, "f", "a", "g", "b");
    TreeMap<String, id.dampingan.submission.Register> cut = new TreeMap<>(full.registers());
    cut.remove("g");
    Submission narrow = new Submission(full.form(), "1", ONE, ONE, full.version(), cut);

    Submission edited = Edit.edit(narrow, "1", "Looooooo", Map.of("g", "c")).orElseThrow().after();

    assertEquals("b|c", Place.shown(Join.join(full, edited).register("g")));
  }

  @Test
  void splitLeavesAnEmptyValueWhereNothingRemains() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    place.make(ONE, "kform", Map.of("k", "b", "f", "budi"));
    place.edit(ONE, Map.of("g", "ani"));

    place.split(ONE, Set.of(Dot.parse("Mmmmmmmm.2")));

    assertEquals("", place.record(ONE).value("g"));
    assertEquals("budi", place.record(ONE).value("f"));
    Submission fresh =
        place.records.values().stream()
            .filter(r -> !r.uuid().equals(ONE))
            .findFirst()
            .orElseThrow();
    assertEquals(Map.of("g", "ani"), fresh.values());
    assertFalse(fresh.isDeleted());
  }

  @Test
  void splitTakesAReplacedValueFromTheHistory() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    place.make(ONE, "kform", Map.of("k", "b", "f", "ani"));
    place.edit(ONE, Map.of("f", "budi"));

    place.split(ONE, Set.of(FIRST));

    Submission fresh =
        place.records.values().stream()
            .filter(r -> !r.uuid().equals(ONE))
            .findFirst()
            .orElseThrow();
    assertEquals(Map.of("f", "ani", "k", "b"), fresh.values());
    assertEquals("budi", place.record(ONE).value("f"));
    assertEquals("", place.record(ONE).value("k"));
  }

  @Test
  void splitCanBeUndone() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    place.make(ONE, "kform", Map.of("k", "b", "f", "budi"));
    place.edit(ONE, Map.of("g", "ani"));
    place.split(ONE, Set.of(Dot.parse("Mmmmmmmm.2")));

    place.undo(place.batches.size() - 1);

    assertEquals("ani", place.record(ONE).value("g"));
    assertEquals(
        List.of(true),
        place.records.values().stream()
            .filter(r -> !r.uuid().equals(ONE))
            .map(Submission::isDeleted)
            .toList());
  }

  @Test
  void undoesAfterAnUndoThatSaidAgainThatTheRecordIsThere() {
    Place place = new Place("Looooooo", Place.TRUE);
    place.make(ONE, "kform", Map.of("k", "b", "f", "a"));
    Paper deleted = place.export("wb");
    deleted.rows.getFirst().cells.put(SystemField.DELETED, "1");
    Paper alsoEdited = deleted.copy();
    alsoEdited.rows.getFirst().cells.put("f", "x");
    place.edit(ONE, Map.of("f", "c"));
    place.read(deleted);
    place.read(alsoEdited);

    place.undo(3);
    place.undo(2);

    assertEquals("_hapus=0 f=c k=b ", Place.picture(place.record(ONE)));
    assertEquals(List.of(), place.untouched);
  }

  @Test
  void approvalEndsWhenAChildChanges() {
    Submission child = submission(new UUID(1, 2), "f", "a");
    Submission root = submission(ONE, "f", "a");
    Submission approved =
        Edit.edit(
                root,
                "1",
                "Mmmmmmmm",
                Map.of(SystemField.REVIEW, Review.approval(List.of(root, child))))
            .orElseThrow()
            .after();
    Submission changed = Edit.edit(child, "1", "Looooooo", Map.of("f", "b")).orElseThrow().after();

    assertTrue(Review.isApproved(approved, List.of(child, approved)));
    assertFalse(Review.isApproved(approved, List.of(approved, changed)));
    assertFalse(Review.isApproved(approved, List.of(approved)));
  }

  @Test
  void duplicateIsFollowedToItsEndAndACircleToItsSmallest() {
    UUID two = new UUID(1, 2);
    UUID three = new UUID(1, 3);
    Map<UUID, UUID> road = Map.of(ONE, two, two, three);
    Map<UUID, UUID> circle = Map.of(ONE, three, three, two, two, three);

    assertEquals(three, Duplicates.follow(ONE, road::get));
    assertEquals(two, Duplicates.follow(ONE, circle::get));
  }

  @Test
  void newerVersionOfAFormIsTheSameWhateverTheOrder() {
    List<String> ordered = List.of("", "9", "10", "2025010101", "2024a", "v2");
    List<String> newer = new ArrayList<>();
    for (int i = 1; i < ordered.size(); i++) {
      newer.add(FormVersions.newer(ordered.get(i - 1), ordered.get(i)));
      newer.add(FormVersions.newer(ordered.get(i), ordered.get(i - 1)));
    }

    assertEquals(
        ordered.stream().skip(1).flatMap(each -> java.util.stream.Stream.of(each, each)).toList(),
        newer);
  }

  private static Submission delete(Submission submission) {
    return Edit.delete(submission, "Mmmmmmmm", List.of()).getFirst().after();
  }

  private static Submission blank(UUID uuid) {
    return Submission.unknown("kform", "1", uuid, uuid);
  }

  private static Submission submission(UUID uuid, String... values) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < values.length; i += 2) {
      fields.put(values[i], values[i + 1]);
    }
    return Edit.create(blank(uuid), "Mmmmmmmm", fields).after();
  }

  private static String text(Submission submission) {
    List<String> parts = new ArrayList<>();
    submission.registers().forEach((field, register) -> parts.add(field + "=" + register.live()));
    return String.join(" ", new TreeSet<>(parts));
  }
}
