package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Who changed this, and from which file?": a clerk decides a conflict, asks for its history, and
/// for the record as it was on a day.
class HistoryStoryTest {
  @TempDir Path folder;

  @Test
  void tellsWhoDecidedFromWhichRowAndWhatWasThereOnADay() throws Exception {
    try (ClerkPage clerk = new ClerkPage(folder, ClerkPage.sample(folder), 1366, 768)) {
      clerk.go(new Place.Conflicts());
      StoredRow row = clerk.desk().store().conflicts(null, Set.of()).getFirst();
      String field = row.submission().conflicts().firstKey();
      List<String> values =
          row.submission().register(field).candidates(field).stream()
              .map(Candidate::value)
              .toList();
      clerk.click("#conflict-history");
      assertEquals(
          new Place.History(row.submission().root(), row.submission().uuid(), field),
          clerk.place());
      assertEquals(List.of(), clerk.faults("kisah-riwayat-benturan"));
      String told = clerk.words("#history-detail");
      assertTrue(told.contains(", baris "), told);
      int before = clerk.rows("#history-table");
      clerk.press(KeyCode.ESCAPE);
      clerk.press(KeyCode.DIGIT2);

      long decision = clerk.desk().store().batches().getFirst().id();
      clerk.go(new Place.History(row.submission().root(), row.submission().uuid(), field));
      assertEquals(before + 1, clerk.rows("#history-table"));
      assertTrue(
          clerk.words("#history-decided").startsWith("Diputuskan oleh "),
          clerk.words("#history-detail"));
      assertEquals(List.of(), clerk.faults("kisah-riwayat"));

      clerk.type("#history-day", "32/1/2026");
      assertEquals("Bukan tanggal. Tulis misalnya 1/3/2026.", clerk.words("#history-wrong"));
      clerk.type("#history-day", "9/7/26");
      assertEquals(0, clerk.rows("#history-past"));
      clerk.type("#history-day", "2026-07-10");
      assertTrue(clerk.rows("#history-past") > 10);
      assertFalse(clerk.has("#history-undone"));
      assertEquals(List.of(), clerk.faults("kisah-riwayat-tanggal"));
      clerk.press(KeyCode.ESCAPE);
      assertTrue(clerk.has("#history-table"));

      clerk.select("#history-table", 1);
      clerk.click("#history-undo");
      String withdrawal = clerk.words("#undo-withdraw-card");
      assertTrue(withdrawal.contains("1 isian dibiarkan"), withdrawal);
      assertTrue(clerk.words("#undo-change-card").contains("ikut terkirim"));
      assertEquals(List.of(), clerk.faults("kisah-urungkan"));
      String decided =
          clerk.desk().store().submission(row.submission().uuid()).orElseThrow().value(field);
      clerk.click("#undo-withdraw");
      assertTrue(clerk.words("#undo-done").endsWith(" 1 dibiarkan."), clerk.words("#undo-done"));
      assertEquals(
          decided,
          clerk.desk().store().submission(row.submission().uuid()).orElseThrow().value(field));
      clerk.go(new Place.History(row.submission().root()));
      clerk.go(new Place.Entry(row.submission().root(), row.submission().uuid(), field));
      clerk.click("#history-lost-" + decision + "-0");
      clerk.go(new Place.Home());
      assertEquals(
          values.getFirst(),
          clerk.desk().store().submission(row.submission().uuid()).orElseThrow().value(field));
      clerk.go(new Place.Review());
      clerk.press(KeyCode.DOWN);
      assertTrue(clerk.has("#review-history"));
    }
  }
}
