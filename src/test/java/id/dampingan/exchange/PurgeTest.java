package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.store.Search;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A partner's laptop forgets what it sent, and old files do not bring it back.
class PurgeTest {
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Bureau bureau;

  private UUID problem = new UUID(0, 0);

  @BeforeEach
  void oneProblemThatWasChanged() throws Exception {
    bureau = Bureau.make(folder.resolve("mitra"), Role.OFFICER, "Contoh Mahasiswa").withPack();
    problem =
        bureau
            .edit()
            .create(
                "permasalahan",
                null,
                Map.of("desa", VILLAGE, "kategori", "jalan", "judul", "Jalan rusak berat"))
            .uuid();
    bureau.edit().set(problem, Map.of("judul", "Jalan putus", "penyebab", "Hujan lebat"));
    bureau.store().setSetting("isian.urung." + problem, "Jalan rusak berat");
    String photo = bureau.store().media().keep("foto".getBytes(StandardCharsets.UTF_8), "jpg");
    assertTrue(bureau.store().media().has(photo));
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  private PurgeErrand errand() {
    return new PurgeErrand(bureau.office());
  }

  @Test
  void whatWasNotSentIsNotPurgedUnlessSomebodySaysSo() throws Exception {
    Refused refused = assertThrows(Refused.class, () -> errand().purge(false));
    assertEquals(ProblemCode.PURGE_UNSENT, refused.problem().code());
    assertEquals("Jalan putus", bureau.store().row(problem).orElseThrow().value("judul"));
    assertEquals(1, errand().purge(true));
  }

  @Test
  void whatWasSentAndNotReceiptedIsNotPurgedEither() throws Exception {
    bureau.export(folder.resolve("kirim.zip"));
    assertEquals(0, errand().look().unsent());
    assertEquals(1, errand().look().unreceived());
    assertThrows(Refused.class, () -> errand().purge(false));
  }

  @Test
  void nothingIsLeftToSeeToSendOrToUndo() throws Exception {
    errand().purge(true);
    Store store = bureau.store();
    List<StoredRow> rows = new ArrayList<>();
    store.each(Selection.ALL.ofForm("permasalahan"), rows::add);
    assertEquals(List.of(), rows);
    assertEquals(List.of(), store.search(Search.of("permasalahan")).rows());
    assertEquals(List.of(), store.historyOf(problem));
    assertEquals(List.of(), store.media().names());
    assertEquals("", store.setting("isian.urung." + problem));
    assertTrue(store.counts().stream().noneMatch(count -> count.form().equals("permasalahan")));
    assertTrue(
        store.batches().stream()
            .allMatch(batch ->
                store.batchChanges(batch.id()).stream()
                    .noneMatch(change -> change.after().uuid().equals(problem))));
    assertEquals(List.of(), store.check());
    assertEquals(new PurgeErrand.Look(0, 0, 0, 0, 0, 0), errand().look());
  }

  @Test
  void anOldFileCountsAsSameAndANewChangeIsHeld() throws Exception {
    Path old = bureau.export(folder.resolve("lama.xlsx"));
    try (Bureau other = Bureau.make(folder.resolve("lain"), Role.OFFICER, "Lain").withPack()) {
      other.merge(old);
      other.edit().set(problem, Map.of("judul", "Jalan sudah diperbaiki"));
      Path fresh = other.export(folder.resolve("baru.xlsx"));
      errand().purge(true);
      FileResult same = bureau.merge(old);
      assertEquals(0, same.counts().of(Outcome.NEW) + same.counts().of(Outcome.CHANGED));
      assertEquals(List.of(), same.held());
      FileResult held = bureau.merge(fresh);
      assertEquals(
          List.of(ProblemCode.PURGED),
          held.held().stream().map(line -> line.problem().code()).distinct().toList());
      assertTrue(bureau.store().row(problem).orElseThrow().submission().registers().isEmpty());
    }
  }
}
