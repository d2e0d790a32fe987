package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.ReviewErrand.Objection;
import id.dampingan.exchange.ReviewErrand.State;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.submission.SystemField;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an approval and a return say, here and where they travel to.
class ReviewErrandTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label::Indonesia (id) | bind::dampingan:kunci |
      | | text | nama | Nama | ya |
      | | text | alamat | Alamat | |
      | | begin repeat | anggota | Anggota | |
      | | text | panggilan | Panggilan | |
      | | end repeat | | | |

      | settings |
      | | form_title | form_id | version | default_language | namespaces |
      | | Uji | uji | 1 | Indonesia (id) | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder;
  private Bureau master;
  private Bureau officer;
  private UUID root;
  private UUID member;

  @BeforeEach
  void twoWorkspacesWithOneFilledForm() throws Exception {
    master = open(Role.MASTER, "Bappeda");
    officer = open(Role.OFFICER, "Rahayu");
    root =
        officer
            .edit()
            .create("uji", null, Map.of("nama", "Karjan", "alamat", "RT 1", "_status", "lengkap"))
            .uuid();
    member = officer.edit().create("uji/anggota", root, Map.of("panggilan", "Jan")).uuid();
    master.merge(officer.export(folder.resolve("kirim.xlsx")));
  }

  @AfterEach
  void close() {
    master.close();
    officer.close();
  }

  private Bureau open(Role role, String name) throws Exception {
    PackForm remarks =
        Pack.load().forms().stream()
            .filter(form -> form.id().equals("catatan"))
            .findFirst()
            .orElseThrow();
    Bureau bureau = Bureau.make(folder.resolve(name), role, name).withForm(FORM);
    bureau.withForm(new String(remarks.source(), StandardCharsets.UTF_8));
    return bureau;
  }

  private ReviewErrand review() {
    return new ReviewErrand(master.office());
  }

  private State state() {
    return review().look("uji", "", Set.of(), null).rows().getFirst().state();
  }

  @Test
  void isNewUntilSomebodyLooksAtIt() {
    assertEquals(State.NEW, state());
  }

  @Test
  void approvalHoldsUntilAnythingInTheFamilyChanges() throws Exception {
    review().approve("uji", List.of(root));
    assertEquals(State.APPROVED, state());

    officer.edit().set(member, Map.of("panggilan", "Karto"));
    master.merge(officer.export(folder.resolve("lagi.xlsx")));

    assertEquals(State.CHANGED, state());
  }

  @Test
  void manyAreApprovedInOneBatchAndOneUndoTakesItBack() throws Exception {
    UUID other =
        master.edit().create("uji", null, Map.of("nama", "Sarmi", "_status", "lengkap")).uuid();

    ReviewErrand.Done done = review().approve("uji", List.of(root, other));
    assertEquals(2, done.changed());
    new UndoErrand(master.office()).undo(done.batch(), true);

    assertEquals(
        List.of(State.NEW, State.NEW),
        review().look("uji", "", Set.of(), null).rows().stream()
            .map(ReviewErrand.Reviewed::state)
            .toList());
  }

  @Test
  void deletedRecordCannotBeReturned() throws Exception {
    master.edit().delete(root);

    assertThrows(
        Refused.class,
        () -> review().giveBack(root, List.of(new Objection(root, "alamat", "Kurang"))));
  }

  @Test
  void whatIsReturnedWaitsForItsAuthorAndComesBackAnswered() throws Exception {
    review()
        .giveBack(
            root,
            List.of(
                new Objection(root, "alamat", "Sebutkan dusunnya"),
                new Objection(member, "panggilan", "Nama lengkap?")));
    assertEquals(State.RETURNED, state());

    officer.merge(master.export(folder.resolve("kembali.xlsx")));
    assertEquals(
        "dikembalikan", officer.store().submission(root).orElseThrow().value(SystemField.REVIEW));
    List<String> remarks = new ArrayList<>();
    officer
        .store()
        .each(
            Selection.LIVE.ofForm("catatan"),
            row -> remarks.add(row.value("pertanyaan") + ": " + row.value("isi")));
    remarks.sort(null);
    assertEquals(List.of("alamat: Sebutkan dusunnya", "panggilan: Nama lengkap?"), remarks);

    officer.edit().set(root, Map.of("alamat", "Dusun Kidul RT 1"));
    master.merge(officer.export(folder.resolve("jawab.xlsx")));

    assertEquals(State.ANSWERED, state());
    review().approve("uji", List.of(root));
    assertEquals(State.APPROVED, state());
  }

  @Test
  void whoUsesExcelOnlyReadsTheRemarkAtItsCellAndInTheNotes() throws Exception {
    review().giveBack(root, List.of(new Objection(root, "alamat", "Sebutkan dusunnya")));
    Path file =
        master.export(
            folder.resolve("kembali.xlsx"),
            new ExportOrder(List.of("uji"), Set.of(), null, false, null));

    try (Workbook workbook = WorkbookFactory.create(file.toFile())) {
      List<String> comments = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      for (Sheet sheet : workbook) {
        sheet
            .getCellComments()
            .forEach((at, comment) -> {
              Row row = sheet.getRow(at.getRow());
              Cell cell = row == null ? null : row.getCell(at.getColumn());
              if (cell != null && cell.toString().equals("RT 1")) {
                comments.add(comment.getString().getString());
              }
            });
        if (sheet.getSheetName().equals("Catatan Bappeda")) {
          Row row = sheet.getRow(2);
          for (int i = 1; i < 4; i++) {
            notes.add(row.getCell(i).toString());
          }
        }
      }
      assertEquals(List.of("Bappeda: Sebutkan dusunnya"), comments);
      assertEquals(
          List.of("Catatan", "Uji · Karjan · Alamat", "Bappeda: Sebutkan dusunnya"), notes);
    }
  }

  @Test
  void remarksDoNotMakeACellLookEdited() throws Exception {
    review().giveBack(root, List.of(new Objection(root, "alamat", "Sebutkan dusunnya")));
    Path file = master.export(folder.resolve("kembali.xlsx"));

    assertNull(master.merge(file).batch());
    assertTrue(master.store().conflicts(null, Set.of()).isEmpty());
  }
}
