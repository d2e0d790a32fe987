package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.dampingan.foreign.MappingJson;
import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.submission.Problem;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A stranger's table is told from ours before a row of it is taken by chance.
class ForeignTablesTest {
  @TempDir static Path folder;
  private static Bureau bureau;

  @BeforeAll
  static void open() throws Exception {
    bureau = Bureau.make(folder.resolve("induk"), Role.MASTER, "Bappeda").withPack();
    new MappingShelf(bureau.store())
        .save(
            MappingJson.read(
                """
                {"dampingan_mapping":1,"name":"Kartu warga","targets":[{"table":"rumah_tangga",
                "fields":[{"field":"nama_kepala","columns":["Nama KK"]},
                {"field":"no_kk","columns":["Nomor kartu"]},
                {"field":"dusun","columns":["Lingkungan"]}]}]}
                """));
  }

  @AfterAll
  static void close() throws Exception {
    bureau.close();
  }

  /// Makes a table of the kind.
  private interface Maker {
    Path make(Path to) throws Exception;
  }

  enum Kind {
    OPENSID(
        "TABLE_MAPPED OpenSID: data penduduk",
        to ->
            csv(
                to,
                "alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,kk_level",
                "Jl. 1,Krajan,1,2,Ani,3316010101010001,3316011203700001,2,Blora,12-03-1970,1")),
    OPENSID_OLD_EXCEL(
        "TABLE_MAPPED OpenSID: data penduduk",
        to ->
            excel(
                to,
                ".xls",
                List.of("nama", "no_kk", "nik", "sex", "kk_level", "dusun"),
                List.of("Ani", "3316010101010001", "0", 2, 1, "Krajan"))),
    BDT(
        "TABLE_MAPPED BDT 2015 (101 kolom)",
        to ->
            excel(
                to,
                ".xlsx",
                List.of(
                    "ruta_6",
                    "ID rumah tangga",
                    "Nama SLS",
                    "Alamat",
                    "Nama KRT",
                    "Jumlah ART",
                    "Nama ART",
                    "NIK",
                    "HubKRT",
                    "jenis kelamin",
                    "Umur anggota rumah tangga (tahun)"),
                List.of(1, "331601", "Krajan", "RT 1", "Suparno", 2, "Suparno", "0", 1, 1, 55))),
    KOBO_WITHOUT_GROUPS(
        "TABLE_MAPPED KoboToolbox/ODK: rumah_tangga",
        to ->
            csv(
                to,
                "start,desa,putaran,tanggal,petugas,nama_kepala,status_nik_kepala,nik_kepala,_id,"
                    + "_uuid,_submission_time,_index",
                "x,33.16.01.2008,2026-1,2026-02-03,Siti,Ani,ada,3316011203700001,1,"
                    + "0d7bbf0e-54a4-4d0e-8e3c-6f3f4f1c9a11,x,1")),
    KOBO_WITH_GROUPS(
        "TABLE_MAPPED KoboToolbox/ODK: rumah_tangga",
        to ->
            csv(
                to,
                "bagian_kunjungan/desa,bagian_kunjungan/putaran,bagian_kunjungan/tanggal,"
                    + "bagian_identitas/nama_kepala,bagian_identitas/nik_kepala,_id,_uuid,_index",
                "33.16.01.2008,2026-1,2026-02-03,Ani,3316011203700001,1,x,1")),
    ODK_CENTRAL(
        "TABLE_MAPPED KoboToolbox/ODK: rumah_tangga",
        to ->
            zip(
                to.resolveSibling("rumah_tangga.csv.zip"),
                "rumah_tangga.csv",
                """
                SubmissionDate,bagian_kunjungan-desa,bagian_kunjungan-putaran,\
                bagian_identitas-nama_kepala,bagian_identitas-nik_kepala,meta-instanceID,KEY
                2026-02-03,33.16.01.2008,2026-1,Ani,3316011203700001,uuid:1,uuid:1
                """)),
    KEPT(
        "TABLE_MAPPED Kartu warga",
        to -> csv(to, "Nomor kartu,Nama KK,Lingkungan,Warna", "3316010101010001,Ani,Krajan,x")),
    STRANGER(
        "TABLE_UNMAPPED 5/7",
        to ->
            csv(
                to,
                "dusun,no_rt,Pemilik,Merek,Warna,Tahun,Mesin",
                "Krajan,1,Ani,Honda,Merah,2019,125")),
    STRANGER_WITHOUT_A_KNOWN_COLUMN(
        "TABLE_UNMAPPED 4/4", to -> csv(to, "Pemilik,Merek,Warna,Mesin", "Ani,Honda,Merah,125")),
    STRANGER_IN_OLD_EXCEL(
        "TABLE_UNMAPPED 3/3",
        to -> excel(to, ".xls", List.of("Merek", "Warna", "Mesin"), List.of("a", "b", "c"))),
    LOCKED_OLD_EXCEL("PASSWORD_MISSING locked.xls", ForeignTablesTest::locked);

    private final String refusal;
    private final Maker maker;

    Kind(String refusal, Maker maker) {
      this.refusal = refusal;
      this.maker = maker;
    }
  }

  private static Path csv(Path to, String... lines) throws Exception {
    return Files.writeString(
        to.resolveSibling(to.getFileName() + ".csv"), String.join("\n", lines) + "\n");
  }

  private static Path excel(Path to, String ending, List<Object> titles, List<Object> row)
      throws Exception {
    return Tables.excel(
        to.resolveSibling(to.getFileName() + ending), Map.of("Data", List.of(titles, row)));
  }

  private static Path zip(Path to, String name, String text) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return to;
  }

  private static Path locked(Path to) throws Exception {
    Path file = to.resolveSibling("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("kunci");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Row titles = book.createSheet("Data").createRow(0);
      Row row = book.getSheetAt(0).createRow(1);
      List<String> names = List.of("Nomor kartu", "Nama KK", "Lingkungan");
      for (int i = 0; i < names.size(); i++) {
        titles.createCell(i).setCellValue(names.get(i));
        row.createCell(i).setCellValue("x");
      }
      book.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    return file;
  }

  private static String refusal(FileResult result) {
    Problem error = result.error();
    assertNotNull(error);
    return switch (error.code()) {
      case TABLE_UNMAPPED ->
          error.code() + " " + error.facts().get("count") + "/" + error.facts().get("columns");
      default -> error.code() + " " + error.facts().get("value");
    };
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNotOursAndNamesTheMappingThatFits(Kind kind) throws Exception {
    Path file = kind.maker.make(Files.createTempDirectory(folder, "f").resolve("tabel"));

    FileResult result = bureau.preview(file);

    assertEquals(kind.refusal, refusal(result));
    assertEquals(0, result.counts().read());
  }

  @Test
  void opensALockedOldWorkbookByItsPassword() throws Exception {
    Path file = locked(Files.createTempDirectory(folder, "f").resolve("x"));

    assertEquals(
        List.of("PASSWORD_WRONG locked.xls", "TABLE_MAPPED Kartu warga"),
        List.of(
            refusal(tried(file, List.of("bukan"))),
            refusal(tried(file, List.of("bukan", "kunci")))));
  }

  @Test
  void opensALockedOldWorkbookByAKeptPassword() throws Exception {
    Path file = locked(Files.createTempDirectory(folder, "f").resolve("x"));
    FilePasswords kept = new FilePasswords(bureau.office());
    kept.keep("dindik", "lain");
    String none = refusal(bureau.preview(file));
    kept.keep("setda", "kunci");

    assertEquals(
        List.of("PASSWORD_MISSING locked.xls", "TABLE_MAPPED Kartu warga"),
        List.of(none, refusal(bureau.preview(file))));
    kept.forget("dindik");
    kept.forget("setda");
  }

  private static FileResult tried(Path file, List<String> passwords) {
    return new ImportErrand(bureau.office(), passwords).preview(file, Progress.SILENT);
  }

  /// Tables of ours that say nothing of themselves, as hands make them.
  enum Own {
    MACHINE_NAMES("desa,putaran,nama_kepala,nik_kepala,no_kk"),
    LABELS("Desa/kelurahan,Putaran,Nama kepala keluarga,NIK kepala keluarga"),
    MANY_MORE_COLUMNS("desa,putaran,nama_kepala,nik_kepala,no_kk" + ",lain".repeat(200)),
    SOME_MORE_COLUMNS("desa,nama_kepala,dusun,no_rt,catatan kami,lain");

    private final String titles;

    Own(String titles) {
      this.titles = titles;
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesOurOwnTablesThatSayNothingOfThemselves(Own own) throws Exception {
    List<Object> titles = new ArrayList<>();
    for (String title : own.titles.split(",")) {
      titles.add(title.equals("lain") ? title + titles.size() : title);
    }
    List<Object> row = new ArrayList<>();
    titles.forEach(_ -> row.add("x"));
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put("Lembar1", List.of(titles, row));
    Path file = Tables.excel(Files.createTempDirectory(folder, "f").resolve("tangan.xlsx"), sheets);

    FileResult result = bureau.preview(file);

    assertEquals(null, result.error());
    assertEquals(1, result.counts().read());
    assertEquals(1, result.counts().of(Outcome.HELD));
  }
}
