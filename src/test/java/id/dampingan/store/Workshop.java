package id.dampingan.store;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Makes workspaces, forms and submissions for the tests of this package.
@NullMarked
final class Workshop {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T03:02:01Z"), ZoneOffset.UTC);

  /// Passwords cost next to nothing here.
  static final Store.Making CHEAP = new Store.Making(new KeyCost(64, 1, 1), XlsForms::read);

  static final String HOUSEHOLDS =
      """
      | survey |
      | | type | name | label | save_to | calculation |
      | | text | desa | Desa | desa |
      | | text | putaran | Putaran | |
      | | date | tanggal | Tanggal | |
      | | text | nama | Nama | |
      | | integer | umur | Umur | |
      | | decimal | luas | Luas | luas |
      | | select_one ya | order | Kata cadangan | |
      | | calculate | total | | | 1 + 1 |
      | | begin_repeat | anggota | Anggota | |
      | | text | nama_art | Nama | |
      | | integer | usia | Usia | |
      | | end_repeat | | | |

      | choices |
      | | list_name | name | label |
      | | ya | 1 | Ya |
      | | ya | 2 | Tidak |

      | entities |
      | | list_name | label |
      | | rumah | concat(${nama}, ' - ', ${desa}) |

      | settings |
      | | form_id | form_title | version |
      | | rumah | Rumah | 1 |
      """;

  private Workshop() {}

  static Store create(Path folder) {
    try {
      return Store.create(
          folder,
          "rahasia".toCharArray(),
          new WorkspaceSettings(Role.OFFICER, "Ani", "dinas"),
          CLOCK,
          CHEAP);
    } catch (WorkspaceExists e) {
      throw new IllegalStateException(e);
    }
  }

  static Store open(Path folder) {
    try {
      return Store.open(folder, "rahasia".toCharArray(), CLOCK, CHEAP);
    } catch (WorkspaceException e) {
      throw new IllegalStateException(e);
    }
  }

  static Form add(Store store, String markdown) {
    try {
      byte[] source = markdown.getBytes(StandardCharsets.UTF_8);
      Form form = XlsForms.read("rumah.md", source);
      store.addForm(form, source, "rumah.md");
      return form;
    } catch (FormException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A store with the household form.
  static Store households(Path folder) {
    Store store = create(folder);
    add(store, HOUSEHOLDS);
    return store;
  }

  static UUID uuid(int number) {
    return new UUID(0x1234_5678_0000_8000L, 0x8000_0000_0000_0000L + number);
  }

  /// A filled form, all of whose values were written by one change.
  static Submission filled(int number, String dot, Map<String, String> values) {
    Dot by = Dot.parse(dot);
    VersionVector version = VersionVector.of(by);
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    values.forEach((field, value) -> registers.put(field, Register.of(by, value, version)));
    return new Submission("rumah", "1", uuid(number), uuid(number), version, registers);
  }

  /// The same after one more change of these fields.
  static Submission changed(Submission before, String dot, Map<String, String> values) {
    Dot by = Dot.parse(dot);
    VersionVector version = before.version().with(by);
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    before
        .registers()
        .forEach((field, register) -> registers.put(field, register.withContext(version)));
    values.forEach((field, value) -> registers.put(field, Register.of(by, value, version)));
    return new Submission(
        before.form(), before.formVersion(), before.uuid(), before.root(), version, registers);
  }

  static Change change(@Nullable Submission before, Submission after) {
    return new Change(
        before, after, List.of(), Map.of(), null, before == null ? Outcome.NEW : Outcome.CHANGED);
  }

  static Batch write(Store store, Change... changes) {
    return write(store, BatchHeader.edit("Ani"), changes);
  }

  static Batch write(Store store, BatchHeader header, Change... changes) {
    try (BatchWriter writer = store.begin(header)) {
      for (Change change : changes) {
        writer.write(change, Map.of());
      }
      return writer.commit();
    }
  }
}
