package id.dampingan.bench;

import com.sun.management.OperatingSystemMXBean;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportSeries;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.merge.Outcome;
import id.dampingan.programme.Pack;
import id.dampingan.sheet.ExportRow;
import id.dampingan.sheet.SheetContent;
import id.dampingan.sheet.WorkbookHeader;
import id.dampingan.sheet.WorkbookWriter;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import id.dampingan.workbook.BookWriter;
import id.dampingan.workbook.CellStyle;
import id.dampingan.workbook.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Merges many workbooks into an encrypted store and prints the time as a ratio to (a)
/// fastexcel-reader reading the same files, (b) a plain encrypted batch insert of the same columns,
/// (c) python3 with pandas reading and de-duplicating them.
///
/// Arguments: number of files, rows a file, `typed` to merge rows typed into Excel instead, each
/// judged by its form; `no-python` leaves (c) out. Run it with `-Xmx256m`.
public final class MergeBenchmark {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final int files;
  private final int rows;
  private final boolean typed;
  private final Path folder;
  private final Form form;

  private MergeBenchmark(int files, int rows, boolean typed) throws Exception {
    this.files = files;
    this.rows = rows;
    this.typed = typed;
    this.folder = Files.createTempDirectory("merge-bench");
    this.form = BenchForm.read();
  }

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    int files = words.isEmpty() ? 48 : Integer.parseInt(words.get(0));
    int rows = words.size() < 2 ? 1000 : Integer.parseInt(words.get(1));
    MergeBenchmark benchmark = new MergeBenchmark(files, rows, words.contains("typed"));
    try {
      benchmark.run(!words.contains("no-python"));
    } finally {
      benchmark.clean();
    }
  }

  private void run(boolean python) throws Exception {
    List<Path> stamped = new ArrayList<>();
    List<Path> typedFiles = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      stamped.add(stamped(file));
      if (typed) {
        typedFiles.add(typed(file));
      }
    }
    // Once each before it counts, on two files: the JVM warms up, the disk is awake.
    merge(stamped.subList(0, Math.min(2, files)), "warm");
    read(stamped.subList(0, Math.min(2, files)));
    insert("warm-insert", Math.min(2, files));

    // As the first job of a program just started, with half of both cores busy compiling it; and as
    // the clerk's second file drop of the day, on which the ratios stand.
    Took cold = merge(stamped, "cold");
    Took merge = merge(stamped, "merge");
    long heap = peakHeap();
    Took read = read(stamped);
    Took insert = insert("insert", files);
    System.out.printf("merge %d x %d rows, program just started: %s%n", files, rows, cold);
    System.out.printf("merge %d x %d rows: %s, peak heap %d MB%n", files, rows, merge, heap);
    System.out.printf("(a) fastexcel-reader reads them: %s%n", read);
    System.out.printf("(b) plain encrypted batch insert: %s%n", insert);
    System.out.printf("just started / (a + b): %s%n", cold.per(read.and(insert)));
    System.out.printf("merge / (a + b): %s%n", merge.per(read.and(insert)));
    if (python) {
      Took pandas = pandas(stamped);
      System.out.printf("(c) pandas reads and de-duplicates: %s%n", pandas);
      System.out.printf("(c) / just started: %s%n", pandas.per(cold));
      System.out.printf("(c) / merge: %s%n", pandas.per(merge));
    }
    if (typed) {
      merge(typedFiles.subList(0, Math.min(2, files)), "warm-typed");
      Took judged = merge(typedFiles, "typed");
      System.out.printf(
          "the same rows typed and judged: %s, / merge: %s%n", judged, judged.per(merge));
    }
  }

  /// Seconds on the wall, and seconds of processor, which a busy machine changes less.
  private record Took(double wall, double processor) {
    static Took since(Took start) {
      Took now = now();
      return new Took(now.wall() - start.wall(), now.processor() - start.processor());
    }

    static Took now() {
      return new Took(System.nanoTime() / 1e9, PROCESS.getProcessCpuTime() / 1e9);
    }

    Took and(Took other) {
      return new Took(wall + other.wall, processor + other.processor);
    }

    String per(Took other) {
      return String.format(
          "%.2f (of processor time %.2f)", wall / other.wall, processor / other.processor);
    }

    @Override
    public String toString() {
      return String.format("%.2f s (processor %.2f s)", wall, processor);
    }
  }

  private Path stamped(int file) throws IOException {
    Path path = folder.resolve("file-" + file + ".xlsx");
    String writer = "L" + Integer.toString(1_000_000 + file, 32).substring(0, 4) + "aaa";
    WorkbookHeader header =
        new WorkbookHeader(
            "Bbench" + file,
            Pack.PROGRAMME,
            writer,
            "Petugas " + file,
            "opd" + file,
            Instant.parse("2026-10-01T03:00:00Z"),
            List.of());
    SheetContent content =
        new SheetContent(
            form,
            form.main(),
            each -> {
              for (int i = 0; i < rows; i++) {
                Map<String, String> answers = BenchForm.answers(file * rows + i);
                Map<String, String> computed = new TreeMap<>(BenchForm.derived(answers));
                computed.put(SystemField.STATUS, SystemField.STATUS_COMPLETE);
                each.accept(
                    new ExportRow.Stored(
                        submission(writer, file * rows + i, answers),
                        computed,
                        Map.of(),
                        Map.of()));
              }
            });
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      WorkbookWriter.write(out, header, List.of(content), ChoiceLists.NONE, "id", null);
    }
    return path;
  }

  private Submission submission(String writer, int number, Map<String, String> answers) {
    UUID uuid = new UUID(0x1234_5678_0000_4000L + number, 0x8000_0000_0000_0000L + number * 31L);
    Dot dot = new Dot(writer, 1);
    VersionVector version = VersionVector.of(dot);
    TreeMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    answers.forEach((field, value) -> registers.put(field, Register.of(dot, value, version)));
    return new Submission(form.id(), form.version(), uuid, uuid, version, registers);
  }

  /// The same rows as a person types them: names above, no hidden cells.
  private Path typed(int file) throws IOException {
    Path path = folder.resolve("typed-" + file + ".xlsx");
    List<String> fields =
        form.main().fields().stream().filter(f -> !f.derived()).map(f -> f.name()).toList();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      BookWriter.write(
          out,
          null,
          book -> {
            SheetWriter sheet = book.sheet(form.id(), BookWriter.Visibility.VISIBLE);
            fields.forEach(_ -> sheet.column(12, CellStyle.TEXT, false));
            sheet.beginRow(0);
            for (int c = 0; c < fields.size(); c++) {
              sheet.text(0, c, fields.get(c));
            }
            for (int i = 0; i < rows; i++) {
              Map<String, String> answers = BenchForm.answers(file * rows + i);
              sheet.beginRow(i + 1);
              for (int c = 0; c < fields.size(); c++) {
                sheet.text(i + 1, c, answers.getOrDefault(fields.get(c), ""));
              }
            }
            sheet.finish();
          });
    }
    return path;
  }

  private Took merge(List<Path> paths, String name) throws Exception {
    try (Store store =
        Store.create(
            folder.resolve("store-" + name),
            "bench".toCharArray(),
            new WorkspaceSettings(Role.MASTER, "Bappeda", "bappeda"),
            Clock.systemUTC())) {
      store.addForm(form, BenchForm.source(), BenchForm.ID + ".md");
      Office office = new Office(store, "bench", "id", Clock.systemUTC());
      System.gc();
      Took start = Took.now();
      try (ImportSeries series = new ImportSeries(office, List::of, true)) {
        for (int i = 0; i < paths.size(); i++) {
          Path next = i + 1 < paths.size() ? paths.get(i + 1) : null;
          FileResult result = series.take(paths.get(i), next, Progress.SILENT);
          if (result.counts().of(Outcome.NEW) != rows) {
            throw new IllegalStateException("not all rows new: " + result);
          }
        }
      }
      return Took.since(start);
    }
  }

  private static Took read(List<Path> paths) throws IOException {
    Took start = Took.now();
    long cells = 0;
    for (Path path : paths) {
      try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile())) {
        for (Sheet sheet : workbook.getSheets().toList()) {
          try (Stream<Row> all = sheet.openStream()) {
            cells += all.mapToLong(row -> row.stream().filter(c -> c != null).count()).sum();
          }
        }
      }
    }
    if (cells == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return Took.since(start);
  }

  /// One table of 40 text columns, JDBC batches of 500, a commit each 2,000 rows, as durable as the
  /// store is set.
  private Took insert(String name, int howMany) throws SQLException {
    String url =
        "jdbc:h2:file:" + folder.resolve(name).toAbsolutePath() + ";CIPHER=AES;WRITE_DELAY=0";
    List<String> fields = form.main().fields().stream().map(f -> f.name()).toList();
    Took start = Took.now();
    try (Connection connection = DriverManager.getConnection(url, "sa", "0123456789abcdef sa")) {
      StringBuilder create = new StringBuilder("CREATE TABLE rt (uuid UUID PRIMARY KEY");
      StringBuilder insert = new StringBuilder("INSERT INTO rt VALUES (?");
      for (String field : fields) {
        create.append(", f_").append(field).append(" VARCHAR(1000)");
        insert.append(", ?");
      }
      connection.createStatement().execute(create.append(')').toString());
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(insert.append(')').toString())) {
        for (int number = 0; number < howMany * rows; number++) {
          Map<String, String> answers = BenchForm.answers(number);
          answers.putAll(BenchForm.derived(answers));
          statement.setObject(1, new UUID(number * 0x9E37_79B9_7F4A_7C15L, number));
          for (int i = 0; i < fields.size(); i++) {
            statement.setString(i + 2, answers.get(fields.get(i)));
          }
          statement.addBatch();
          if (number % 500 == 499) {
            statement.executeBatch();
          }
          if (number % 2000 == 1999) {
            connection.commit();
          }
        }
        statement.executeBatch();
        connection.commit();
      }
    }
    return Took.since(start);
  }

  private Took pandas(List<Path> paths) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3");
    command.add("src/bench/python/dedupe.py");
    command.add(sheetName(paths.getFirst()));
    paths.forEach(path -> command.add(path.toString()));
    Took start = Took.now();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String processor;
    try (BufferedReader out = process.inputReader()) {
      processor = out.readLine();
    }
    if (process.waitFor() != 0 || processor == null) {
      throw new IllegalStateException("the python yardstick failed; is python3-pandas there?");
    }
    return new Took(Took.since(start).wall(), Double.parseDouble(processor));
  }

  private static String sheetName(Path path) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile())) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (Stream<Row> all = sheet.openStream()) {
          if (all.count() > 2
              && !sheet.getName().startsWith("_")
              && !sheet.getName().equals("Petunjuk")
              && !sheet.getName().equals("Pilihan")) {
            return sheet.getName();
          }
        }
      }
    }
    throw new IllegalStateException("no sheet with rows");
  }

  /// The highest use of all heap pools since the JVM began.
  private static long peakHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes >> 20;
  }

  private void clean() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
