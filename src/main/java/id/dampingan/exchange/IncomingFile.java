package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.programme.Pack;
import id.dampingan.sheet.WorkbookReader;
import id.dampingan.store.Store;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A file opened and read once: all that can be done of it before the file before it is written.
///
/// @param name the file's name without its folder
/// @param contents the package that the workbook came in
/// @param brought forms that came with it and are not in the store yet
record IncomingFile(
    String name,
    IncomingPackage contents,
    List<IncomingPackage.BroughtForm> brought,
    WorkbookReader reader,
    KnownForms forms,
    FirstReading reading)
    implements AutoCloseable {

  /// Opens the file and reads it once; what refuses it as a whole is found, nothing is written.
  ///
  /// @throws Cancelled as soon as `stopped` says so
  static IncomingFile open(
      Office office, Path path, List<String> passwords, Room room, BooleanSupplier stopped)
      throws WorkbookRefused, IOException {
    IncomingPackage contents = IncomingPackage.open(path);
    try {
      return read(office, path, contents, passwords, room, stopped);
    } catch (WorkbookRefused | IOException | RuntimeException e) {
      contents.close();
      throw e;
    }
  }

  private static IncomingFile read(
      Office office,
      Path path,
      IncomingPackage contents,
      List<String> passwords,
      Room room,
      BooleanSupplier stopped)
      throws WorkbookRefused, IOException {
    List<IncomingPackage.BroughtForm> brought = contents.forms(office.store());
    KnownForms forms =
        new KnownForms(
            office.store(), brought.stream().map(IncomingPackage.BroughtForm::form).toList());
    WorkbookReader reader =
        WorkbookReader.open(
            contents.workbook(), Pack.PROGRAMME, passwords, forms, office.store().lists());
    try {
      FirstReading reading =
          new FirstReading(
              reader, office.store(), forms, readingLists(office.rules(), forms), room);
      reading.read(stopped);
      return new IncomingFile(
          String.valueOf(path.getFileName()), contents, brought, reader, forms, reading);
    } catch (WorkbookRefused | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /// The ids of forms whose calculations read lists of other records.
  private static Set<String> readingLists(Rulebook rules, KnownForms forms) {
    Set<String> ids = new HashSet<>();
    for (Form form : forms.newest()) {
      if (!rules.listsRead(form).isEmpty()) {
        ids.add(form.id());
      }
    }
    return ids;
  }

  /// Whether reading it now would give the same: the forms are the same, and the lists say the same
  /// of every choice that was looked up.
  boolean isStillTrue(Office office) {
    return forms.isStillTrue() && reader.isStillTrue(office.store().lists());
  }

  /// Keeps what came beside the workbook: forms first, for its rows need them.
  ///
  /// @throws IOException if a form must not be added, or a photo cannot be read
  void keepContents(Store store) throws IOException {
    for (IncomingPackage.BroughtForm each : brought) {
      try {
        store.addForm(each.form(), each.source(), each.name());
      } catch (FormException e) {
        throw new IOException("form " + each.name() + ": " + e.getMessage(), e);
      }
    }
    contents.takeMedia(store);
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } finally {
      contents.close();
    }
  }
}
