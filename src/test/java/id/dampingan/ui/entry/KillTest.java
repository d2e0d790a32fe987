package id.dampingan.ui.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Form;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.FilledRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killing the process at any moment loses no answer that the bottom line called saved.
class KillTest {
  private static final int AFTER_FIRST_MS = 600;
  private static final int TRIES_A_KILL = 100;

  @TempDir Path folder;

  @Test
  void losesNoAnswerThatWasCalledSaved() throws Exception {
    killed(2);
  }

  @Test
  @Tag("slow")
  void losesNoAnswerThatWasCalledSavedHoweverOften() throws Exception {
    // A kill costs a process: a hundredth of the usual tries.
    killed(Integer.getInteger("property.tries", 1000) / TRIES_A_KILL);
  }

  private void killed(int times) throws Exception {
    Path workspace = folder.resolve("kerja");
    try (Store store =
        CheapStores.create(
            workspace,
            ScriptedEntry.PASSWORD,
            new WorkspaceSettings(Role.OFFICER, "Contoh Rahayu", "1.01"),
            Clock.systemUTC())) {
      byte[] source = ScriptedEntry.FORM.getBytes(StandardCharsets.UTF_8);
      Form form = XlsForms.read("uji.md", source);
      store.addForm(form, source, "uji.md");
    }
    Random random = new Random(Long.getLong("property.seed", 1L));
    List<String> lost = new ArrayList<>();
    for (int trial = 1; trial <= times; trial++) {
      int saved = killedAfter(workspace, trial, random.nextInt(AFTER_FIRST_MS));
      lost.addAll(lost(workspace, trial, saved));
    }
    assertEquals(List.of(), lost);
  }

  /// @return how many answers the process called saved
  private int killedAfter(Path workspace, int trial, int milliseconds) throws Exception {
    Path said = folder.resolve("kata-" + trial + ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedEntry.class.getName(),
                workspace.toString(),
                Integer.toString(trial))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      while (process.isAlive() && saved(said) == 0) {
        Thread.sleep(20);
      }
      Thread.sleep(milliseconds);
    } finally {
      process.destroyForcibly();
      process.waitFor(60, TimeUnit.SECONDS);
    }
    int saved = saved(said);
    assertTrue(saved > 0, () -> "nothing was saved before the kill: " + text(said));
    return saved;
  }

  private static int saved(Path said) {
    int saved = 0;
    // A line that the kill cut in two says less than it meant, never more.
    for (String line : text(said).split("\\R")) {
      if (line.matches("SAVED \\d+")) {
        saved = Math.max(saved, Integer.parseInt(line.substring("SAVED ".length())));
      }
    }
    return saved;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lost(Path workspace, int trial, int saved) throws Exception {
    List<String> lost = new ArrayList<>();
    try (Store store = Store.open(workspace, ScriptedEntry.PASSWORD, Clock.systemUTC())) {
      FilledRow row = store.filled(ScriptedEntry.root(trial)).orElseThrow().root();
      for (int number = saved;
          number > saved - ScriptedEntry.FIELDS.size() && number > 0;
          number--) {
        String value = row.value(ScriptedEntry.field(number));
        int stored =
            value.isEmpty() ? 0 : Integer.parseInt(value.substring(value.lastIndexOf(' ') + 1));
        if (stored < number) {
          lost.add("trial " + trial + ": answer " + number + ", found " + value);
        }
      }
    }
    return lost;
  }
}
