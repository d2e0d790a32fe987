package id.dampingan.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormException;
import id.dampingan.form.JudgeSetting;
import id.dampingan.form.Judgement;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The sample's rows are complete and right by their own forms, but for what the story wants held.
class SampleStoryTest {
  private static final Path PACK = Path.of("src/main/resources/id/dampingan/programme");
  private static final Path STORY = Path.of("sample-data/story");
  private static final JudgeSetting TODAY = JudgeSetting.on(LocalDate.of(2026, 6, 30));
  private static final Map<String, String> REPEATS =
      Map.of("rumah_tangga", "anggota", "sk_tim", "anggota", "kemajuan", "penerima");

  private static final Map<String, List<Choice>> LISTS = new HashMap<>();
  private static final Map<String, FormEngine> ENGINES = new HashMap<>();

  /// What is wrong with a file's rows, and the sums of a household file's calculations.
  private record Seen(List<String> wrong, Map<String, Integer> sums) {}

  @BeforeAll
  static void readLists() throws IOException {
    list("desa", PACK.resolve("wilayah.csv"), "kode", "nama");
    list("opd", PACK.resolve("perangkat_daerah.csv"), "kode_opd", "nama");
    list("putaran", PACK.resolve("putaran.csv"), "kode", "nama");
    list("mitra", PACK.resolve("mitra.csv"), "nama", "nama");
    list("petugas", STORY.resolve("1-registers/sk_tim.anggota.csv"), "id", "nama");
    list("rumah_tangga", STORY.resolve("2-data-awal/rumah_tangga.csv"), "id", "nama_kepala");
    list("permasalahan", STORY.resolve("2-data-awal/permasalahan.csv"), "id", "judul");
    list("potensi", STORY.resolve("2-data-awal/potensi.csv"), "id", "nama_potensi");
    list("musyawarah", STORY.resolve("2-data-awal/musyawarah.csv"), "id", "no_ba");
    list("intervensi", STORY.resolve("3-putaran-2026-2/intervensi.csv"), "id", "kegiatan");
  }

  @Test
  void breaksNoRuleInTheRegistersAndBothRounds() throws IOException, FormException {
    List<String> wrong = new ArrayList<>();
    for (String file :
        List.of(
            "1-registers/penugasan",
            "1-registers/sk_tim",
            "1-registers/tonggak",
            "2-data-awal/profil_desa",
            "2-data-awal/rumah_tangga",
            "2-data-awal/permasalahan",
            "2-data-awal/potensi",
            "2-data-awal/musyawarah",
            "2-data-awal/kunjungan",
            "2-data-awal/kemitraan",
            "3-putaran-2026-2/profil_desa",
            "3-putaran-2026-2/rumah_tangga",
            "3-putaran-2026-2/intervensi",
            "3-putaran-2026-2/kunjungan",
            "3-putaran-2026-2/usulan_dtks")) {
      wrong.addAll(judge(STORY.resolve(file + ".csv"), file.replaceAll(".*/", "")).wrong());
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void breaksOnlyTheRulesThatTheStoryWantsBrokenInTheOfficersRows()
      throws IOException, FormException {
    List<String> wrong = new ArrayList<>();
    for (String file :
        List.of(
            "A-rumah_tangga",
            "A-kemajuan",
            "B-rumah_tangga",
            "B-kunjungan",
            "B-potensi",
            "C-rumah_tangga",
            "C-permasalahan",
            "C-kunjungan",
            "D-rumah_tangga",
            "D-permasalahan",
            "D-kunjungan")) {
      wrong.addAll(judge(STORY.resolve("4-officers/" + file + ".csv"), file.substring(2)).wrong());
    }
    assertEquals(List.of("V7 tanggal"), wrong);
  }

  @Test
  void givesTheFiguresThatItsPageTells() throws IOException, FormException {
    Map<String, Integer> first = new TreeMap<>();
    first.put("sanitasi_layak=0", 8);
    first.put("air_layak=0", 4);
    first.put("listrik=0", 7);
    first.put("bangunan_layak=0", 8);
    first.put("jml_ats=1", 1);
    first.put("jml_risiko=2", 1);
    first.put("lansia_sendiri=1", 1);
    first.put("tanpa_bantuan=1", 3);
    assertEquals(
        first, picked(judge(STORY.resolve("2-data-awal/rumah_tangga.csv"), "rumah_tangga"), first));
    Map<String, Integer> second = new TreeMap<>();
    second.put("sanitasi_layak=0", 5);
    second.put("air_layak=0", 3);
    second.put("listrik=0", 5);
    second.put("bangunan_layak=0", 6);
    second.put("jml_ats=1", 1);
    second.put("jml_risiko=2", 1);
    second.put("lansia_sendiri=1", 1);
    second.put("tanpa_bantuan=1", 1);
    assertEquals(
        second,
        picked(judge(STORY.resolve("3-putaran-2026-2/rumah_tangga.csv"), "rumah_tangga"), second));
  }

  private static Map<String, Integer> picked(Seen seen, Map<String, Integer> like) {
    Map<String, Integer> picked = new TreeMap<>();
    like.keySet().forEach(key -> picked.put(key, seen.sums().getOrDefault(key, 0)));
    return picked;
  }

  private static Seen judge(Path file, String form) throws IOException, FormException {
    FormEngine engine = ENGINES.get(form);
    if (engine == null) {
      engine =
          FormEngine.of(
              XlsForms.read(PACK.resolve("forms/" + form + ".md")),
              (ChoiceLists) name -> LISTS.getOrDefault(name, List.of()));
      ENGINES.put(form, engine);
    }
    String stem = String.valueOf(file.getFileName()).replace(".csv", "");
    String repeat = REPEATS.getOrDefault(form, "");
    Path children = file.resolveSibling(stem + "." + repeat + ".csv");
    List<Map<String, String>> inside = Files.exists(children) ? read(children) : List.of();
    Seen seen = new Seen(new ArrayList<>(), new HashMap<>());
    for (Map<String, String> line : read(file)) {
      String id = line.getOrDefault("id", form);
      UUID root = UUID.randomUUID();
      List<FilledRow> rows = new ArrayList<>();
      rows.add(new FilledRow(form, root, null, 1, values(line)));
      for (Map<String, String> child : inside) {
        if (id.equals(child.get("parent"))) {
          rows.add(
              new FilledRow(
                  form + "/" + repeat, UUID.randomUUID(), root, rows.size(), values(child)));
        }
      }
      Judgement judged = engine.judge(new FilledForm(form, engine.form().version(), rows), TODAY);
      judged.findings().forEach(finding -> seen.wrong().add(id + " " + finding.field()));
      judged
          .derived()
          .getOrDefault(root, Map.of())
          .forEach((field, value) -> seen.sums().merge(field + "=" + value, 1, Integer::sum));
    }
    return seen;
  }

  /// As they would be stored: references bare, several choices in order, digits alone in numbers.
  private static Map<String, String> values(Map<String, String> line) {
    Map<String, String> values = new HashMap<>();
    line.forEach((field, value) -> {
      if (value.isEmpty() || field.equals("id") || field.equals("parent")) {
        return;
      }
      if (value.startsWith("@mitra:")) {
        values.put(field, code(value.substring("@mitra:".length())));
      } else if (field.equals("nik_kepala")) {
        values.put(field, value.replaceAll("\\D", ""));
      } else if (value.startsWith("@") || isChoices(field)) {
        values.put(
            field,
            Arrays.stream(value.split(" "))
                .map(word -> word.startsWith("@") ? word.substring(1) : word)
                .sorted()
                .collect(Collectors.joining(" ")));
      } else {
        values.put(field, value);
      }
    });
    return values;
  }

  private static boolean isChoices(String field) {
    return List.of(
            "kriteria",
            "bantuan",
            "sakit",
            "jamkes",
            "agenda",
            "unsur",
            "ditemui",
            "sumber_info",
            "opd_terkait",
            "opd_lain",
            "pasar",
            "kendala",
            "mitra_dicari",
            "dukungan",
            "menjawab",
            "pelaksana",
            "berkas")
        .contains(field);
  }

  /// A code has no spaces: partners are named by theirs in the story.
  private static String code(String name) {
    return name.replace(' ', '_');
  }

  private static void list(String name, Path file, String value, String label) throws IOException {
    List<Choice> items = new ArrayList<>();
    for (Map<String, String> line : read(file)) {
      Map<String, String> properties = new HashMap<>(line);
      String code = code(line.getOrDefault(value, ""));
      properties.put("name", code);
      properties.put("label", line.getOrDefault(label, ""));
      properties.put("anggaran", "36000000");
      items.add(new Choice(code, Localized.of(line.getOrDefault(label, "")), properties));
    }
    LISTS.put(name, items);
  }

  private static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> lines = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVFormat.DEFAULT.withFirstRecordAsHeader().parse(reader)) {
      for (CSVRecord line : parser) {
        lines.add(line.toMap());
      }
    }
    return lines;
  }
}
