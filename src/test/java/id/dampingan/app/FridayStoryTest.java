package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.app.FridayFiles.Trouble;
import id.dampingan.exchange.Question;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.merge.Outcome;
import id.dampingan.store.Selection;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.reception.ReceptionModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Friday at Bappeda: everything that came by stick and mail is dropped at once, and afterwards
/// every file, row and village is accounted for.
class FridayStoryTest {
  private static final String GABUSAN = "33.16.01.2008";
  private static final String DOPLANG = "33.16.01.2009";

  @TempDir Path folder;

  private Path master() throws Exception {
    Path master = new SampleErrand("id", TestWindow.CLOCK).prepareMaster(folder);
    Files.delete(folder.resolve("masuk").resolve(SampleErrand.MASTER_FILE));
    return master;
  }

  private List<ReceptionModel.Line> lines(ReceptionPage page) {
    return Pictures.onScreen(
        () -> List.copyOf(page.<ReceptionModel.Line>table("reception-files").getItems()));
  }

  private static List<String> problems(ReceptionPage page) {
    List<String> titles = new ArrayList<>();
    page.desk
        .store()
        .each(
            Selection.LIVE.ofTable("permasalahan"),
            row -> {
              if (row.value("judul").startsWith("Masalah ")) {
                titles.add(row.value("judul") + " " + row.village());
              }
            });
    Collections.sort(titles);
    return titles;
  }

  private static String problem(String file, String village) {
    return "Masalah " + Integer.parseInt(file.replace(".xlsx", "")) + " " + village;
  }

  @Test
  void afterAFridayEverythingIsAccountedFor() throws Exception {
    Path master = master();
    Path desk = folder.resolve("jumat");
    FridayFiles files =
        FridayFiles.make(
            folder.resolve("masuk").resolve("petugas-c.xlsx"),
            desk,
            Integer.getInteger("friday.files", 48));
    try (ReceptionPage page = new ReceptionPage(folder, master)) {
      page.bring(desk);
      page.await(() -> !page.has("reception-cancel"));

      // Every file came to its end, and the counts of every one add up.
      List<ReceptionModel.Line> lines = lines(page);
      assertEquals(
          List.copyOf(files.troubles.keySet()),
          lines.stream().map(ReceptionModel.Line::name).toList());
      List<String> refused =
          lines.stream()
              .filter(line -> line.state() == ReceptionModel.State.REFUSED)
              .map(ReceptionModel.Line::name)
              .toList();
      List<String> bad = new ArrayList<>(files.named(Trouble.BROKEN));
      bad.addAll(files.named(Trouble.FOREIGN));
      bad.addAll(files.named(Trouble.LOCKED));
      Collections.sort(bad);
      assertEquals(bad, refused);
      for (ReceptionModel.Line line : lines) {
        assertTrue(Objects.requireNonNull(line.result()).counts().addsUp(), line.name());
      }
      assertEquals("cocok", page.text("reception-adds-up"));

      // Every kind of trouble shows as what it is.
      for (ReceptionModel.Line line : lines) {
        String name = line.name();
        switch (Objects.requireNonNull(files.troubles.get(name))) {
          case TYPED -> assertTrue(line.count(Outcome.NEW) >= 1, name);
          case ELSEWHERE -> assertEquals(Question.Kind.ELSEWHERE, line.asked().getFirst().kind());
          case TWICE -> assertEquals(line.read(), line.count(Outcome.SAME), name);
          case HELD -> assertEquals(1, line.count(Outcome.HELD), name);
          case DISPUTED ->
              assertEquals(
                  1,
                  name.equals(files.named(Trouble.DISPUTED).getFirst())
                      ? line.count(Outcome.CHANGED)
                      : line.count(Outcome.CONFLICT),
                  name);
          case BROKEN, FOREIGN, LOCKED -> assertEquals(0, line.read(), name);
        }
      }
      List<String> expected = new ArrayList<>();
      files.named(Trouble.TYPED).forEach(name -> expected.add(problem(name, GABUSAN)));
      files.named(Trouble.ELSEWHERE).forEach(name -> expected.add(problem(name, DOPLANG)));
      Collections.sort(expected);
      assertEquals(expected, problems(page));

      // A village that the sender does not accompany is asked about once, and its record moved.
      String elsewhere = files.named(Trouble.ELSEWHERE).getFirst();
      page.choose("reception-files", List.copyOf(files.troubles.keySet()).indexOf(elsewhere));
      page.press("ask-move");
      page.pick("move-village", village -> village.toString().contains(GABUSAN));
      assertEquals(List.of(), page.faults("jumat-pindah"));
      page.press("move-go");
      page.await(() -> !page.has("ask-move"));
      expected.set(expected.indexOf(problem(elsewhere, DOPLANG)), problem(elsewhere, GABUSAN));
      assertEquals(expected, problems(page));

      // The locked one opens with its password.
      page.choose("reception-files", lines.size() - 1);
      page.write("reception-password", FridayFiles.PASSWORD);
      page.press("reception-again");
      page.await(() -> !page.has("reception-cancel"));
      String locked = files.named(Trouble.LOCKED).getFirst();
      expected.add(problem(locked, GABUSAN));
      Collections.sort(expected);
      assertEquals(expected, problems(page));

      // A wrong file is undone long after, and only what it brought goes.
      String wrong = files.named(Trouble.TYPED).get(1);
      page.press("reception-earlier");
      page.write("earlier-search", wrong);
      page.choose("earlier-batches", 0);
      assertEquals(List.of(), page.faults("jumat-salah"));
      page.press("earlier-undo");
      page.await(() -> !problems(page).contains(problem(wrong, GABUSAN)));
      expected.remove(problem(wrong, GABUSAN));
      assertEquals(expected, problems(page));
      assertEquals(List.of(), page.desk.store().check());
    }
  }

  @Test
  void everyPageIsSoundInEverySizeAndLanguage() throws Exception {
    Path master = master();
    List<String> faults = new ArrayList<>();
    for (int[] room :
        new int[][] {{1366, 768, 100}, {960, 640, 100}, {1366, 768, 150}, {960, 640, 150}}) {
      try (ReceptionPage page = new ReceptionPage(folder, master, room[0], room[1], room[2])) {
        page.bring(folder.resolve("masuk"));
        page.await(() -> !page.has("reception-cancel"));
        for (String language : List.of("id", "en")) {
          String name = "penerimaan-" + room[0] + "-" + room[2] + "-" + language;
          page.speak(language);
          page.choose("reception-files", 1);
          faults.addAll(page.faults(name + "-berkas"));
          page.type(KeyCode.ENTER);
          faults.addAll(page.faults(name + "-baris"));
          page.type(KeyCode.ESCAPE);
          page.press("reception-earlier");
          page.choose("earlier-batches", 1);
          faults.addAll(page.faults(name + "-terdahulu"));
          page.type(KeyCode.ESCAPE);
        }
      }
    }
    assertEquals("", String.join("\n", faults));
  }
}
