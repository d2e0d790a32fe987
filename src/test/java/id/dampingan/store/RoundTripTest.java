package id.dampingan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.Change;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/// Whatever state a submission is in, it comes back from its row exactly, and so does every earlier
/// one.
class RoundTripTest {
  private static final Store store = open();

  private static Store open() {
    try {
      return Workshop.households(Files.createTempDirectory("bolak-balik"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void close() {
    store.close();
  }

  @Provide
  Arbitrary<Dot> dots() {
    return Combinators.combine(
            Arbitraries.of("Maaaaaaa", "Laaaaaaa", "Lbbbbbbb", "~abcdefghij"),
            Arbitraries.longs().between(1, 5))
        .as(Dot::new);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "0",
            "1",
            "41",
            "-7",
            "007",
            "2.5",
            "2.50",
            "1e9",
            "-0",
            "0.0000000001",
            "123456789012345678901234567890",
            "9223372036854775808",
            "9223372036854775807",
            "2026-02-28",
            "2026-02-31",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "nan",
            "null",
            "{\"a\":[1]}",
            "a;b c@d+e",
            "\u0001\t\n\"'\\",
            "\uD83D\uDE00",
            "\uFFFF",
            " "),
        Arbitraries.strings().ofMaxLength(30));
  }

  private Arbitrary<VersionVector> vectors() {
    return dots()
        .list()
        .ofMaxSize(4)
        .map(all -> {
          VersionVector vector = VersionVector.EMPTY;
          for (Dot dot : all) {
            vector = vector.with(dot);
          }
          return vector;
        });
  }

  @Provide
  Arbitrary<List<Submission>> histories() {
    return states().list().ofMinSize(1).ofMaxSize(4);
  }

  private Arbitrary<Submission> states() {
    Arbitrary<String> fields =
        Arbitraries.of(
            "desa",
            "putaran",
            "tanggal",
            "nama",
            "umur",
            "luas",
            "order",
            "total",
            "Nama",
            "tak.dikenal",
            "_asing",
            SystemField.DELETED,
            SystemField.ORDER,
            SystemField.STATUS,
            SystemField.REVIEW);
    Arbitrary<Register> registers =
        Combinators.combine(
                Arbitraries.maps(dots(), values()).ofMaxSize(3), vectors().injectNull(0.7))
            .as((live, lag) -> new Register(new TreeMap<>(live), lag == null ? LAST : lag));
    return Combinators.combine(
            vectors(), Arbitraries.maps(fields, registers).ofMaxSize(10), Arbitraries.of("1", "2"))
        .as((version, all, formVersion) -> {
          SortedMap<String, Register> sorted = new TreeMap<>(CodePoints.ORDER);
          all.forEach((field, register) ->
              sorted.put(
                  field, register.context() == LAST ? register.withContext(version) : register));
          return new Submission("rumah", formVersion, NOBODY, NOBODY, version, sorted);
        });
  }

  private static final UUID NOBODY = new UUID(0, 0);

  /// Stands for the submission's own vector until that is known.
  private static final VersionVector LAST = VersionVector.parse("Zzzzzzzz.999");

  @Property(tries = 150)
  void everyStateComesBackAndEveryEarlierOne(@ForAll("histories") List<Submission> states) {
    UUID uuid = UUID.randomUUID();
    List<Change> written = new ArrayList<>();
    Submission before = null;
    Map<Long, Change> batches = new LinkedHashMap<>();
    for (Submission state : states) {
      Submission after =
          new Submission(
              state.form(), state.formVersion(), uuid, uuid, state.version(), state.registers());
      if (after.equals(before)) {
        continue;
      }
      Change change = Workshop.change(before, after);
      batches.put(Workshop.write(store, change).id(), change);
      written.add(change);
      before = after;
    }
    assertEquals(Optional.of(written.getLast().after()), store.submission(uuid));
    batches.forEach((batch, change) -> assertEquals(List.of(change), store.batchChanges(batch)));
  }
}
