package id.dampingan.duplicate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// In which village and round each filled form is, for a million of them, in little memory.
final class Places {
  /// Villages and rounds beyond this many share the last number.
  static final int MOST = 1023;

  private final Map<String, Integer> villages = new HashMap<>();
  private final Map<String, Integer> rounds = new HashMap<>();
  private long[] roots = new long[2048];
  private int[] places = new int[2048];
  private int size;

  /// The number of a village and a round in one.
  int of(String village, String round) {
    return number(villages, village) << 10 | number(rounds, round);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      number = Math.min(numbers.size(), MOST);
      numbers.put(name, number);
    }
    return number;
  }

  static int village(int place) {
    return place >>> 10;
  }

  static int round(int place) {
    return place & MOST;
  }

  void put(UUID root, int place) {
    if (size * 2 > roots.length) {
      grow();
    }
    long key = key(root);
    int slot = slot(key);
    if (roots[slot] == 0) {
      size++;
    }
    roots[slot] = key;
    places[slot] = place;
  }

  /// -1 if the filled form is not live.
  int get(UUID root) {
    long key = key(root);
    int slot = slot(key);
    return roots[slot] == 0 ? -1 : places[slot];
  }

  private static long key(UUID root) {
    long key = Long.rotateLeft(root.getMostSignificantBits(), 17) ^ root.getLeastSignificantBits();
    return key == 0 ? 1 : key;
  }

  private int slot(long key) {
    int slot = (int) (mix(key) >>> 33) & (roots.length - 1);
    while (roots[slot] != 0 && roots[slot] != key) {
      slot = (slot + 1) & (roots.length - 1);
    }
    return slot;
  }

  /// Spreads a number over all its bits.
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private void grow() {
    long[] oldRoots = roots;
    int[] oldPlaces = places;
    roots = new long[oldRoots.length * 2];
    places = Arrays.copyOf(new int[0], roots.length);
    for (int i = 0; i < oldRoots.length; i++) {
      if (oldRoots[i] != 0) {
        int slot = slot(oldRoots[i]);
        roots[slot] = oldRoots[i];
        places[slot] = oldPlaces[i];
      }
    }
  }
}
