package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.submission.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | constraint | constraint_message | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | yes | | | | ya |
      | | text | nama | Nama | yes | regex(., '^[A-Za-z ]+$') | Hanya huruf | | |
      | | integer | a | A | | . >= 0 and . <= 100 | 0-100 | | |
      | | integer | b | B | | . >= 0 | | | |
      | | calculate | jumlah | | | | | ${a} + ${b} | |
      | | begin repeat | anak | Anak | | | | | |
      | | text | panggilan | Panggilan | yes | | | | ya |
      | | integer | umur | Umur | | . < 150 | | | |
      | | end repeat | | | | | | | |
      | | calculate | tahun | | | | | sum(${umur}) | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");

  private Bureau master() throws Exception {
    return Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withForm(FORM);
  }

  private Bureau officer(String name) throws Exception {
    return Bureau.make(folder.resolve(name), Role.OFFICER, name).withForm(FORM);
  }

  @Test
  void whatAnOfficerFilledArrivesWithRepeatsAndCalculations() throws Exception {
    try (Bureau officer = officer("o");
        Bureau master = master()) {
      UUID uuid =
          officer
              .edit()
              .create("coba", null, Map.of("kode", "1", "nama", "Ani", "a", "2", "b", "3"))
              .uuid();
      officer.edit().create("coba/anak", uuid, Map.of("panggilan", "Budi", "umur", "7"));
      officer.edit().create("coba/anak", uuid, Map.of("panggilan", "Cici", "umur", "5"));
      FileResult result = master.merge(officer.export(folder.resolve("o.xlsx")));
      assertEquals(3, result.counts().of(Outcome.NEW));
      assertEquals(officer.picture(), master.picture());
      assertEquals("5", master.store().row(uuid).orElseThrow().value("jumlah"));
      assertEquals("12", master.store().row(uuid).orElseThrow().value("tahun"));
    }
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    try (Bureau officer = officer("o");
        Bureau master = master()) {
      officer.edit().create("coba", null, Map.of("kode", "1", "nama", "Ani"));
      Path file = officer.export(folder.resolve("o.xlsx"));
      master.merge(file);
      Map<String, String> before = master.picture();
      int batches = master.store().batches().size();
      FileResult again = master.merge(file);
      assertEquals(FileResult.Kind.SAME, again.kind());
      assertEquals(before, master.picture());
      assertEquals(batches, master.store().batches().size());
    }
  }

  @Test
  void aPreviewWritesNothing() throws Exception {
    try (Bureau officer = officer("o");
        Bureau master = master()) {
      officer.edit().create("coba", null, Map.of("kode", "1", "nama", "Ani"));
      FileResult result = master.preview(officer.export(folder.resolve("o.xlsx")));
      assertEquals(1, result.counts().of(Outcome.NEW));
      assertEquals(Map.of(), master.picture());
      assertEquals(List.of(), master.store().batches());
    }
  }

  @Test
  void unseenDifferentEditsAreAConflictUntilOneIsDecidedAndTheDecisionTravels() throws Exception {
    try (Bureau o = officer("o");
        Bureau p = officer("p");
        Bureau master = master()) {
      UUID uuid = o.edit().create("coba", null, Map.of("kode", "1", "nama", "Ani")).uuid();
      p.merge(o.export(folder.resolve("o1.xlsx")));
      o.edit().set(uuid, Map.of("a", "1"));
      p.edit().set(uuid, Map.of("a", "2", "b", "9"));
      master.merge(o.export(folder.resolve("o2.xlsx")));
      FileResult result = master.merge(p.export(folder.resolve("p2.xlsx")));
      assertEquals(1, result.counts().of(Outcome.CONFLICT));
      assertEquals(Set.of("a"), master.store().submission(uuid).orElseThrow().conflicts().keySet());
      master.edit().decide(uuid, "a", "2");
      Path update = master.export(folder.resolve("m.xlsx"));
      o.merge(update);
      p.merge(update);
      assertEquals(master.picture(), o.picture());
      assertEquals(master.picture(), p.picture());
    }
  }

  @Test
  void aHandEditThatBreaksARuleIsHeldAndTheRestOfTheRowArrives() throws Exception {
    try (Bureau officer = officer("o");
        Bureau master = master()) {
      UUID uuid = officer.edit().create("coba", null, Map.of("kode", "1", "nama", "Ani")).uuid();
      Path file = officer.export(folder.resolve("o.xlsx"));
      master.merge(file);
      Path edited = folder.resolve("edited.xlsx");
      Programs.editedByOpenpyxl(file, edited, edits(uuid, "a", "101", "b", "4"));
      FileResult result = master.merge(edited);
      assertEquals(1, result.held().size());
      assertEquals("a", result.held().getFirst().field());
      assertEquals(ProblemCode.CONSTRAINT, result.held().getFirst().problem().code());
      assertEquals("4", master.store().submission(uuid).orElseThrow().value("b"));
      assertEquals("", master.store().submission(uuid).orElseThrow().value("a"));
      assertEquals(1, master.store().held(null).size());
      master.merge(edited);
      assertEquals(1, master.store().held(null).size());
    }
  }

  @Test
  void withdrawingAnImportIsAsIfItHadNeverCome() throws Exception {
    try (Bureau officer = officer("o");
        Bureau master = master()) {
      UUID uuid = officer.edit().create("coba", null, Map.of("kode", "1", "nama", "Ani")).uuid();
      master.merge(officer.export(folder.resolve("o1.xlsx")));
      Map<String, String> before = master.picture();
      officer.edit().set(uuid, Map.of("nama", "Budi"));
      officer.edit().create("coba", null, Map.of("kode", "2", "nama", "Cici"));
      Path file = folder.resolve("o2.xlsx");
      master.merge(officer.export(file));
      long batch = master.store().batches().getFirst().id();
      new UndoErrand(master.office()).undo(batch, false);
      assertEquals(before, master.picture());
      FileResult again = master.merge(file);
      assertEquals(1, again.counts().of(Outcome.NEW));
      assertEquals(1, again.counts().of(Outcome.CHANGED));
      assertEquals(officer.picture(), master.picture());
    }
  }

  @Test
  void aFileThatIsNoWorkbookIsRefusedWithOneSentence() throws Exception {
    try (Bureau master = master()) {
      Path file = Files.writeString(folder.resolve("surat.xlsx"), "bukan buku kerja");
      FileResult result = master.merge(file);
      assertEquals(FileResult.Kind.REFUSED, result.kind());
      assertEquals(Map.of(), master.picture());
    }
  }

  private static String edits(UUID uuid, String... fieldsAndValues) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      json.append(i == 0 ? "" : ",").append("{\"uuid\":\"").append(uuid);
      json.append("\",\"field\":\"").append(fieldsAndValues[i]);
      json.append("\",\"value\":\"").append(fieldsAndValues[i + 1]).append("\"}");
    }
    return json.append(']').toString();
  }
}
