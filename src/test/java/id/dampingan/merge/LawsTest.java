package id.dampingan.merge;

import id.dampingan.merge.World.Kind;
import id.dampingan.merge.World.Step;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// The laws over random histories of master, two laptops, files and hands.
@Tag("slow")
class LawsTest {
  @Property
  void repeatedImportChangesNothing(@ForAll("histories") List<Step> steps) {
    Laws.L1_REPEATED_IMPORT_CHANGES_NOTHING.check(steps, Place.TRUE);
  }

  @Property
  void orderOfFilesDoesNotMatter(@ForAll("histories") List<Step> steps) {
    Laws.L2_ORDER_OF_FILES_DOES_NOT_MATTER.check(steps, Place.TRUE);
  }

  @Property
  void fullExchangeMakesAllStoresEqual(@ForAll("histories") List<Step> steps) {
    Laws.L3_FULL_EXCHANGE_MAKES_ALL_STORES_EQUAL.check(steps, Place.TRUE);
  }

  @Property
  void everyIncomingValueIsKept(@ForAll("histories") List<Step> steps) {
    Laws.L4_EVERY_INCOMING_VALUE_IS_KEPT.check(steps, Place.TRUE);
  }

  @Property
  void oneSidedAndEqualChangesAreNoConflict(@ForAll("histories") List<Step> steps) {
    Laws.L5_ONE_SIDED_AND_EQUAL_CHANGES_ARE_NO_CONFLICT.check(steps, Place.TRUE);
  }

  @Property
  void unseenDifferentChangesStayOpenUntilDecided(@ForAll("histories") List<Step> steps) {
    Laws.L6_UNSEEN_DIFFERENT_CHANGES_STAY_OPEN_UNTIL_DECIDED.check(steps, Place.TRUE);
    Laws.L6_DELETION_AND_UNSEEN_EDIT_ARE_A_CONFLICT.check(steps, Place.TRUE);
  }

  @Property
  void decisionIsAcceptedElsewhere(@ForAll("histories") List<Step> steps) {
    Laws.L7_DECISION_IS_ACCEPTED_ELSEWHERE.check(steps, Place.TRUE);
  }

  @Property
  void oldFilesBringNothingBack(@ForAll("histories") List<Step> steps) {
    Laws.L8_OLD_FILES_BRING_NOTHING_BACK.check(steps, Place.TRUE);
  }

  @Property
  void undoingBatchAfterBatchBringsBackEachPicture(@ForAll("histories") List<Step> steps) {
    Laws.U1_UNDOING_BATCH_AFTER_BATCH_BRINGS_BACK_EACH_PICTURE.check(steps, Place.TRUE);
  }

  @Property
  void undoLeavesLaterChangesAlone(@ForAll("histories") List<Step> steps) {
    Laws.U2_UNDO_LEAVES_LATER_CHANGES_ALONE.check(steps, Place.TRUE);
  }

  @Property
  void withdrawnImportNeverCame(@ForAll("histories") List<Step> steps) {
    Laws.U3_WITHDRAWN_IMPORT_NEVER_CAME.check(steps, Place.TRUE);
  }

  @Property
  void liveIsWhatIsKnownMinusWhatIsReplaced(@ForAll("histories") List<Step> steps) {
    World world = new World(Place.TRUE, new Model());
    steps.stream()
        .filter(step -> World.withoutUndo().contains(step.kind()) && step.kind() != Kind.COPY_ROW)
        .forEach(world::play);
    world.exchange();
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return randomHistories();
  }

  static Arbitrary<List<Step>> randomHistories() {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 11);
    // Common acts more often, so that the rare ones meet a history.
    Arbitrary<Kind> kinds =
        Arbitraries.oneOf(
            Arbitraries.of(Arrays.asList(Kind.values())),
            Arbitraries.of(Kind.EDIT, Kind.CARRY, Kind.HAND, Kind.READ, Kind.READ_LAST));
    return Combinators.combine(kinds, small, small, small, small)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }
}
