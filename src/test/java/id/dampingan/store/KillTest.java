package id.dampingan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged survives a kill, and what is there is whole.
@Tag("slow")
class KillTest {
  private static final int MEMBERS = 4;
  private static final String READY = "ready";

  @TempDir Path folder;

  @Test
  void losesNoAcknowledgedCommitAndKeepsEveryOneWhole() throws Exception {
    int kills = Math.max(5, Integer.getInteger("property.tries", 1000) / 200);
    Random random = new Random(20261124);
    Workshop.households(folder).close();
    Set<Integer> acknowledged = new TreeSet<>();
    for (int kill = 0; kill < kills; kill++) {
      int from = kill * 1_000_000;
      acknowledged.addAll(writeUntilKilled(from, 50 + random.nextInt(1500)));
      try (Store store = Workshop.open(folder)) {
        Set<Integer> there = new TreeSet<>();
        store.each(
            Selection.LIVE.ofTable("rumah"), row -> there.add(Integer.parseInt(row.value("nama"))));
        Set<Integer> lost = new TreeSet<>(acknowledged);
        lost.removeAll(there);
        assertEquals(Set.of(), lost, "acknowledged and lost");
        int[] members = {0};
        store.each(Selection.LIVE.ofTable("rumah/anggota"), _ -> members[0]++);
        assertEquals(there.size() * MEMBERS, members[0], "half a commit");
        assertEquals(there.size(), store.batches().size());
        assertEquals(there.size(), store.counts().stream().mapToInt(FormCount::draft).sum());
      }
    }
    assertTrue(acknowledged.size() > kills, "the writer wrote before it was killed");
  }

  private List<Integer> writeUntilKilled(int from, int millis) throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path said = folder.resolve("kata-" + from + ".txt");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Writer.class.getName(),
                folder.toString(),
                Integer.toString(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            // A file, for a pipe's reader is cut off by the kill before it has read all.
            .redirectOutput(said.toFile())
            .start();
    try {
      while (writer.isAlive() && !Files.readString(said).startsWith(READY)) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      TimeUnit.MILLISECONDS.sleep(millis);
    } finally {
      writer.destroyForcibly();
      writer.waitFor();
    }
    String all = Files.readString(said);
    assertTrue(all.startsWith(READY), () -> "the writer began otherwise: " + all);
    // A line that the kill cut in two acknowledges nothing.
    return all.lines()
        .filter(line -> line.endsWith(";"))
        .map(line -> Integer.parseInt(line.substring(0, line.length() - 1)))
        .toList();
  }

  /// The child process: writes households one by one and says so after each commit.
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      try (Store store = Workshop.open(Path.of(arguments[0]))) {
        System.out.println(READY);
        for (int number = Integer.parseInt(arguments[1]); ; number++) {
          try (BatchWriter batch = store.begin(BatchHeader.edit("Ani"))) {
            Submission household =
                Workshop.filled(
                    number, "Laaaaaaa.1", Map.of("nama", Integer.toString(number), "umur", "41"));
            batch.write(Workshop.change(null, household), Map.of());
            for (int member = 1; member <= MEMBERS; member++) {
              batch.write(Workshop.change(null, member(household, member)), Map.of());
            }
            batch.commit();
          }
          System.out.println(number + ";");
          System.out.flush();
        }
      }
    }

    private static Submission member(Submission household, int number) {
      Dot by = Dot.parse("Laaaaaaa.1");
      VersionVector version = VersionVector.of(by);
      TreeMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
      registers.put(SystemField.PARENT, Register.of(by, household.uuid().toString(), version));
      registers.put("usia", Register.of(by, Integer.toString(number), version));
      return new Submission(
          "rumah/anggota", "1", UUID.randomUUID(), household.uuid(), version, registers);
    }
  }
}
