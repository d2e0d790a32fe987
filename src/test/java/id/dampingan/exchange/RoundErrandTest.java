package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.exchange.RoundErrand.Carried;
import id.dampingan.store.Role;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Digest;
import id.dampingan.submission.SystemField;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Perbarui pada putaran ini" in two workspaces that know nothing of each other.
class RoundErrandTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | calculation | bind::dampingan:kunci |
      | | text | desa | Desa | yes | | ya |
      | | text | putaran | Putaran | yes | | ya |
      | | date | tanggal | Tanggal | yes | | |
      | | text | petugas | Petugas | yes | | |
      | | select_one_from_file rumah.csv | rt_terdaftar | Terdaftar | | | |
      | | text | nama | Nama | yes | | |
      | | text | bab | BAB | | | |
      | | begin repeat | anggota | Anggota | | | |
      | | text | panggilan | Panggilan | yes | | |
      | | integer | umur | Umur | | | |
      | | end repeat | | | | | |
      | | calculate | jml | | | sum(${umur}) | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Rumah | rumah | 1 | dampingan="http://dampingan.id/xforms" |

      | entities |
      | | list_name | label | entity_id | create_if | update_if |
      | | rumah | ${nama} | ${rt_terdaftar} | ${rt_terdaftar} = '' | ${rt_terdaftar} != '' |
      """;

  private static final String VILLAGE_FORM =
      """
      | survey |
      | | type | name | label | required | bind::dampingan:kunci |
      | | text | desa | Desa | yes | ya |
      | | text | putaran | Putaran | yes | ya |
      | | integer | jiwa | Jiwa | yes | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Profil | profil | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  private static final String EVENT_FORM =
      """
      | survey |
      | | type | name | label | required | bind::dampingan:kunci |
      | | text | desa | Desa | yes | ya |
      | | date | tanggal | Tanggal | yes | ya |
      | | text | putaran | Putaran | yes | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Acara | acara | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");

  private Bureau bureau(String name, Role role) throws Exception {
    return Bureau.make(folder.resolve(name), role, name)
        .withForm(FORM)
        .withForm(VILLAGE_FORM)
        .withForm(EVENT_FORM);
  }

  private static UUID house(Bureau bureau, String name) throws Refused {
    UUID root =
        bureau
            .edit()
            .create(
                "rumah",
                null,
                Map.of(
                    "desa", "d1",
                    "putaran", "2026-1",
                    "tanggal", "2026-02-01",
                    "petugas", "Ani",
                    "nama", name,
                    "bab", "6"))
            .uuid();
    bureau.edit().create("rumah/anggota", root, Map.of("panggilan", "Budi", "umur", "7"));
    bureau.edit().create("rumah/anggota", root, Map.of("panggilan", "Cici", "umur", "5"));
    return root;
  }

  private static Carried carry(Bureau bureau, String round) throws Refused {
    return new RoundErrand(bureau.office()).village("rumah", "d1", round, Progress.SILENT);
  }

  private static StoredRow row(Bureau bureau, UUID uuid) {
    return bureau.store().row(uuid).orElseThrow();
  }

  @Test
  void copiesTheLatestRecordWithItsMembersAndAsksWhoLookedAndWhen() throws Exception {
    try (Bureau bureau = bureau("o", Role.OFFICER)) {
      UUID old = house(bureau, "Parmin");
      Carried carried = carry(bureau, "2026-2");
      UUID fresh = Digest.uuid8(List.of("putaran", "rumah", old.toString(), "2026-2"));
      assertEquals(List.of(fresh), carried.made());
      StoredRow copy = row(bureau, fresh);
      assertEquals(
          Map.of(
              "desa", "d1",
              "putaran", "2026-2",
              "rt_terdaftar", old.toString(),
              "nama", "Parmin",
              "bab", "6"),
          copy.submission().values());
      assertEquals("12", copy.value("jml"));
      assertEquals(SystemField.STATUS_DRAFT, copy.status());
      assertEquals(true, copy.unsent());
      Map<String, UUID> members = new TreeMap<>();
      for (StoredRow each : bureau.store().family(fresh)) {
        if (each.submission().parent() != null) {
          members.put(each.value("panggilan"), each.submission().uuid());
        }
      }
      Map<String, UUID> expected = new TreeMap<>();
      for (StoredRow each : bureau.store().family(old)) {
        if (each.submission().parent() != null) {
          expected.put(
              each.value("panggilan"),
              Digest.uuid8(
                  List.of("putaran", fresh.toString(), each.submission().uuid().toString())));
        }
      }
      assertEquals(expected, members);
      bureau.edit().set(fresh, Map.of("tanggal", "2026-05-01", "petugas", "Ani"));
      assertEquals(SystemField.STATUS_COMPLETE, row(bureau, fresh).status());
      assertEquals("6", row(bureau, old).value("bab"));
    }
  }

  @Test
  void twoOfficersWhoDoItMeetInOneRecordWithoutConflict() throws Exception {
    try (Bureau master = bureau("m", Role.MASTER);
        Bureau a = bureau("a", Role.OFFICER);
        Bureau b = bureau("b", Role.OFFICER)) {
      house(master, "Parmin");
      house(master, "Sumiyati");
      Path first = master.export(folder.resolve("m1.xlsx"));
      a.merge(first);
      b.merge(first);
      Carried here = carry(a, "2026-2");
      Carried there = carry(b, "2026-2");
      assertEquals(2, here.made().size());
      assertEquals(Set.copyOf(here.made()), Set.copyOf(there.made()));
      assertEquals(a.picture(), b.picture());
      // What one of them finds on the spot contradicts nothing that the other said.
      UUID house = here.made().getFirst();
      a.edit().set(house, Map.of("bab", "1", "petugas", "Ani", "tanggal", "2026-05-02"));
      a.merge(b.export(folder.resolve("b.xlsx")));
      master.merge(a.export(folder.resolve("a.xlsx")));
      master.merge(b.export(folder.resolve("b2.xlsx")));
      b.merge(master.export(folder.resolve("m2.xlsx")));
      assertEquals(a.picture(), master.picture());
      assertEquals(a.picture(), b.picture());
      assertEquals(List.of(), master.store().conflicts(null, Set.of()));
      assertEquals("1", row(master, house).value("bab"));
      assertEquals(4, master.store().search(id.dampingan.store.Search.of("rumah")).total());
    }
  }

  @Test
  void aCorrectionThatOnlyOneOfThemKnewIsTheOnlyConflict() throws Exception {
    try (Bureau a = bureau("a", Role.OFFICER);
        Bureau b = bureau("b", Role.OFFICER)) {
      UUID old = house(a, "Parmin");
      b.merge(a.export(folder.resolve("a1.xlsx")));
      a.edit().set(old, Map.of("bab", "5"));
      UUID fresh = carry(a, "2026-2").made().getFirst();
      carry(b, "2026-2");
      b.merge(a.export(folder.resolve("a2.xlsx")));
      assertEquals(Set.of("bab"), row(b, fresh).submission().conflicts().keySet());
    }
  }

  @Test
  void doingItAgainChangesNothingAndTheNextRoundCopiesTheLatest() throws Exception {
    try (Bureau bureau = bureau("o", Role.OFFICER)) {
      UUID old = house(bureau, "Parmin");
      UUID second = carry(bureau, "2026-2").made().getFirst();
      Map<String, String> before = bureau.picture();
      assertEquals(new Carried(0, List.of(), List.of(second)), carry(bureau, "2026-2"));
      assertEquals(before, bureau.picture());
      bureau.edit().set(second, Map.of("bab", "1"));
      Carried third =
          new RoundErrand(bureau.office())
              .records("rumah", List.of(old), "2026-3", Progress.SILENT);
      StoredRow copy = row(bureau, third.made().getFirst());
      assertEquals(
          List.of("1", old.toString(), "2026-3"),
          List.of(copy.value("bab"), copy.value("rt_terdaftar"), copy.round()));
    }
  }

  @Test
  void whatWasUndoneIsBroughtBackByDoingItAgain() throws Exception {
    try (Bureau bureau = bureau("o", Role.OFFICER)) {
      house(bureau, "Parmin");
      Carried carried = carry(bureau, "2026-2");
      new UndoErrand(bureau.office()).undo(carried.batch(), true);
      assertEquals(true, row(bureau, carried.made().getFirst()).submission().isDeleted());
      assertEquals(carried.made(), carry(bureau, "2026-2").made());
      assertEquals("12", row(bureau, carried.made().getFirst()).value("jml"));
      assertEquals(false, row(bureau, carried.made().getFirst()).submission().isDeleted());
    }
  }

  @Test
  void aVillageIsTiedByItsKeyAndAnEventIsNoPicture() throws Exception {
    try (Bureau bureau = bureau("o", Role.OFFICER)) {
      bureau
          .edit()
          .create("profil", null, Map.of("desa", "d1", "putaran", "2026-1", "jiwa", "900"));
      Carried carried =
          new RoundErrand(bureau.office()).village("profil", "d1", "2026-2", Progress.SILENT);
      assertEquals(
          List.of(Digest.uuid8(List.of("putaran", "profil", "d1", "2026-2"))), carried.made());
      assertEquals(SystemField.STATUS_COMPLETE, row(bureau, carried.made().getFirst()).status());
      RoundErrand errand = new RoundErrand(bureau.office());
      assertThrows(Refused.class, () -> errand.village("acara", "d1", "2026-2", Progress.SILENT));
      assertThrows(Refused.class, () -> errand.village("rumah", "d1", "", Progress.SILENT));
    }
  }
}
