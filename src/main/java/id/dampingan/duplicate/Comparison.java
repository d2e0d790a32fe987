package id.dampingan.duplicate;

import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/// Says whether two records are likely one.
///
/// A number that both have and that differs speaks against it more than a name speaks for it; only
/// a slip of two digits is forgiven, and not within one household, where twins have such numbers.
final class Comparison {
  private static final double HAMLET_SIMILAR = 0.93;
  private static final double NEARLY_SAME_NAME = 0.95;
  private static final int SLIP = 2;

  private Comparison() {}

  static @Nullable Likeness of(String table, Subject one, Subject other) {
    if (one.uuid().equals(other.uuid()) || isSameUnit(one, other)) {
      return null;
    }
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    boolean sameNik = isSame(one.nik(), other.nik());
    boolean sameKk = isSame(one.kk(), other.kk());
    double name = one.plainName().likeness(other.plainName());
    boolean similar = name >= PlainName.SIMILAR;
    if (!sameNik && !similar) {
      return null;
    }
    boolean sameBirth = isSame(one.birth(), other.birth());
    boolean sameHamlet = isSameHamlet(one, other);
    if (!sameNik && !(sameKk && similar)) {
      boolean whole = sameBirth || (sameHamlet && name >= NEARLY_SAME_NAME);
      if (!whole
          || isAnotherRound(one, other)
          || contradictsNik(one, other)
          || contradictsBirth(one, other)) {
        return null;
      }
    }
    int score = 0;
    score += add(evidence, sameNik, Evidence.SAME_NIK, 60);
    score += add(evidence, sameKk, Evidence.SAME_KK, 40);
    score += add(evidence, similar, Evidence.SIMILAR_NAME, (int) Math.round(30 * name));
    score += add(evidence, sameBirth, Evidence.SAME_BIRTH, 20);
    score += add(evidence, sameHamlet, Evidence.SAME_HAMLET, 10);
    boolean moved = one.movedTo().equals(other.village()) || other.movedTo().equals(one.village());
    boolean knownMove = moved && !one.village().equals(other.village());
    score += add(evidence, knownMove, Evidence.MOVED_HERE, 10);
    boolean ordered = one.uuid().toString().compareTo(other.uuid().toString()) <= 0;
    return new Likeness(
        table, ordered ? one : other, ordered ? other : one, evidence, Math.min(100, score));
  }

  /// How likely two members of one household are one, 0 to 2; 0 if they are not.
  static double members(Subject one, Subject other) {
    double name = one.plainName().likeness(other.plainName());
    if (isSame(one.nik(), other.nik())) {
      return 1 + name;
    }
    boolean bothNumbered = !one.nik().isEmpty() && !other.nik().isEmpty();
    if (name < PlainName.SIMILAR
        || (bothNumbered && differences(one.nik(), other.nik()) > SLIP)
        || contradictsBirth(one, other)) {
      return 0;
    }
    return name;
  }

  private static int add(Set<Evidence> evidence, boolean there, Evidence which, int weight) {
    if (there) {
      evidence.add(which);
    }
    return there ? weight : 0;
  }

  /// Records of one unit in different rounds: what changed is seen by keeping both.
  static boolean isSameUnit(Subject one, Subject other) {
    if (one.round().equals(other.round()) || one.root().equals(other.root())) {
      return false;
    }
    boolean bothSayWhen = !one.round().isEmpty() && !other.round().isEmpty();
    return one.unit().equals(other.unit())
        || (bothSayWhen
            && one.village().equals(other.village())
            && (isSame(one.nik(), other.nik()) || isSame(one.kk(), other.kk())));
  }

  /// Names alone tell nothing across rounds: who was recorded again has the same name.
  private static boolean isAnotherRound(Subject one, Subject other) {
    return one.village().equals(other.village()) && !one.round().equals(other.round());
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private static boolean isSameHamlet(Subject one, Subject other) {
    if (one.hamlet().isEmpty()
        || other.hamlet().isEmpty()
        || !one.village().equals(other.village())) {
      return false;
    }
    return one.hamlet().equals(other.hamlet())
        || new JaroWinklerSimilarity().apply(one.hamlet(), other.hamlet()) >= HAMLET_SIMILAR;
  }

  private static boolean contradictsNik(Subject one, Subject other) {
    if (one.nik().isEmpty() || other.nik().isEmpty()) {
      return false;
    }
    int slip = one.root().equals(other.root()) ? 0 : SLIP;
    return differences(one.nik(), other.nik()) > slip;
  }

  private static boolean contradictsBirth(Subject one, Subject other) {
    return !one.birth().isEmpty()
        && !other.birth().isEmpty()
        && differences(one.birth(), other.birth()) > 1;
  }

  private static int differences(String one, String other) {
    int differences = 0;
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        differences++;
      }
    }
    return differences;
  }
}
