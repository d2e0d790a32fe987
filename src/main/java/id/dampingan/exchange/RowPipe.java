package id.dampingan.exchange;

import id.dampingan.sheet.WorkbookReader;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Rows that another thread reads while this one works on those before them; few wait between.
final class RowPipe {
  private static final int PIECE = 250;
  private static final int MOST_PIECES = 2;
  private static final List<FirstReading.Read> END = List.of();

  private final BlockingQueue<List<FirstReading.Read>> pieces =
      new ArrayBlockingQueue<>(MOST_PIECES);
  private volatile boolean stopped;

  /// The piece that is being read.
  private List<FirstReading.Read> piece = new ArrayList<>(PIECE);

  private RowPipe() {}

  /// Gives every row of the workbook to the visitor, on this thread.
  static void carry(WorkbookReader reader, FirstReading.Visitor visitor)
      throws WorkbookRefused, IOException {
    RowPipe pipe = new RowPipe();
    Ahead<Boolean> reading = Ahead.start("reads rows", () -> pipe.fill(reader));
    try {
      for (List<FirstReading.Read> next = pipe.next(); next != END; next = pipe.next()) {
        next.forEach(read -> visitor.row(read.row(), read.hidden()));
      }
      reading.result();
    } catch (RuntimeException | Error e) {
      pipe.stopped = true;
      reading.result();
      throw e;
    }
  }

  private List<FirstReading.Read> next() {
    try {
      return pieces.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  /// @return whether all rows were wanted
  private boolean fill(WorkbookReader reader) throws WorkbookRefused {
    try {
      reader.rows((row, hidden) -> {
        if (stopped) {
          throw new Cancelled();
        }
        piece.add(new FirstReading.Read(row, hidden));
        if (piece.size() == PIECE) {
          put(piece);
          piece = new ArrayList<>(PIECE);
        }
      });
      if (!piece.isEmpty()) {
        put(piece);
      }
      return true;
    } catch (Cancelled e) {
      return false;
    } finally {
      put(END);
    }
  }

  private void put(List<FirstReading.Read> full) {
    try {
      while (!stopped && !pieces.offer(full, 50, TimeUnit.MILLISECONDS)) {
        // The rows before these are still being taken.
      }
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }
}
