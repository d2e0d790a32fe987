package id.dampingan.exchange;

import id.dampingan.store.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A small workbook that an officer exported, and whose records stand in it.
///
/// @param file the workbook
/// @param sealed the same with the password `kunci`
/// @param people six records of `warga`, with key `kode` 1 to 6
/// @param child the first one's child
/// @param notes six records of `catat`, which has no key
record Samples(Path file, Path sealed, List<UUID> people, UUID child, List<UUID> notes) {
  static final String PEOPLE =
      """
      | survey |
      | | type | name | label::Indonesia (id) | label::English (en) | required | constraint | calculation | bind::dampingan:kunci | bind::dampingan:jenis |
      | | text | kode | Kode | Code | yes | | | ya | |
      | | text | nama | Nama | Name | yes | regex(., '^[A-Za-z ]+$') | | | |
      | | integer | a | A | A | | . >= 0 and . <= 100 | | | |
      | | integer | b | B | B | | . >= 0 | | | |
      | | calculate | jumlah | | | | | ${a} + ${b} | | |
      | | date | tanggal | Tanggal | Date | | | | | |
      | | select_one warna | pilih | Warna | Colour | | | | | |
      | | text | nik | NIK | NIK | | string-length(.) = 16 | | | nik |
      | | text | cerita | Cerita | Story | | | | | |
      | | begin repeat | anak | Anak | Children | | | | | |
      | | text | panggilan | Panggilan | Called | yes | | | ya | |
      | | integer | umur | Umur | Age | | . < 150 | | | |
      | | end repeat | | | | | | | | |

      | choices |
      | | list_name | name | label::Indonesia (id) | label::English (en) |
      | | warna | m | Merah | Red |
      | | warna | h | Hijau | Green |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Warga | warga | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  static final String NOTES =
      """
      | survey |
      | | type | name | label |
      | | text | isi | Isi |
      | | integer | banyak | Banyak |

      | settings |
      | | form_title | form_id | version |
      | | Catat | catat | 1 |
      """;

  static final String PASSWORD = "kunci";

  static Samples in(Path folder) throws Exception {
    try (Bureau officer = office(folder.resolve("officer"), Role.OFFICER)) {
      List<UUID> people =
          List.of(
              person(officer, 1),
              person(officer, 2),
              person(officer, 3),
              person(officer, 4),
              person(officer, 5),
              person(officer, 6));
      UUID child =
          officer
              .edit()
              .create("warga/anak", people.getFirst(), Map.of("panggilan", "Budi", "umur", "7"))
              .uuid();
      List<UUID> notes =
          List.of(
              note(officer, 1),
              note(officer, 2),
              note(officer, 3),
              note(officer, 4),
              note(officer, 5),
              note(officer, 6));
      Path file = officer.export(folder.resolve("contoh.xlsx"));
      Path sealed =
          officer.export(
              folder.resolve("terkunci.xlsx"),
              new ExportOrder(List.of(), Set.of(), null, false, PASSWORD));
      return new Samples(file, sealed, people, child, notes);
    }
  }

  static Bureau office(Path folder, Role role) throws Exception {
    return Bureau.make(folder, role, "kantor").withForm(PEOPLE).withForm(NOTES);
  }

  private static UUID person(Bureau officer, int i) throws Refused {
    String nama = "Orang " + (char) ('A' + i);
    return officer
        .edit()
        .create(
            "warga",
            null,
            Map.of(
                "kode",
                "" + i,
                "nama",
                nama,
                "a",
                "" + i,
                "b",
                "1",
                "pilih",
                "m",
                "nik",
                "331601010190000" + i,
                "cerita",
                "Cerita " + i))
        .uuid();
  }

  private static UUID note(Bureau officer, int i) throws Refused {
    return officer
        .edit()
        .create("catat", null, Map.of("isi", "Isi " + i, "banyak", "" + 10 * i))
        .uuid();
  }

  /// How many rows the workbook has.
  int rows() {
    return people.size() + 1 + notes.size();
  }
}
