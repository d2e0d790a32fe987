package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two laptops of one team share a village, and Bappeda hears of it once.
class ShareTest {
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Bureau first;

  @SuppressWarnings("NullAway.Init")
  private Bureau second;

  @SuppressWarnings("NullAway.Init")
  private Bureau master;

  private final List<UUID> problems = new ArrayList<>();

  @BeforeEach
  void threeHamlets() throws Exception {
    first = Bureau.make(folder.resolve("a"), Role.OFFICER, "Contoh Rahayu").withPack();
    second = Bureau.make(folder.resolve("b"), Role.OFFICER, "Contoh Wibowo").withPack();
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withPack();
    for (String hamlet : List.of("Krajan", "krajan", "Sawahan", "Ngasem", "")) {
      problems.add(problem(first, "Jalan rusak " + problems.size(), hamlet));
    }
  }

  @AfterEach
  void close() {
    List.of(first, second, master).forEach(Bureau::close);
  }

  private static UUID problem(Bureau bureau, String title, String hamlet) throws Exception {
    return bureau
        .edit()
        .create(
            "permasalahan",
            null,
            Map.of("desa", VILLAGE, "kategori", "jalan", "judul", title, "dusun", hamlet))
        .uuid();
  }

  private ShareErrand errand() {
    return new ShareErrand(first.office());
  }

  private Path give(String... hamlets) throws Exception {
    List<ShareErrand.Part> parts =
        errand().parts(VILLAGE, ShareErrand.By.HAMLET).stream()
            .filter(part -> List.of(hamlets).contains(part.value()))
            .toList();
    Path file = folder.resolve("bagian-" + hamlets.length + ".zip");
    errand().share("Contoh Wibowo", VILLAGE, ShareErrand.By.HAMLET, parts, file, Progress.SILENT);
    return file;
  }

  @Test
  void aVillageIsSplitByHamletHoweverItIsWritten() {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    errand()
        .parts(VILLAGE, ShareErrand.By.HAMLET)
        .forEach(part -> counts.put(part.value(), part.records().size()));
    assertEquals(Map.of("", 1, "Krajan", 2, "Ngasem", 1, "Sawahan", 1), counts);
  }

  @Test
  void theColleagueGetsTheirPartAndNothingElse() throws Exception {
    FileResult result = second.merge(give("Krajan", "Sawahan"));
    assertEquals(FileResult.Kind.MERGED, result.kind());
    assertEquals(3, rows(second).size());
  }

  @Test
  void nothingCountsAsSentByIt() throws Exception {
    give("Krajan");
    List<StoredRow> unsent = new ArrayList<>();
    first.store().each(Selection.LIVE.ofTable("permasalahan").unsent(true), unsent::add);
    assertEquals(5, unsent.size());
    assertTrue(first.store().shipments().sent().isEmpty());
  }

  @Test
  void whoHasWhichPartIsRemembered() throws Exception {
    give("Krajan");
    List<ShareErrand.Given> given = errand().given();
    assertEquals(1, given.size());
    assertEquals(
        new ShareErrand.Given(
            "Contoh Wibowo", VILLAGE, ShareErrand.By.HAMLET, "Krajan", 2, given.getFirst().at()),
        given.getFirst());
    errand().takeBack(given.getFirst());
    assertEquals(List.of(), errand().given());
  }

  @Test
  void bothWorkBothSendAndAllEndEqualWithoutAConflict() throws Exception {
    second.merge(give("Krajan", "Sawahan"));
    first.edit().set(problems.get(3), Map.of("judul", "Jalan putus di Ngasem"));
    first.edit().set(problems.get(4), Map.of("penyebab", "Hujan"));
    problem(first, "Sumur kering", "Ngasem");
    second.edit().set(problems.get(0), Map.of("judul", "Jalan putus di Krajan"));
    second.edit().set(problems.get(2), Map.of("penyebab", "Truk"));
    problem(second, "Jembatan roboh", "Sawahan");

    Path ofFirst = first.export(folder.resolve("a.zip"));
    Path ofSecond = second.export(folder.resolve("b.zip"));
    master.merge(ofSecond);
    master.merge(ofFirst);
    first.merge(ofSecond);
    second.merge(ofFirst);
    Path update = master.export(folder.resolve("m.zip"));
    first.merge(update);
    second.merge(update);

    assertEquals(7, rows(master).size());
    assertTrue(rows(master).stream().noneMatch(row -> row.submission().isInConflict()));
    assertEquals(master.picture(), first.picture());
    assertEquals(master.picture(), second.picture());
  }

  private static List<StoredRow> rows(Bureau bureau) {
    List<StoredRow> rows = new ArrayList<>();
    bureau.store().each(Selection.LIVE.ofTable("permasalahan"), rows::add);
    return rows;
  }
}
