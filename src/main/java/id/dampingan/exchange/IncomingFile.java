package id.dampingan.exchange;

import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.MappedFile;
import id.dampingan.foreign.Mapping;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.programme.Pack;
import id.dampingan.sheet.SheetProblem;
import id.dampingan.sheet.WorkbookReader;
import id.dampingan.store.Store;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.CellFiles;
import id.dampingan.workbook.Keyring;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A file opened and read once: all that can be done of it before the file before it is written.
///
/// @param name the file's name without its folder
/// @param contents the package that the workbook came in
/// @param password that opened it, null: none was needed
/// @param brought forms that came with it and are not in the store yet
record IncomingFile(
    String name,
    IncomingPackage contents,
    List<IncomingPackage.BroughtForm> brought,
    WorkbookReader reader,
    KnownForms forms,
    FirstReading reading,
    @Nullable String password)
    implements AutoCloseable {

  /// Opens the file and reads it once; what refuses it as a whole is found, nothing is written.
  ///
  /// @throws Cancelled as soon as `stopped` says so
  ///
  /// @param mapping how its columns are to be read, null: it is a workbook of ours
  static IncomingFile open(
      Office office,
      Path path,
      @Nullable Mapping mapping,
      List<String> passwords,
      Room room,
      BooleanSupplier stopped)
      throws WorkbookRefused, IOException {
    IncomingPackage contents = IncomingPackage.open(path, new Seals(office.store()));
    try {
      return read(office, path, mapping, contents, passwords, room, stopped);
    } catch (WorkbookRefused | IOException | RuntimeException e) {
      contents.close();
      throw e;
    }
  }

  private static IncomingFile read(
      Office office,
      Path path,
      @Nullable Mapping mapping,
      IncomingPackage contents,
      List<String> passwords,
      Room room,
      BooleanSupplier stopped)
      throws WorkbookRefused, IOException {
    List<IncomingPackage.BroughtForm> brought = contents.forms(office.store());
    KnownForms forms =
        new KnownForms(
            office.store(), brought.stream().map(IncomingPackage.BroughtForm::form).toList());
    Keyring keys =
        new FilePasswords(office)
            .keyring(path, mapping == null ? contents.workbook() : contents.plain(), passwords);
    WorkbookReader reader =
        mapping == null
            ? ours(office, contents.workbook(), keys, forms)
            : mapped(office, path, ForeignBook.open(contents.plain(), keys), mapping, forms);
    return read(office, path, contents, brought, forms, reader, keys.fitting(), room, stopped);
  }

  private static IncomingFile read(
      Office office,
      Path path,
      IncomingPackage contents,
      List<IncomingPackage.BroughtForm> brought,
      KnownForms forms,
      WorkbookReader reader,
      @Nullable String fitting,
      Room room,
      BooleanSupplier stopped)
      throws WorkbookRefused {
    try {
      FirstReading reading =
          new FirstReading(
              reader, office.store(), forms, readingLists(office.rules(), forms), room);
      reading.read(stopped);
      return new IncomingFile(
          String.valueOf(path.getFileName()), contents, brought, reader, forms, reading, fitting);
    } catch (WorkbookRefused | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /// The first rows of another programme's table, which are held in memory already.
  static IncomingFile beginning(Office office, Path path, ForeignBook book, Mapping mapping)
      throws WorkbookRefused {
    KnownForms forms = new KnownForms(office.store());
    WorkbookReader reader = mapped(office, path, book.head(), mapping, forms);
    return read(
        office,
        path,
        IncomingPackage.unopened(path),
        List.of(),
        forms,
        reader,
        null,
        Room.usual(),
        () -> false);
  }

  private static WorkbookReader ours(Office office, Path workbook, Keyring keys, KnownForms forms)
      throws WorkbookRefused {
    WorkbookReader reader;
    try {
      reader =
          WorkbookReader.open(
              String.valueOf(workbook.getFileName()),
              CellFiles.open(workbook, keys),
              Pack.PROGRAMME,
              forms,
              office.store().lists(),
              List.of());
    } catch (WorkbookRefused refused) {
      throw strangers(office, workbook, keys).instead(refused);
    }
    try {
      strangers(office, workbook, keys).check(reader.familiarity());
      return reader;
    } catch (WorkbookRefused | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /// What opened the file once opens it again; an old workbook may not have been tried yet.
  private static ForeignTables strangers(Office office, Path workbook, Keyring keys) {
    String fitting = keys.fitting();
    return new ForeignTables(
        office, workbook, fitting == null ? keys : new Keyring(List.of(fitting), true));
  }

  private static WorkbookReader mapped(
      Office office, Path path, ForeignBook book, Mapping mapping, KnownForms forms)
      throws WorkbookRefused {
    MappedFile file;
    try {
      Form form =
          forms.newest().stream()
              .filter(each -> each.id().equals(mapping.form()))
              .findFirst()
              .orElseThrow(() ->
                  new WorkbookRefused(
                      Problem.of(
                          ProblemCode.UNKNOWN_FORM,
                          Map.of("form", mapping.form(), "value", mapping.form()))));
      file = MappedFile.of(book, mapping, form);
    } catch (WorkbookRefused | RuntimeException e) {
      book.close();
      throw e;
    }
    List<SheetProblem> left = new ArrayList<>();
    file.unmapped()
        .forEach((sheet, columns) ->
            left.add(
                new SheetProblem(
                    sheet,
                    "",
                    0,
                    "",
                    Problem.of(
                        ProblemCode.COLUMNS_UNMAPPED,
                        Map.of(
                            "sheet",
                            sheet,
                            "columns",
                            String.join(", ", columns),
                            "count",
                            Integer.toString(columns.size()))),
                    Map.of())));
    return WorkbookReader.open(
        String.valueOf(path.getFileName()),
        file,
        Pack.PROGRAMME,
        forms,
        office.store().lists(),
        left);
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
