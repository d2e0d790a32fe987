package id.dampingan.submission;

/// Reads the counters of dots and vectors strictly: digits only, no sign, no leading zero.
final class Counters {
  private Counters() {}

  static long parse(String text, int from, int to) {
    if (from >= to || to - from > 18 || text.charAt(from) == '0') {
      throw new IllegalArgumentException("not a counter: " + text);
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("not a counter: " + text);
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
