package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A file as it came: a workbook alone, or a `.zip` package with workbook, `forms/` and `media/`
/// (DESIGN 7).
final class IncomingPackage implements AutoCloseable {
  /// The folder of a workbook with rows that go back to be mended.
  static final String HELD = "perbaiki/";

  /// No photo or form is larger, unpacked.
  private static final long MOST_BYTES = 64L << 20;

  /// No workbook in a package is larger; what it unpacks to is watched by its reader.
  private static final long MOST_WORKBOOK_BYTES = 1L << 30;

  private final Path workbook;
  private final String sha256;
  private final Path plain;
  private final @Nullable ZipFile zip;
  private final @Nullable Path unpacked;

  private IncomingPackage(
      Path workbook, Path plain, String sha256, @Nullable ZipFile zip, @Nullable Path unpacked) {
    this.workbook = workbook;
    this.plain = plain;
    this.sha256 = sha256;
    this.zip = zip;
    this.unpacked = unpacked;
  }

  /// Opens the file; a sealed one, and a workbook inside a package, is unpacked to a temporary
  /// folder.
  ///
  /// @throws IOException if it cannot be read
  /// @throws WorkbookRefused if it is sealed and does not open here
  static IncomingPackage open(Path file, Seals seals) throws IOException, WorkbookRefused {
    String sha256 = sha256(file);
    boolean sealed = Envelope.isSealed(file);
    Path folder = sealed ? Files.createTempDirectory("dampingan") : null;
    Path plain = folder == null ? file : folder.resolve("segel").resolve(name(file));
    ZipFile zip = null;
    try {
      if (folder != null) {
        Files.createDirectory(folder.resolve("segel"));
        Envelope.open(file, seals.key(), plain);
      }
      zip = packageAt(plain);
      if (zip == null) {
        return new IncomingPackage(plain, plain, sha256, null, folder);
      }
      ZipEntry entry = workbookIn(zip);
      folder = folder == null ? Files.createTempDirectory("dampingan") : folder;
      Path inside = Files.createDirectory(folder.resolve("isi"));
      Path workbook = inside.resolve(lastPart(entry.getName()));
      try (InputStream in = zip.getInputStream(entry)) {
        copy(in, workbook);
      }
      return new IncomingPackage(workbook, plain, sha256, zip, folder);
    } catch (IOException | WorkbookRefused | RuntimeException e) {
      if (zip != null) {
        zip.close();
      }
      delete(folder);
      throw e;
    }
  }

  /// A file of which something was read elsewhere: nothing is opened.
  static IncomingPackage unopened(Path file) {
    return new IncomingPackage(file, file, "", null, null);
  }

  private static String name(Path sealed) {
    String inner = Envelope.inner(sealed);
    return inner.isBlank() ? "berkas" : inner;
  }

  private static void copy(InputStream in, Path to) throws IOException {
    try (var out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[1 << 16];
      long written = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        written += n;
        if (written > MOST_WORKBOOK_BYTES) {
          throw new ZipException("the workbook in the package is too large");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  /// The file as a package, or null if it is none: an .xlsx is a zip, too, but has no workbook
  /// inside.
  private static @Nullable ZipFile packageAt(Path file) throws IOException {
    byte[] head = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      if (in.readNBytes(head, 0, 4) < 4 || head[0] != 'P' || head[1] != 'K') {
        return null;
      }
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException damaged) {
      // The workbook's reader says what is wrong with it.
      return null;
    }
    if (zip.getEntry("[Content_Types].xml") != null || find(zip) == null) {
      zip.close();
      return null;
    }
    return zip;
  }

  private static ZipEntry workbookIn(ZipFile zip) throws IOException {
    ZipEntry entry = find(zip);
    if (entry == null) {
      throw new ZipException("no workbook in the package");
    }
    return entry;
  }

  private static @Nullable ZipEntry find(ZipFile zip) {
    try (Stream<? extends ZipEntry> entries = zip.stream()) {
      return entries
          .filter(entry -> !entry.isDirectory())
          .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".xlsx"))
          .filter(entry -> !entry.getName().startsWith("forms/"))
          .filter(entry -> !entry.getName().startsWith("media/"))
          .filter(entry -> !entry.getName().startsWith(HELD))
          .findFirst()
          .orElse(null);
    }
  }

  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /// Unpacks the workbook of rows that go back to be mended; null: there is none.
  @Nullable Path held() throws IOException {
    Path folder = unpacked;
    if (folder == null || zip == null) {
      return null;
    }
    for (ZipEntry entry : entries(HELD)) {
      String name = lastPart(entry.getName());
      if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
        Path held = Files.createDirectories(folder.resolve("held")).resolve(name);
        try (InputStream in = zip.getInputStream(entry)) {
          copy(in, held);
        }
        return held;
      }
    }
    return null;
  }

  Path workbook() {
    return workbook;
  }

  /// The file without its seal.
  Path plain() {
    return plain;
  }

  /// Of the file as it came, lower-case hexadecimal.
  String sha256() {
    return sha256;
  }

  /// A form with the file that it was read from.
  record BroughtForm(Form form, byte[] source, String name) {}

  /// The forms that the package brings and the store has not; only an officer takes forms, from the
  /// master or from a colleague who had them from there. Nothing is written yet.
  ///
  /// @throws IOException if a form cannot be read, or must not be added
  List<BroughtForm> forms(Store store) throws IOException {
    List<BroughtForm> forms = new ArrayList<>();
    if (zip == null || store.workspace().role() == Role.MASTER) {
      return forms;
    }
    for (ZipEntry entry : entries("forms/")) {
      byte[] source = bytes(entry);
      String name = lastPart(entry.getName());
      try {
        Form form = XlsForms.read(name, source);
        if (store.form(form.id(), form.version()).isEmpty()) {
          store.checkForm(form, source);
          forms.add(new BroughtForm(form, source, name));
        }
      } catch (FormException e) {
        throw new IOException("form " + name + ": " + e.getMessage(), e);
      }
    }
    return forms;
  }

  /// The forms in a package, by id their version; a file that is none, or a form that cannot be
  /// read, has none.
  static Map<String, String> forms(Path file, Seals seals) {
    Map<String, String> forms = new HashMap<>();
    try (IncomingPackage incoming = open(file, seals)) {
      for (ZipEntry entry : incoming.entries("forms/")) {
        Form form = XlsForms.read(lastPart(entry.getName()), incoming.bytes(entry));
        forms.put(form.id(), form.version());
      }
    } catch (IOException | FormException | WorkbookRefused e) {
      return Map.of(); // the import says what is wrong with it
    }
    return forms;
  }

  /// Keeps the photos and files that the package brings.
  void takeMedia(Store store) throws IOException {
    if (zip == null) {
      return;
    }
    for (ZipEntry entry : entries("media/")) {
      String name = lastPart(entry.getName());
      int dot = name.lastIndexOf('.');
      if (!store.media().has(name)) {
        store.media().keep(bytes(entry), dot < 0 ? "" : name.substring(dot + 1));
      }
    }
  }

  /// How many photos and files it brings.
  int photos() {
    int photos = 0;
    for (ZipEntry _ : entries("media/")) {
      photos++;
    }
    return photos;
  }

  private Iterable<ZipEntry> entries(String folder) {
    ZipFile file = zip;
    if (file == null) {
      return List.of();
    }
    Enumeration<? extends ZipEntry> all = file.entries();
    return () ->
        java.util.Collections.list(all).stream()
            .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
            .map(ZipEntry.class::cast)
            .sorted(Comparator.comparing(ZipEntry::getName))
            .iterator();
  }

  private byte[] bytes(ZipEntry entry) throws IOException {
    ZipFile file = zip;
    if (file == null) {
      return new byte[0];
    }
    try (InputStream in = file.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ZipException(entry.getName() + " is too large");
      }
      return bytes;
    }
  }

  /// Why a file cannot be opened at all.
  static Problem unreadable(Path file, IOException e) {
    ProblemCode code = ProblemCode.WORKBOOK_DAMAGED;
    if (e instanceof NoSuchFileException) {
      code = ProblemCode.FILE_MISSING;
    } else if (Files.isDirectory(file)) {
      code = ProblemCode.NOT_A_WORKBOOK;
    }
    return Problem.of(
        code, Map.of("value", file.toString(), "detail", String.valueOf(e.getMessage())));
  }

  /// The file's SHA-256, or the empty text if it cannot be read.
  static String sha256OrNone(Path file) {
    try {
      return sha256(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
    delete(unpacked);
  }

  private static void delete(@Nullable Path folder) throws IOException {
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .sorted(Comparator.reverseOrder())
            .forEach(path -> {
              try {
                Files.delete(path);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    }
  }
}
