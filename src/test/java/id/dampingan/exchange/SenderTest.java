package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who a file comes from, and whether it speaks of villages of others.
class SenderTest {
  private static final String AGENCIES =
      """
      | survey |
      | | type | name | label | save_to |
      | | text | kode_opd | Kode | kode_opd |
      | | text | nama | Nama | nama |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | OPD | perangkat_daerah | 1 | dampingan="http://dampingan.id/xforms" |

      | entities |
      | | list_name | label | dampingan:nama |
      | | opd | ${nama} | kode_opd |
      """;

  private static final String ASSIGNMENTS =
      """
      | survey |
      | | type | name | label | save_to |
      | | text | desa | Desa | desa |
      | | text | opd | OPD | opd |

      | settings |
      | | form_title | form_id | version |
      | | Penugasan | penugasan | 1 |

      | entities |
      | | list_name | label |
      | | penugasan | ${desa} |
      """;

  private static final String FORM =
      """
      | survey |
      | | type | name | label |
      | | text | desa | Desa |
      | | text | nama | Nama |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  private static final String ROUNDS =
      """
      | survey |
      | | type | name | label | save_to |
      | | text | kode | Kode | kode |
      | | text | status | Status | status |

      | settings |
      | | form_title | form_id | version |
      | | Putaran | putaran | 1 |

      | entities |
      | | list_name | label |
      | | putaran | ${kode} |
      """;

  private static final String FORM_OF_ROUNDS =
      """
      | survey |
      | | type | name | label |
      | | text | putaran | Putaran |

      | settings |
      | | form_title | form_id | version |
      | | Coba lagi | cobalagi | 1 |
      """;

  @TempDir Path folder = Path.of(".");
  private int files;

  private Bureau bureau(String name, Role role) throws Exception {
    return Bureau.make(folder.resolve(name), role, name)
        .withForm(AGENCIES)
        .withForm(ASSIGNMENTS)
        .withForm(FORM);
  }

  private Bureau master() throws Exception {
    Bureau master = bureau("Bappeda Blora", Role.MASTER);
    master.edit().create("perangkat_daerah", null, Map.of("kode_opd", "setda", "nama", "Setda"));
    master.edit().create("perangkat_daerah", null, Map.of("kode_opd", "setwan", "nama", "Setwan"));
    master.edit().create("penugasan", null, Map.of("desa", "A", "opd", "setda"));
    master.edit().create("penugasan", null, Map.of("desa", "B", "opd", "setwan"));
    return master;
  }

  @Test
  void aMastersWorkbookFilledInExcelComesFromTheAgencyThatItIsFor() throws Exception {
    try (Bureau master = master()) {
      Path whole = master.export(folder.resolve("m.xlsx"));
      Path forSetda =
          master.export(
              folder.resolve("a.xlsx"), new ExportOrder(List.of(), Set.of("A"), null, false, null));
      assertEquals("Bappeda Blora", master.merge(whole).sender());
      assertEquals("Setwan", master.preview(typed(whole, "B", "")).sender());
      assertEquals("Setda", master.preview(typed(forSetda, "B", "")).sender());
      assertEquals("Excel (Bappeda Blora)", master.preview(typed(whole, "C", "")).sender());
      assertEquals("Bu Ani", master.preview(typed(whole, "B", "Bu Ani")).sender());
      FileResult merged = master.merge(typed(forSetda, "A", ""));
      assertEquals("Setda", merged.sender());
      assertEquals("Setda", master.store().batches().getFirst().header().sender());
      assertEquals(List.of(), merged.warnings());
    }
  }

  @Test
  void tellsOnceAFileOfRecordsForAClosedRoundAndTakesThemAllTheSame() throws Exception {
    try (Bureau master = Bureau.make(folder.resolve("bm"), Role.MASTER, "Bappeda");
        Bureau officer = Bureau.make(folder.resolve("bo"), Role.OFFICER, "Rahayu")) {
      for (Bureau each : List.of(master, officer)) {
        each.withForm(ROUNDS).withForm(FORM_OF_ROUNDS);
      }
      master.edit().create("putaran", null, Map.of("kode", "2026-1", "status", "ditutup"));
      master.edit().create("putaran", null, Map.of("kode", "2026-2", "status", "dibuka"));
      for (String round : List.of("2026-1", "2026-1", "2026-2")) {
        officer.edit().create("cobalagi", null, Map.of("putaran", round));
      }
      Path file = officer.export(folder.resolve("late.xlsx"));
      FileResult merged = master.merge(file);
      assertEquals(
          List.of(Problem.of(ProblemCode.ROUND_LATE, Map.of("value", "2026-1", "count", "2"))),
          merged.warnings());
      assertEquals(List.of(new Question(Question.Kind.LATE, "2026-1", "", 2)), Question.of(merged));
      assertEquals(3, merged.counts().of(Outcome.NEW));
      assertEquals(List.of(), master.merge(file).warnings());
    }
  }

  @Test
  void asksOnceAFileAboutVillagesOfOthersAndTakesTheirRowsAllTheSame() throws Exception {
    try (Bureau master = master();
        Bureau officer = bureau("Contoh Rahayu", Role.OFFICER)) {
      officer.merge(master.export(folder.resolve("m.xlsx")));
      officer.edit().create("coba", null, Map.of("desa", "A", "nama", "x"));
      officer.edit().create("coba", null, Map.of("desa", "B", "nama", "y"));
      officer.edit().create("coba", null, Map.of("desa", "B", "nama", "z"));
      Path file = officer.export(folder.resolve("o.xlsx"));
      List<Problem> asked =
          List.of(
              Problem.of(
                  ProblemCode.VILLAGE_NOT_ASSIGNED,
                  Map.of("value", "B", "count", "2", "agency", "Setda")));
      assertEquals(asked, master.preview(file).warnings());
      FileResult merged = master.merge(file);
      assertEquals(asked, merged.warnings());
      assertEquals(3, merged.counts().of(Outcome.NEW));
      assertEquals(List.of(), merged.held());
      assertEquals(List.of(), master.merge(file).warnings());
      assertEquals(officer.picture(), master.picture());
      assertEquals(List.of(), officer.merge(master.export(folder.resolve("m2.xlsx"))).warnings());
    }
  }

  /// The workbook with a typed row for a village, and a name behind "Diisi oleh".
  private Path typed(Path file, String village, String filledBy) throws Exception {
    Path out = folder.resolve("typed-" + ++files + ".xlsx");
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream to = Files.newOutputStream(out)) {
      for (Sheet sheet : book) {
        if ("coba".equals(PaperRow.table(sheet))) {
          Map<String, Integer> columns = PaperRow.columns(sheet);
          Row row = sheet.createRow(Math.max(1, sheet.getLastRowNum()) + 1);
          row.createCell(columns.getOrDefault("desa", 0)).setCellValue(village);
          row.createCell(columns.getOrDefault("nama", 0)).setCellValue("n" + files);
        }
      }
      if (!filledBy.isEmpty()) {
        book.getSheet("Petunjuk").getRow(5).createCell(1).setCellValue(filledBy);
      }
      book.write(to);
    }
    return out;
  }
}
