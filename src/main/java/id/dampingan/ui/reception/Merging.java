package id.dampingan.ui.reception;

import id.dampingan.exchange.Cancelled;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportSeries;
import id.dampingan.exchange.Progress;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The run through many files: progress by their size, and stopped between two of them or within
/// one, of which then nothing is kept.
final class Merging {
  private final Desk desk;
  private final Ui ui;
  private final Supplier<List<String>> passwords;
  private final BooleanSupplier remember;
  private final Consumer<ReceptionModel.Line> show;

  /// What waits, asked from the background.
  private final Queue<Path> queue = new ConcurrentLinkedQueue<>();

  // Of the run that is on, in bytes of the files and their number.
  private volatile long allBytes;
  private volatile int allFiles;
  private long bytes;
  private int files;

  private final ObjectProperty<Background.@Nullable Work<?>> work = new SimpleObjectProperty<>();

  /// @param passwords tried where a file is locked
  /// @param remember whether those that fit are kept
  /// @param show shows where a file stands, on the screen's thread
  Merging(
      Desk desk,
      Ui ui,
      Supplier<List<String>> passwords,
      BooleanSupplier remember,
      Consumer<ReceptionModel.Line> show) {
    this.desk = desk;
    this.ui = ui;
    this.passwords = passwords;
    this.remember = remember;
    this.show = show;
  }

  ReadOnlyObjectProperty<Background.@Nullable Work<?>> workProperty() {
    return work;
  }

  /// Takes these too; a run that is on does so after the others.
  void take(List<Path> more) {
    boolean running = work.get() != null;
    if (!running) {
      queue.clear();
      allBytes = 0;
      allFiles = 0;
    }
    for (Path file : more) {
      if (!queue.contains(file)) {
        allBytes += size(file);
        allFiles++;
        queue.add(file);
      }
    }
    if (!running && !queue.isEmpty()) {
      run();
    }
  }

  private void run() {
    bytes = 0;
    files = 0;
    Background.Work<Integer> running =
        ui.background()
            .runLong(reporter -> {
              try (ImportSeries series =
                  new ImportSeries(desk.office(ui.language()), passwords, true)
                      .remembering(remember)) {
                for (Path next = queue.poll(); next != null; next = queue.poll()) {
                  if (reporter.isCancelled()) {
                    break;
                  }
                  files++;
                  mergeOne(series, next, reporter);
                  bytes += size(next);
                }
              }
              return files;
            });
    running
        .onSuccess(_ -> desk.readVillages())
        .atLast(() -> {
          work.set(null);
          List<Path> late = List.copyOf(queue);
          queue.clear();
          if (!running.isCancelled() && !late.isEmpty()) {
            take(late); // dropped in the very moment of the end
          }
        });
    work.set(running);
    ui.status().watch(running);
    running.start();
  }

  private void mergeOne(ImportSeries series, Path file, Background.Reporter reporter) {
    show(new ReceptionModel.Line(file, ReceptionModel.State.RUNNING, null));
    Progress progress =
        new Progress() {
          @Override
          public void at(String what, long done, long total) {
            double within = total <= 0 ? 0 : (double) done / total;
            reporter.tell(
                (bytes + within * size(file)) / Math.max(1, allBytes),
                ui.get("reception.progress", files, Math.max(files, allFiles), file.getFileName()));
          }

          @Override
          public boolean isCancelled() {
            return reporter.isCancelled();
          }
        };
    progress.at("", 0, 1);
    try {
      FileResult result = series.take(file, queue.peek(), progress);
      show(
          new ReceptionModel.Line(
              file,
              result.kind() == FileResult.Kind.REFUSED
                  ? ReceptionModel.State.REFUSED
                  : ReceptionModel.State.DONE,
              result,
              Asking.open(desk.store(), result)));
    } catch (Cancelled e) {
      show(new ReceptionModel.Line(file, ReceptionModel.State.WAITING, null));
      throw (CancellationException) new CancellationException().initCause(e);
    } catch (RuntimeException e) {
      show(new ReceptionModel.Line(file, ReceptionModel.State.WAITING, null));
      throw e;
    }
  }

  private void show(ReceptionModel.Line line) {
    ui.background().show(() -> show.accept(line));
  }

  private static long size(Path file) {
    return Math.max(1, file.toFile().length());
  }
}
