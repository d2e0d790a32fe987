package id.dampingan.exchange;

import com.sun.management.OperatingSystemMXBean;
import id.dampingan.form.Form;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What locked and sealed files cost beside plain ones of the same rows. The yardstick of a locked
/// file is the plain one and one derivation of Excel's key; of a file whose name tells nothing of its
/// sender, as many derivations as passwords are tried.
///
/// Plain files are merged before and after the others in each round, their mean is the yardstick, and
/// how far the two differ is printed: a ratio that is nearer to 1 than that says nothing.
///
/// Arguments: number of files, each of an agency with a password of its own, and rows a file.
@NullMarked
final class LockedFilesBench {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int FIELDS = 40;
  private static final int ROUNDS = 3;

  private final Path folder;
  private final Form form;
  private final int files;
  private final int rows;

  private LockedFilesBench(int files, int rows) throws Exception {
    this.folder = Files.createTempDirectory("terkunci");
    this.form = XlsForms.read("t.md", source());
    this.files = files;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    int files = arguments.length < 1 ? 48 : Integer.parseInt(arguments[0]);
    int rows = arguments.length < 2 ? 1000 : Integer.parseInt(arguments[1]);
    new LockedFilesBench(files, rows).run();
  }

  private record Took(double wall, double processor) {
    static Took now() {
      return new Took(System.nanoTime() / 1e9, PROCESS.getProcessCpuTime() / 1e9);
    }

    Took since() {
      Took now = now();
      return new Took(now.wall - wall, now.processor - processor);
    }

    Took plus(Took other, double times) {
      return new Took(wall + times * other.wall, processor + times * other.processor);
    }

    @Override
    public String toString() {
      return String.format("%.2f s (processor %.2f s)", wall, processor);
    }
  }

  private void run() throws Exception {
    List<Path> plain = new ArrayList<>();
    List<Path> named = new ArrayList<>();
    List<Path> unnamed = new ArrayList<>();
    List<Path> sealed = new ArrayList<>();
    try (Store master = store("induk", Role.MASTER);
        Store officer = store("petugas", Role.OFFICER)) {
      Addressee addressee = new Seals(master).own().orElseThrow();
      write(officer);
      ExportErrand errand = new ExportErrand(office(officer));
      for (int i = 0; i < files; i++) {
        ExportOrder open = order(i, null);
        ExportOrder locked = order(i, "sandi dinas " + i);
        plain.add(errand.export(open, folder.resolve("p" + i + ".xlsx"), Progress.SILENT).file());
        Path file = folder.resolve("Dampingan_opd" + i + "_semua.xlsx");
        named.add(errand.export(locked, file, Progress.SILENT).file());
        unnamed.add(Files.copy(file, folder.resolve("u" + (char) ('a' + i % 26) + i + ".xlsx")));
        Path last = plain.getLast();
        Path seal = folder.resolve("s" + i + ".dampingan");
        try (var out = Files.newOutputStream(seal)) {
          Envelope.seal(out, addressee, to -> Files.copy(last, to));
        }
        sealed.add(seal);
      }
      Took derivation = derivations(named);
      System.out.printf("one derivation of Excel's key: %s%n", derivation);
      merge(master, plain.subList(0, Math.min(3, files)), "warm");
      merge(master, named.subList(0, Math.min(3, files)), "warm-locked");
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.printf("round %d%n", round);
        Took before = merge(master, plain, round + "plain");
        Took seals = merge(master, sealed, round + "sealed");
        Took names = merge(master, named, round + "named");
        Took strangers = merge(master, unnamed, round + "unnamed");
        Took after = merge(master, plain, round + "again");
        Took yardstick = before.plus(after, 1).plus(before.plus(after, 1), -0.5);
        report("plain again (how far two equal runs differ)", after, before);
        report("sealed", seals, yardstick);
        report("locked, name tells the sender", names, yardstick.plus(derivation, files));
        Took many = yardstick.plus(derivation, files * (files + 1) / 2.0);
        report("locked, name tells nothing", strangers, many);
      }
    }
  }

  private void report(String what, Took took, Took yardstick) {
    System.out.printf(
        "%s: %s, yardstick %s, ratio %.2f (of processor time %.2f)%n",
        what,
        took,
        yardstick,
        took.wall() / yardstick.wall(),
        took.processor() / yardstick.processor());
  }

  private static ExportOrder order(int village, @Nullable String password) {
    return new ExportOrder(List.of("t"), Set.of("d" + village), null, false, password);
  }

  private Store store(String name, Role role) throws Exception {
    Store store =
        Store.create(
            folder.resolve(name),
            "x".toCharArray(),
            new WorkspaceSettings(role, name, ""),
            Clock.systemUTC());
    store.addForm(form, source(), "t.md");
    return store;
  }

  private static Office office(Store store) {
    return new Office(store, "x", "id", Clock.systemUTC());
  }

  /// Into a master of its own, with the same key and everybody's password.
  private Took merge(Store keys, List<Path> paths, String name) throws Exception {
    try (Store store = store("gabung-" + name, Role.MASTER)) {
      for (String setting : List.of("sealing.private", "sealing.public")) {
        store.setSetting(setting, keys.setting(setting));
      }
      FilePasswords passwords = new FilePasswords(office(store));
      for (int i = 0; i < files; i++) {
        passwords.keep("opd" + i, "sandi dinas " + i);
      }
      System.gc();
      Took start = Took.now();
      try (ImportSeries series = new ImportSeries(office(store), List::of, true)) {
        for (int i = 0; i < paths.size(); i++) {
          Path next = i + 1 < paths.size() ? paths.get(i + 1) : null;
          FileResult result = series.take(paths.get(i), next, Progress.SILENT);
          if (result.counts().of(Outcome.NEW) != rows) {
            throw new IllegalStateException("not all rows new: " + result);
          }
        }
      }
      return start.since();
    }
  }

  private static Took derivations(List<Path> paths) throws Exception {
    for (int warm = 0; warm < 2; warm++) {
      derive(paths.getFirst());
    }
    Took start = Took.now();
    for (Path path : paths) {
      derive(path);
    }
    Took all = start.since();
    return new Took(all.wall() / paths.size(), all.processor() / paths.size());
  }

  private static void derive(Path path) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem(path.toFile(), true)) {
      if (Decryptor.getInstance(new EncryptionInfo(container)).verifyPassword("salah")) {
        throw new IllegalStateException("a wrong password fits");
      }
    }
  }

  private static byte[] source() {
    StringBuilder form = new StringBuilder("| survey |\n| | type | name | label |\n");
    form.append("| | text | desa | Desa |\n");
    for (int field = 1; field < FIELDS; field++) {
      form.append("| | ").append(field % 4 == 0 ? "integer" : "text");
      form.append(" | f").append(field).append(" | X |\n");
    }
    form.append("\n| settings |\n| | form_id | form_title | version |\n| | t | T | 1 |\n");
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Store store) {
    IntFunction<String> value = i -> i % 4 == 0 ? Integer.toString(i) : "nilai " + i;
    for (int file = 0; file < files; file++) {
      try (BatchWriter writer = store.begin(BatchHeader.edit("x"))) {
        for (int row = 0; row < rows; row++) {
          Dot dot = new Dot("L7k3q9ab", 1);
          SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
          registers.put("desa", Register.of(dot, "d" + file, VersionVector.of(dot)));
          for (int field = 1; field < FIELDS; field++) {
            registers.put(
                "f" + field, Register.of(dot, value.apply(field * row), VersionVector.of(dot)));
          }
          UUID uuid = UUID.randomUUID();
          Submission after = new Submission("t", "1", uuid, uuid, VersionVector.of(dot), registers);
          writer.write(new Change(null, after, List.of(), Map.of(), null, Outcome.NEW), Map.of());
        }
        writer.commit();
      }
    }
  }
}
