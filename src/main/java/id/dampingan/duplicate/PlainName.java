package id.dampingan.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// A name as it is compared: one spelling for those that Indonesian names have, without titles.
///
/// @param words in the name's order
/// @param given how many words stand before `bin` or `binti`; all of them if it has neither
/// @param skeleton the consonants, by which names that may be alike are put side by side
public record PlainName(List<String> words, int given, String skeleton) {
  /// From here on two names are called similar.
  static final double SIMILAR = 0.9;

  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^a-z]+");

  /// Degrees follow a comma or are written with points: `Suparno, S.Pd`, `Suparno S.Pd.`
  private static final Pattern DEGREES =
      Pattern.compile(
          ",.*|\\b(s\\.\\s?(pd|h|e|t|kom|sos|ag|ip|kep|p|st|pd\\.?i|h\\.?i)|m\\.\\s?(pd|si|m|h|ag|kes)"
              + "|a\\.\\s?md(\\.\\s?[a-z]+)?)\\.?(?=\\s|$)");

  private static final Set<String> TITLES =
      Set.of(
          "h",
          "hj",
          "haji",
          "hajah",
          "hajjah",
          "kh",
          "ky",
          "kyai",
          "kiai",
          "ust",
          "ustad",
          "ustadz",
          "drs",
          "dra",
          "dr",
          "drg",
          "ir",
          "prof",
          "ny",
          "tn",
          "bpk",
          "bapak",
          "bp",
          "pak",
          "ibu",
          "bu",
          "mbah",
          "sdr",
          "sdri",
          "alm",
          "almh",
          "almarhum",
          "almarhumah",
          "rr",
          "raden");
  private static final Set<String> PATRONYMIC = Set.of("bin", "binti", "bt", "bte", "bn");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("moh", "muhamad"),
          Map.entry("mohd", "muhamad"),
          Map.entry("moch", "muhamad"),
          Map.entry("mokh", "muhamad"),
          Map.entry("muh", "muhamad"),
          Map.entry("much", "muhamad"),
          Map.entry("mukh", "muhamad"),
          Map.entry("mhd", "muhamad"),
          Map.entry("md", "muhamad"),
          Map.entry("mohamad", "muhamad"),
          Map.entry("mohamed", "muhamad"),
          Map.entry("muhamed", "muhamad"),
          Map.entry("muhamat", "muhamad"),
          Map.entry("mohamat", "muhamad"),
          Map.entry("ach", "ahmad"),
          Map.entry("akh", "ahmad"),
          Map.entry("ahmat", "ahmad"),
          Map.entry("abd", "abdul"),
          Map.entry("abdu", "abdul"),
          Map.entry("st", "siti"),
          Map.entry("sitti", "siti"),
          Map.entry("nor", "nur"));

  private static final String[][] SPELLINGS = {
    {"oe", "u"}, {"dj", "j"}, {"tj", "c"}, {"kh", "h"}, {"ch", "h"}, {"sj", "sy"}, {"th", "t"},
    {"dh", "d"}, {"bh", "b"}, {"ph", "f"}, {"v", "f"}, {"q", "k"}, {"x", "ks"}, {"ae", "ai"},
    {"ie", "i"}
  };

  public PlainName {
    words = List.copyOf(words);
  }

  public static PlainName of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!isPlain(lower)) {
      lower = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }
    lower = lower.replace("'", "").replace("’", "").replace("`", "");
    if (lower.indexOf('.') >= 0 || lower.indexOf(',') >= 0) {
      lower = DEGREES.matcher(lower).replaceAll(" ");
    }
    List<String> words = new ArrayList<>();
    int given = -1;
    String[] parts = GAPS.split(lower.strip(), -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      boolean more = i < parts.length - 1;
      if (part.isEmpty() || (TITLES.contains(part) && (more || !words.isEmpty()))) {
        continue;
      }
      if (PATRONYMIC.contains(part) && !words.isEmpty()) {
        given = given < 0 ? words.size() : given;
        continue;
      }
      boolean first = words.isEmpty();
      words.add(part.equals("m") && first && more ? "muhamad" : word(part));
    }
    return new PlainName(words, given < 0 ? words.size() : given, skeleton(words));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String word(String part) {
    String known = SHORT.get(part);
    if (known != null) {
      return known;
    }
    String word = part;
    for (String[] spelling : SPELLINGS) {
      if (word.contains(spelling[0])) {
        word = word.replace(spelling[0], spelling[1]);
      }
    }
    word = single(word);
    return SHORT.getOrDefault(word, word);
  }

  /// Doubled letters written once.
  private static String single(String word) {
    StringBuilder single = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        single.append(word.charAt(i));
      }
    }
    return single.toString();
  }

  static String skeleton(List<String> words) {
    StringBuilder bones = new StringBuilder();
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        char letter = word.charAt(i);
        if ("aiueoyhw".indexOf(letter) < 0
            && (bones.isEmpty() || bones.charAt(bones.length() - 1) != letter)) {
          bones.append(letter);
        }
      }
    }
    return bones.isEmpty() ? String.join("", words) : bones.toString();
  }

  public String text() {
    return String.join(" ", words);
  }

  /// How alike two names are, 0 to 1: each word beside the most similar of the other, long words
  /// weighing more; a word too many costs a little, a father's name that only one says nothing.
  public double likeness(PlainName other) {
    if (words.isEmpty() || other.words.isEmpty()) {
      return 0;
    }
    if (words.equals(other.words)) {
      return 1;
    }
    boolean father = given < words.size();
    boolean otherFather = other.given < other.words.size();
    if (father != otherFather) {
      return between(words.subList(0, given), other.words.subList(0, other.given));
    }
    return between(words, other.words);
  }

  private static double between(List<String> one, List<String> two) {
    String joined = String.join("", one);
    String otherJoined = String.join("", two);
    if (joined.equals(otherJoined)) {
      return 1;
    }
    double byWords =
        one.size() == two.size()
            ? Math.max(words(one, two), words(two, one))
            : one.size() < two.size() ? words(one, two) : words(two, one);
    boolean oneWord = one.size() == 1 || two.size() == 1;
    return oneWord && one.size() != two.size()
        ? Math.max(byWords, LIKENESS.apply(joined, otherJoined) >= 0.97 ? 0.95 : 0)
        : byWords;
  }

  private static double words(List<String> few, List<String> many) {
    boolean[] taken = new boolean[many.size()];
    double sum = 0;
    double weight = 0;
    for (String word : few) {
      double best = 0;
      int at = -1;
      for (int i = 0; i < many.size(); i++) {
        double like = taken[i] ? 0 : word(word, many.get(i));
        if (like > best) {
          best = like;
          at = i;
        }
      }
      if (at >= 0) {
        taken[at] = true;
      }
      int length = Math.max(word.length(), at < 0 ? 0 : many.get(at).length());
      sum += best * length;
      weight += length;
    }
    int extra = many.size() - few.size();
    return Math.max(0, sum / weight - 0.06 * extra);
  }

  /// An initial is like any word that begins so.
  private static double word(String one, String two) {
    if (one.equals(two)) {
      return 1;
    }
    if (one.length() == 1 || two.length() == 1) {
      return one.charAt(0) == two.charAt(0) ? 0.9 : 0;
    }
    return LIKENESS.apply(one, two);
  }
}
