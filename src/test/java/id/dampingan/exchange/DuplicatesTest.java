package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.duplicate.Duplicates;
import id.dampingan.duplicate.Evidence;
import id.dampingan.duplicate.Likely;
import id.dampingan.duplicate.Likeness;
import id.dampingan.store.Role;
import id.dampingan.submission.SystemField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Households and persons of a form like the pack's, entered as an office enters them.
class DuplicatesTest {
  private static final String FORM = "rumah_tangga";
  private static final String MEMBERS = "rumah_tangga/anggota";
  private static final String NIK = "3316011203800001";
  private static final String OTHER_NIK = "3316014506750002";
  private static final String KK = "3316010101120003";

  private static final String HOUSEHOLDS =
      """
      | survey |
      | | type | name | label | read_only | bind::dampingan:jenis |
      | | text | desa | Desa | | |
      | | text | putaran | Putaran | | |
      | | text | rt_terdaftar | Terdaftar | | |
      | | text | pre_nik | Prelist NIK | yes | nik |
      | | text | pre_nama | Prelist nama | yes | |
      | | text | nama_kepala | Nama | | |
      | | text | nik_kepala | NIK | | nik |
      | | text | no_kk | No KK | | kk |
      | | text | dusun | Dusun | | |
      | | begin_repeat | anggota | Anggota | | |
      | | text | nama | Nama | | |
      | | text | nik | NIK | | nik |
      | | date | tgl_lahir | Lahir | | |
      | | end_repeat | | | | |

      | settings |
      | | form_id | form_title | version | namespaces |
      | | rumah_tangga | Rumah | 1 | dampingan="http://dampingan.id/xforms" |
      """;
  private static final String DIFFERENT =
      """
      | survey |
      | | type | name | label |
      | | text | formulir | Formulir |
      | | text | rekaman_a | Isian pertama |
      | | text | rekaman_b | Isian kedua |
      | | text | alasan | Alasan |
      | | text | dari | Diputuskan oleh |

      | settings |
      | | form_id | form_title | version |
      | | bukan_ganda | Bukan ganda | 1 |
      """;

  @TempDir Path folder;
  private Bureau bureau;
  private final String village = "33.16.01.2001";
  private final String otherVillage = "33.16.01.2002";

  @BeforeEach
  void open() throws Exception {
    bureau =
        Bureau.make(folder.resolve("kab"), Role.MASTER, "Bappeda")
            .withForm(HOUSEHOLDS)
            .withForm(DIFFERENT);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  private UUID household(String desa, String round, String name, String nik, String kk)
      throws Refused {
    return household(desa, round, name, nik, kk, "Krajan", Map.of());
  }

  private UUID household(
      String desa,
      String round,
      String name,
      String nik,
      String kk,
      String hamlet,
      Map<String, String> more)
      throws Refused {
    Map<String, String> answers = new TreeMap<>(more);
    answers.put("desa", desa);
    answers.put("putaran", round);
    answers.put("nama_kepala", name);
    answers.put("dusun", hamlet);
    if (!nik.isEmpty()) {
      answers.put("nik_kepala", nik);
    }
    if (!kk.isEmpty()) {
      answers.put("no_kk", kk);
    }
    return bureau.edit().create(FORM, null, answers).uuid();
  }

  private UUID member(UUID household, String name, String nik, String birth) throws Refused {
    Map<String, String> answers = new TreeMap<>();
    answers.put("nama", name);
    answers.put("tgl_lahir", birth);
    if (!nik.isEmpty()) {
      answers.put("nik", nik);
    }
    return bureau.edit().create(MEMBERS, household, answers).uuid();
  }

  private List<Likeness> all() {
    return new Duplicates(bureau.store()).all();
  }

  private static Set<UUID> uuids(Likeness likeness) {
    return Set.of(likeness.first().uuid(), likeness.second().uuid());
  }

  private static List<Set<UUID>> couples(List<Likeness> found) {
    return found.stream().map(DuplicatesTest::uuids).toList();
  }

  @Test
  void findsOneNikInTwoVillages() throws Refused {
    UUID here = household(village, "2026-1", "Suparno", NIK, "");
    UUID there = household(otherVillage, "2026-1", "Kartini", NIK, "");

    List<Likeness> found = all();

    assertEquals(List.of(Set.of(here, there)), couples(found));
    assertEquals(Set.of(Evidence.SAME_NIK, Evidence.SAME_BIRTH), found.getFirst().evidence());
  }

  @ParameterizedTest
  @CsvSource({"Suparno,Soeparno,true", "Suparno,Kartini,false"})
  void familyCardCountsOnlyWithASimilarHead(String one, String other, boolean found)
      throws Refused {
    household(village, "2026-1", one, "", KK, "Krajan", Map.of());
    household(village, "2026-1", other, "", KK, "Ngawen", Map.of());

    assertEquals(found ? 1 : 0, all().size());
  }

  @ParameterizedTest
  @CsvSource({
    "Muhammad Ridwan,Krajan,M. Ridwan,Krajan,true",
    "Suparno,Sumberejo,Soeparno,Sumberjo,true",
    "Suparno,Krajan,Suparno,Ngelo,false",
    "Siti Aminah,Krajan,Siti Aisyah,Krajan,false",
  })
  void namesAreComparedWithinAHamlet(
      String one, String hamlet, String other, String otherHamlet, boolean found) throws Refused {
    household(village, "2026-1", one, "", "", hamlet, Map.of());
    household(village, "2026-1", other, "", "", otherHamlet, Map.of());

    assertEquals(found ? 1 : 0, all().size());
  }

  @Test
  void differentNumbersSpeakAgainstEqualNames() throws Refused {
    household(village, "2026-1", "Suparno", NIK, "");
    household(village, "2026-1", "Suparno", OTHER_NIK, "");

    assertEquals(List.of(), all());
  }

  @Test
  void roundsOfOneHouseholdAreNoDuplicates() throws Refused {
    UUID first = household(village, "2026-1", "Suparno", NIK, KK);
    household(village, "2026-2", "Suparno", NIK, KK);
    household(
        village, "2026-3", "Suparno", "", "", "Krajan", Map.of("rt_terdaftar", first.toString()));

    assertEquals(List.of(), all());
  }

  @Test
  void personInTwoHouseholdsIsFoundAcrossVillagesByBirthAndSpelling() throws Refused {
    UUID here = household(village, "2026-1", "Suparno", NIK, "");
    UUID there = household(otherVillage, "2026-1", "Kartini", OTHER_NIK, "");
    UUID one = member(here, "Moh. Ridwan", "", "2010-05-17");
    UUID other = member(there, "Muhammad Ridwan", "", "2010-05-17");
    member(there, "Muhammad Ridwan", "", "2012-01-02");

    List<Likeness> found = all();

    assertEquals(List.of(Set.of(one, other)), couples(found));
    assertEquals(Set.of(Evidence.SIMILAR_NAME, Evidence.SAME_BIRTH), found.getFirst().evidence());
    assertEquals(MEMBERS, found.getFirst().table());
  }

  @Test
  void twinsOfOneHouseholdAreTwo() throws Refused {
    UUID home = household(village, "2026-1", "Suparno", NIK, "");
    member(home, "Siti Aminah", "3316015705100003", "2010-05-17");
    member(home, "Siti Aminahh", "3316015705100004", "2010-05-17");

    assertEquals(List.of(), all());
  }

  @Test
  void changedRecordsAreComparedAtOnce() throws Refused {
    UUID there = household(otherVillage, "2026-1", "Suparno", NIK, "");
    UUID namesake = household(village, "2026-1", "Soeparno", "", "");
    List<Set<UUID>> told = new ArrayList<>();
    bureau.store().onChange(told::add);
    UUID fresh = household(village, "2026-1", "Suparno", NIK, "");

    List<Likeness> found = new DuplicateErrand(bureau.office()).after(told.getFirst());

    assertEquals(List.of(Set.of(fresh, there), Set.of(fresh, namesake)), couples(found));
  }

  @Test
  void indexedNumbersGiveTheSame() throws Refused {
    UUID one = household(village, "2026-1", "Suparno", NIK, KK);
    household(otherVillage, "2026-1", "Suparno", NIK, KK);
    Duplicates duplicates = new Duplicates(bureau.store());
    List<Likeness> before = duplicates.of(Set.of(one));
    duplicates.prepare();
    duplicates.prepare();

    assertEquals(before, duplicates.of(Set.of(one)));
    assertEquals(before, duplicates.all());
    assertEquals(before, duplicates.exact());
  }

  @Test
  void unsavedRecordIsRecognised() throws Refused {
    UUID known = household(village, "2026-1", "Suparno", NIK, "");

    List<Likeness> found =
        Likely.of(
            bureau.store(),
            FORM,
            Map.of(
                "desa", village, "putaran", "2026-1", "nik_kepala", NIK, "nama_kepala", "Parno"));

    assertEquals(List.of(true), found.stream().map(each -> each.concerns(known)).toList());
  }

  @Test
  void twoThatWereCalledDifferentAreNotShownAgain() throws Refused {
    UUID one = household(village, "2026-1", "Suparno", NIK, "");
    UUID other = household(otherVillage, "2026-1", "Suparno", NIK, "");

    long batch =
        new DuplicateErrand(bureau.office()).different(other, one, "bapak dan anak").batch();

    assertEquals(List.of(), all());
    new UndoErrand(bureau.office()).undo(batch, true);
    assertEquals(List.of(Set.of(one, other)), couples(all()));
  }

  @Test
  void mergedRecordSpeaksNoLongerForItselfUntilItIsUndone() throws Refused {
    UUID kept = household(village, "2026-1", "Suparno", NIK, "");
    UUID other = household(village, "2026-1", "Soeparno", NIK, KK);
    String before = java.util.Objects.requireNonNull(bureau.picture().get(kept.toString()));

    long batch =
        new DuplicateErrand(bureau.office()).merge(kept, other, Map.of("no_kk", KK)).batch();

    assertEquals(List.of(), all());
    assertEquals(KK, value(kept, "no_kk"));
    assertEquals(kept.toString(), value(other, SystemField.MERGED_INTO));
    assertEquals(
        List.of(kept),
        bureau.store().search(id.dampingan.store.Search.of(FORM)).rows().stream()
            .map(row -> row.submission().uuid())
            .toList());
    assertEquals(
        List.of("2026-1", "Soeparno", KK),
        List.of(value(other, "putaran"), value(other, "nama_kepala"), value(other, "no_kk")));

    new UndoErrand(bureau.office()).undo(batch, true);

    assertEquals(List.of(Set.of(kept, other)), couples(all()));
    assertEquals("", value(kept, "no_kk"));
    assertEquals("", value(other, SystemField.MERGED_INTO));
    assertEquals(true, before.contains("Suparno"));
  }

  @Test
  void membersOfAMergedHouseholdAreMatchedOrCopied() throws Refused {
    UUID kept = household(village, "2026-1", "Suparno", NIK, "");
    UUID other = household(village, "2026-1", "Soeparno", NIK, "");
    UUID head = member(kept, "Suparno", NIK, "1980-03-12");
    UUID sameHead = member(other, "Soeparno", NIK, "1980-03-12");
    UUID child = member(other, "Ridwan", "", "2010-05-17");

    long batch = new DuplicateErrand(bureau.office()).merge(kept, other, Map.of()).batch();

    assertEquals(head.toString(), value(sameHead, SystemField.MERGED_INTO));
    assertEquals(List.of("Suparno", "Ridwan"), names(kept));
    assertEquals(
        value(child, SystemField.MERGED_INTO),
        bureau.store().family(kept).getLast().submission().uuid().toString());

    new UndoErrand(bureau.office()).undo(batch, true);

    assertEquals(List.of("Suparno"), names(kept));
    assertEquals(List.of("Soeparno", "Ridwan"), names(other));

    new DuplicateErrand(bureau.office()).merge(kept, other, Map.of());

    assertEquals(List.of("Suparno", "Ridwan"), names(kept));
  }

  @Test
  void refusesToMergeARecordIntoItself() throws Refused {
    UUID one = household(village, "2026-1", "Suparno", NIK, "");
    UUID other = household(village, "2026-1", "Soeparno", NIK, "");
    DuplicateErrand errand = new DuplicateErrand(bureau.office());
    errand.merge(one, other, Map.of());

    assertThrows(Refused.class, () -> errand.merge(one, one, Map.of()));
    assertThrows(Refused.class, () -> errand.merge(other, one, Map.of()));
  }

  private String value(UUID uuid, String field) {
    return bureau.store().submission(uuid).orElseThrow().value(field);
  }

  private List<String> names(UUID household) {
    return bureau.store().filled(household).orElseThrow().rows().stream()
        .filter(row -> row.table().equals(MEMBERS))
        .map(row -> row.value("nama"))
        .toList();
  }
}
