package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.foreign.FieldMapping;
import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.Mapping;
import id.dampingan.foreign.MappingJson;
import id.dampingan.foreign.Recognition;
import id.dampingan.foreign.Suggestion;
import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.submission.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of OpenSID, BDT, KoboToolbox and ODK Central, mapped once, become filled forms by the same
/// merge as rows typed into our workbook.
class MappedImportTest {
  private static final Map<String, String> WHERE =
      Map.of(
          "desa", "33.16.01.2008",
          "putaran", "2026-1",
          "tanggal", "2026-02-03",
          "petugas", "Siti");

  @TempDir Path folder;
  private Bureau bureau;

  @BeforeEach
  void open() throws Exception {
    bureau = Bureau.make(folder.resolve("induk"), Role.MASTER, "Bappeda").withPack();
  }

  @AfterEach
  void close() throws Exception {
    bureau.close();
  }

  private Mapping known(String name) {
    return new MappingShelf(bureau.store()).find(name).orElseThrow();
  }

  private FileResult merge(Path file, Mapping mapping) {
    return new ImportErrand(bureau.office(), List.of(), mapping).merge(file, Progress.SILENT);
  }

  private static List<Integer> counts(FileResult result) {
    return List.of(
        result.counts().read(),
        result.counts().of(Outcome.NEW),
        result.counts().of(Outcome.SAME),
        result.counts().of(Outcome.HELD));
  }

  private static List<String> held(FileResult result) {
    return result.held().stream()
        .map(line ->
            line.sheet()
                + "!"
                + line.cell()
                + " "
                + line.field()
                + " "
                + line.value()
                + " "
                + line.problem().code())
        .toList();
  }

  private List<String> values(String table, String... fields) {
    return bureau.values(table, fields);
  }

  private Path opensid() throws Exception {
    return Tables.excel(
        folder.resolve("penduduk.xlsx"),
        Map.of(
            "Data Penduduk",
            List.of(
                List.of("PEMERINTAH DESA GABUSAN"),
                List.of(
                    "alamat",
                    "dusun",
                    "rw",
                    "rt",
                    "nama",
                    "no_kk",
                    "nik",
                    "sex",
                    "tempatlahir",
                    "tanggallahir",
                    "kk_level",
                    "status_kawin",
                    "cacat_id",
                    "status_dasar"),
                List.of(
                    "Jl. Mawar 1",
                    "Krajan",
                    "001",
                    "002",
                    "Suparno",
                    "'3316010101010001",
                    "'3316011203700001",
                    1,
                    "Blora",
                    "12-03-1970",
                    1,
                    2,
                    7,
                    1),
                List.of(
                    "Jl. Mawar 1",
                    "Krajan",
                    "001",
                    "002",
                    "Sri Lestari",
                    "'3316010101010001",
                    0,
                    "PEREMPUAN",
                    "Blora",
                    "13/04/1975",
                    "ISTRI",
                    2,
                    7,
                    1),
                List.of(
                    "Jl. Mawar 3",
                    "Krajan",
                    "001",
                    "002",
                    "Budi",
                    "'3316010101010002",
                    3316011203700450.0,
                    1,
                    "Blora",
                    "12-03-1970",
                    1,
                    2,
                    7,
                    1),
                List.of(
                    "Jl. Mawar 3",
                    "Krajan",
                    "001",
                    "002",
                    "Ani",
                    "'3316010101010002",
                    "'3316015203750002",
                    2,
                    "Blora",
                    "12-03-1975",
                    77,
                    2,
                    7,
                    1))));
  }

  @Test
  void takesOpenSidResidentsAndHoldsADamagedNikAndAnUnknownCodeByTheirOwnCells() throws Exception {
    FileResult result = merge(opensid(), known("OpenSID: data penduduk").with(WHERE));

    assertEquals(
        List.of(
            "Data Penduduk!G5 nik_kepala 3316011203700450 DIGITS_LOST",
            "Data Penduduk!G5 nik 3316011203700450 DIGITS_LOST",
            "Data Penduduk!K6 hubungan 77 UNKNOWN_CHOICE"),
        held(result).stream().filter(line -> !line.contains("PARENT_UNKNOWN")).toList());
    assertEquals(
        List.of("Suparno|ada|3316011203700001|3316010101010001|002|001"),
        values(
            "rumah_tangga",
            "nama_kepala",
            "status_nik_kepala",
            "nik_kepala",
            "no_kk",
            "no_rt",
            "no_rw"));
    assertEquals(
        List.of(
            "Sri Lestari|belum||2|1975-04-13|3|2|7|1",
            "Suparno|ada|3316011203700001|1|1970-03-12|1|2|7|1"),
        values(
            "rumah_tangga/anggota",
            "nama",
            "status_nik",
            "nik",
            "jk",
            "tgl_lahir",
            "hubungan",
            "kawin",
            "disabilitas",
            "keberadaan"));
    assertEquals(List.of(6, 3, 0, 3), counts(result));
    assertEquals(
        List.of("tempatlahir"), List.of(result.warnings().getFirst().facts().get("columns")));
  }

  @Test
  void changesNothingTheSecondTimeAndIsWithdrawnWhole() throws Exception {
    Mapping mapping = known("OpenSID: data penduduk").with(WHERE);
    FileResult first = merge(opensid(), mapping);

    assertEquals(List.of(6, 0, 3, 3), counts(merge(opensid(), mapping)));
    Long batch = first.batch();
    new UndoErrand(bureau.office()).undo(batch == null ? 0 : batch, false);

    assertEquals(List.of(), values("rumah_tangga", "nama_kepala"));
    assertEquals(List.of(), values("rumah_tangga/anggota", "nama"));
  }

  @Test
  void keepsMembersWithTheirHouseholdsThoughNoHeadHasANik() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("penduduk.csv"),
            """
            alamat,dusun,nama,no_kk,nik,sex,kk_level
            RT 1,Krajan,Suparno,3316010101010001,0,1,1
            RT 1,Krajan,Sri,3316010101010001,0,2,3
            RT 2,Krajan,Budi,3316010101010002,0,1,1
            RT 2,Krajan,Ani,3316010101010002,0,2,3
            """);

    FileResult result = merge(file, known("OpenSID: data penduduk").with(WHERE));

    assertEquals(List.of(), held(result));
    assertEquals(List.of("Ani", "Budi", "Sri", "Suparno"), values("rumah_tangga/anggota", "nama"));
    assertEquals(2, values("rumah_tangga/anggota", "_induk").stream().distinct().count());
  }

  @Test
  void takesABdtTableWhereTheHouseholdStandsBesideEachMember() throws Exception {
    Path file =
        Tables.excel(
            folder.resolve("bdt.xls"),
            Map.of(
                "Sheet1",
                List.of(
                    List.of(
                        "ruta_6",
                        "ID rumah tangga",
                        "Nama SLS",
                        "Alamat",
                        "Nama KRT",
                        "Jumlah ART",
                        "Nomor urut ART",
                        "Nama ART",
                        "NIK",
                        "HubKRT",
                        "jenis kelamin",
                        "Umur anggota rumah tangga (tahun)"),
                    List.of(
                        1,
                        "331601000700000001",
                        "Krajan",
                        "RT 1",
                        "Suparno",
                        2,
                        1,
                        "Suparno",
                        "3316011203700001",
                        1,
                        1,
                        55),
                    List.of(
                        1,
                        "331601000700000001",
                        "Krajan",
                        "RT 1",
                        "Suparno",
                        2,
                        2,
                        "Sri",
                        0,
                        2,
                        2,
                        50))));

    FileResult result = merge(file, known("BDT 2015 (101 kolom)").with(WHERE));

    assertEquals(List.of(), held(result));
    assertEquals(
        List.of("dtks|331601000700000001|Suparno|2|3316011203700001|Krajan"),
        values(
            "rumah_tangga",
            "pre_sumber",
            "pre_id_bdt",
            "pre_nama",
            "pre_jml_anggota",
            "nik_kepala",
            "dusun"));
    assertEquals(
        List.of("Sri|belum||2|50|3", "Suparno|ada|3316011203700001|1|55|1"),
        values("rumah_tangga/anggota", "nama", "status_nik", "nik", "jk", "umur_kira", "hubungan"));
  }

  @Test
  void takesKoboToolboxsExportOfOurHouseholds() throws Exception {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "Rumah tangga",
        List.of(
            List.of(
                "start",
                "bagian_kunjungan/desa",
                "bagian_kunjungan/putaran",
                "bagian_kunjungan/tanggal",
                "bagian_kunjungan/petugas",
                "bagian_kunjungan/diberitahu",
                "bagian_hasil/hasil",
                "bagian_identitas/nama_kepala",
                "bagian_identitas/status_nik_kepala",
                "bagian_identitas/nik_kepala",
                "aset/bantuan/pkh",
                "aset/bantuan/bpnt",
                "_id",
                "_uuid",
                "_index"),
            List.of(
                "2026-02-03T08:00:00",
                "33.16.01.2008",
                "2026-1",
                "2026-02-03",
                "Siti",
                "1",
                "usulan_baru",
                "Suparno",
                "ada",
                "3316011203700001",
                1,
                0,
                17,
                "0d7bbf0e-54a4-4d0e-8e3c-6f3f4f1c9a11",
                1)));
    sheets.put(
        "anggota",
        List.of(
            List.of(
                "anggota/nama",
                "anggota/keberadaan",
                "anggota/status_nik",
                "anggota/rinci/jk",
                "_index",
                "_parent_table_name",
                "_parent_index",
                "_submission__uuid"),
            List.of("Suparno", "1", "belum", "1", 1, "Rumah tangga", 1, "0d7bbf0e"),
            List.of("Sri", "1", "belum", "2", 2, "Rumah tangga", 1, "0d7bbf0e")));

    FileResult result =
        merge(
            Tables.excel(folder.resolve("kobo.xlsx"), sheets),
            known("KoboToolbox/ODK: rumah_tangga"));

    assertEquals(List.of(), held(result));
    assertEquals(
        List.of("33.16.01.2008|usulan_baru|3316011203700001|pkh"),
        values("rumah_tangga", "desa", "hasil", "nik_kepala", "bantuan"));
    assertEquals(List.of("Sri|2", "Suparno|1"), values("rumah_tangga/anggota", "nama", "jk"));
  }

  @Test
  void takesOdkCentralsArchiveOfOurHouseholds() throws Exception {
    Path file = folder.resolve("rumah_tangga.csv.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          "rumah_tangga.csv",
          """
          SubmissionDate,bagian_kunjungan-desa,bagian_kunjungan-putaran,bagian_kunjungan-tanggal,\
          bagian_kunjungan-petugas,bagian_identitas-nama_kepala,\
          bagian_identitas-status_nik_kepala,bagian_identitas-nik_kepala,\
          bagian_foto-koordinat-Latitude,bagian_foto-koordinat-Longitude,\
          bagian_foto-koordinat-Altitude,bagian_foto-koordinat-Accuracy,meta-instanceID,KEY
          2026-02-03T08:00:00Z,33.16.01.2008,2026-1,2026-02-03,Siti,Suparno,ada,3316011203700001,\
          -7.05,111.4,90,4.5,uuid:1,uuid:1
          """);
      entry(
          zip,
          "rumah_tangga-anggota.csv",
          """
          nama,keberadaan,status_nik,rinci-jk,PARENT_KEY,KEY
          Sri,1,belum,2,uuid:1,uuid:1/anggota[1]
          Lain,1,belum,2,uuid:9,uuid:9/anggota[1]
          """);
    }

    FileResult result = merge(file, known("KoboToolbox/ODK: rumah_tangga"));

    assertEquals(List.of("rumah_tangga-anggota!3   PARENT_UNKNOWN"), held(result));
    assertEquals(
        List.of("3316011203700001|-7.05 111.4 90 4.5"),
        values("rumah_tangga", "nik_kepala", "koordinat"));
    assertEquals(List.of("Sri|2"), values("rumah_tangga/anggota", "nama", "jk"));
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void takesSemicolonsOldEncodingsATitleAboveAndHeadersOfTwoRows() throws Exception {
    Path file = folder.resolve("masalah.csv");
    Files.write(
        file,
        """
        Daftar keluarga, tahun 2026
        Kepala;;Alamat;
        Nama;NIK;Dusun;RT
        Ren\u00e9e;3316011203700001;Krajan;2
        """
            .getBytes(Charset.forName("windows-1252")));
    Mapping mapping =
        MappingJson.read(
            """
            {"dampingan_mapping":1,"name":"dua baris","targets":[{"table":"rumah_tangga","fields":[
            {"field":"pre_nama","columns":["Kepala Nama"]},
            {"field":"status_nik_kepala","columns":["Kepala NIK"],"codes":{"":"belum","*":"ada"}},
            {"field":"nik_kepala","columns":["Kepala NIK"]},
            {"field":"dusun","columns":["Alamat Dusun"]},
            {"field":"no_rt","columns":["Alamat RT"]}]}]}
            """);

    FileResult result = merge(file, mapping.with(WHERE));

    assertEquals(List.of(), held(result));
    assertEquals(
        List.of("Renée|ada|3316011203700001|Krajan|2"),
        values("rumah_tangga", "pre_nama", "status_nik_kepala", "nik_kepala", "dusun", "no_rt"));
  }

  @Test
  void refusesAFileThatHasNoneOfTheColumns() throws Exception {
    Path file = Files.writeString(folder.resolve("lain.csv"), "a,b\n1,2\n");

    FileResult result = merge(file, known("OpenSID: data penduduk"));

    assertEquals(FileResult.Kind.REFUSED, result.kind());
    assertEquals(ProblemCode.MAPPING_UNFIT, result.error() == null ? null : result.error().code());
  }

  @Test
  void recognisesAKnownTableByItsHeadersAndSuggestsForAStranger() throws Exception {
    MappingShelf shelf = new MappingShelf(bureau.store());
    Path stranger =
        Files.writeString(
            folder.resolve("asing.csv"),
            """
            Nama Kepala Keluarga,NIK Kepala,Nomor KK,Nama Dusun,Warna pintu
            Suparno,3316011203700001,3316010101010001,Krajan,biru
            """);

    assertEquals(
        "OpenSID: data penduduk",
        shelf.recognise(opensid(), List.of()).getFirst().mapping().name());
    assertEquals(List.<Recognition>of(), shelf.recognise(stranger, List.of()));
    try (ForeignBook book = ForeignBook.open(stranger, List.of())) {
      Map<String, String> suggested = new LinkedHashMap<>();
      Suggestion.of(book, bureau.store().form("rumah_tangga").orElseThrow(), "asing")
          .targets()
          .getFirst()
          .fields()
          .forEach(field -> suggested.put(field.field(), field.columns().getFirst()));
      assertEquals(
          Map.of(
              "nama_kepala", "Nama Kepala Keluarga",
              "nik_kepala", "NIK Kepala",
              "no_kk", "Nomor KK",
              "dusun", "Nama Dusun"),
          suggested);
    }
  }

  @Test
  void suggestsTheQuestionThatIsAskedBeforeThePrelistsOfTheSameTitle() throws Exception {
    Path file =
        Files.writeString(folder.resolve("kk.csv"), "NO KK,Warna pintu\n3316010101010001,biru\n");

    try (ForeignBook book = ForeignBook.open(file, List.of())) {
      assertEquals(
          List.of("no_kk"),
          Suggestion.of(book, bureau.store().form("rumah_tangga").orElseThrow(), "kk")
              .targets()
              .getFirst()
              .fields()
              .stream()
              .map(FieldMapping::field)
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 600, 2000, 3000})
  void refusesADamagedOldWorkbookWithASentence(int kept) throws Exception {
    Path file =
        Tables.excel(folder.resolve("rusak.xls"), Map.of("A", List.of(List.of("nama", "nik"))));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), kept));

    FileResult result = merge(file, known("OpenSID: data penduduk"));

    assertEquals(FileResult.Kind.REFUSED, result.kind());
  }

  @Test
  void keepsASavedMappingAndWritesItTheSame() {
    MappingShelf shelf = new MappingShelf(bureau.store());
    Mapping mapping = known("OpenSID: data penduduk").named("Desa kita");

    shelf.save(mapping);

    assertEquals(List.of(mapping), new MappingShelf(bureau.store()).saved());
    assertEquals(true, shelf.remove("desa KITA"));
    assertEquals(List.of(), shelf.saved());
  }
}
