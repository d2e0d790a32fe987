package id.dampingan.exchange;

import id.dampingan.foreign.Mapping;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes many files in, one after the other, each wholly or not at all: while one is written, the
/// next is already read.
///
/// The result is the same as if each were read in its turn: what was read ahead is read again if the
/// file before it changed anything that the reading asked for.
public final class ImportSeries implements AutoCloseable {
  private final Office office;
  private final Supplier<List<String>> passwords;
  private final boolean write;
  private final @Nullable Mapping mapping;
  private @Nullable Path expected;
  private @Nullable Ahead<IncomingFile> ahead;
  private volatile boolean closed;
  private BooleanSupplier remember = () -> false;

  /// @param passwords tried one after another if a file is encrypted; asked for at each file
  /// @param write false to say only what the files would do
  public ImportSeries(Office office, Supplier<List<String>> passwords, boolean write) {
    this(office, passwords, null, write);
  }

  /// Of another programme's tables.
  ///
  /// @param mapping how their columns are to be read, null: they are workbooks of ours
  public ImportSeries(
      Office office, Supplier<List<String>> passwords, @Nullable Mapping mapping, boolean write) {
    this.mapping = mapping;
    this.office = office;
    this.passwords = passwords;
    this.write = write;
  }

  /// Keeps passwords that were given and opened a file, for whoever sent it.
  ///
  /// @param remember asked at each file
  public ImportSeries remembering(BooleanSupplier remember) {
    this.remember = remember;
    return this;
  }

  /// Takes the file in.
  ///
  /// @param next the file that comes after it, if one is known
  /// @throws Cancelled if the person asked to stop; nothing of this file was kept then
  public FileResult take(Path file, @Nullable Path next, Progress progress) {
    IncomingFile ready = ready(file);
    if (next != null) {
      expected = next;
      ahead =
          Ahead.start(
              "reads ahead", () -> errand().open(next, () -> closed || progress.isCancelled()));
    }
    return errand().run(file, ready, progress, write);
  }

  private ImportErrand errand() {
    return new ImportErrand(office, passwords.get(), mapping).remembering(remember.getAsBoolean());
  }

  /// The file as it was read ahead, null if it must be read in its turn.
  private @Nullable IncomingFile ready(Path file) {
    Ahead<IncomingFile> reading = ahead;
    ahead = null;
    if (reading == null) {
      return null;
    }
    try {
      IncomingFile ready = reading.result();
      if (file.equals(expected) && ready.isStillTrue(office)) {
        return ready;
      }
      ready.close();
    } catch (WorkbookRefused | IOException | RuntimeException e) {
      // Its turn will tell.
    }
    return null;
  }

  @Override
  public void close() {
    closed = true;
    Ahead<IncomingFile> reading = ahead;
    ahead = null;
    try {
      if (reading != null) {
        reading.result().close();
      }
    } catch (WorkbookRefused | IOException | RuntimeException e) {
      // Nobody wants it any more.
    }
  }
}
