package id.dampingan.duplicate;

import java.util.Arrays;

/// Many numbers in little memory.
final class Longs {
  private long[] values = new long[1024];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[index];
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }

  /// Whether it is there; asked only after [#sort].
  boolean contains(long value) {
    return Arrays.binarySearch(values, 0, size, value) >= 0;
  }
}
