package id.dampingan.exchange;

import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.Mapping;
import id.dampingan.submission.Problem;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Takes one workbook, package or .csv in: reads, judges what a hand touched, plans, and writes it
/// as one batch, wholly or not at all.
public final class ImportErrand {
  private final Office office;
  private final List<String> passwords;
  private final Room room;
  private boolean remember;
  private boolean guarded = true;

  /// How the files' columns are to be read, null: they are workbooks of ours.
  private final @Nullable Mapping mapping;

  /// @param passwords tried one after another if a file is encrypted
  public ImportErrand(Office office, List<String> passwords) {
    this(office, passwords, Room.usual(), null);
  }

  /// Of another programme's tables.
  ///
  /// @param mapping how their columns are to be read, null: they are workbooks of ours
  public ImportErrand(Office office, List<String> passwords, @Nullable Mapping mapping) {
    this(office, passwords, Room.usual(), mapping);
  }

  ImportErrand(Office office, List<String> passwords, Room room) {
    this(office, passwords, room, null);
  }

  private ImportErrand(
      Office office, List<String> passwords, Room room, @Nullable Mapping mapping) {
    this.office = office;
    this.passwords = List.copyOf(passwords);
    this.room = room;
    this.mapping = mapping;
  }

  /// Keeps a password that was given and opened a file, for whoever sent it.
  public ImportErrand remembering(boolean remember) {
    this.remember = remember;
    return this;
  }

  /// Takes rows as they stand that somebody was asked about.
  ImportErrand withoutGuards() {
    this.guarded = false;
    return this;
  }

  /// Says what the file would do; writes nothing.
  public FileResult preview(Path file, Progress progress) {
    return run(file, null, progress, false);
  }

  /// Says what the first rows of another programme's table would do; writes nothing.
  ///
  /// @param book what was read of the file; it stays as it is
  public FileResult glance(Path path, ForeignBook book, Mapping columns) {
    try (IncomingFile file = IncomingFile.beginning(office, path, book, columns)) {
      return new ImportRun(office, file, Progress.SILENT, false, guarded).run();
    } catch (WorkbookRefused refused) {
      return refused(path, refused.problem());
    } catch (IOException e) {
      return refused(path, IncomingPackage.unreadable(path, e));
    }
  }

  /// Takes the file in.
  ///
  /// @throws Cancelled if the person asked to stop; nothing was kept then
  public FileResult merge(Path file, Progress progress) {
    return run(file, null, progress, true);
  }

  /// @param ready the file as it was read before its turn, null: it is opened now
  FileResult run(Path path, @Nullable IncomingFile ready, Progress progress, boolean write) {
    progress.at(String.valueOf(path.getFileName()), 0, 0);
    try (IncomingFile file = ready != null ? ready : open(path, progress::isCancelled)) {
      ImportRun run = new ImportRun(office, file, progress, write, guarded);
      FileResult result = run.run();
      String password = file.password();
      if (write && password != null) {
        new FilePasswords(office).opened(password, run.sender(), remember);
      }
      Path held = file.contents().held();
      return held == null ? result : result.with(run(held, null, progress, write));
    } catch (WorkbookRefused refused) {
      return refused(path, refused.problem());
    } catch (IOException e) {
      return refused(path, IncomingPackage.unreadable(path, e));
    }
  }

  /// Opens the file and reads it once.
  IncomingFile open(Path path, BooleanSupplier stopped) throws WorkbookRefused, IOException {
    return IncomingFile.open(office, path, mapping, passwords, room, stopped);
  }

  private static FileResult refused(Path path, Problem problem) {
    return new FileResult(
        String.valueOf(path.getFileName()),
        IncomingPackage.sha256OrNone(path),
        "",
        null,
        FileResult.Kind.REFUSED,
        problem,
        new Counts(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
