package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.World.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tag;

/// The laws bite: each simpler rule is refuted by its law, over the histories that ours survives.
@Tag("slow")
class FaultTest {
  private static final int MOST_HISTORIES = 2000;

  @Example
  void eachSimplerRuleIsRefutedByItsLaw() {
    List<Fault> survivors =
        Arrays.stream(Fault.values()).filter(fault -> !isRefuted(fault)).toList();

    assertEquals(List.of(), survivors);
  }

  private static boolean isRefuted(Fault fault) {
    RandomGenerator<List<Step>> histories = LawsTest.randomHistories().generator(1000);
    Random random = new Random(fault.ordinal());
    for (int i = 0; i < MOST_HISTORIES; i++) {
      List<Step> steps = histories.next(random).value();
      try {
        fault.refutedBy().check(steps, fault);
      } catch (AssertionError violated) {
        return true;
      }
    }
    return false;
  }
}
