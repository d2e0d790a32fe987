package id.dampingan.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A workbook that was taken in here, with what a receipt says of it.
///
/// @param workbook its id
/// @param batch that took it, 0: all of it was there already
/// @param agency the sender's agency's code, or the empty text
/// @param key what the receipt's code is made with; empty: its sender can read none
/// @param rows how many it announced
/// @param photos how many it announced
/// @param packageId of the package that it is a part of, or the empty text
/// @param answeredAt when a receipt was last written, null: never
public record ReceivedWorkbook(
    String workbook,
    Instant at,
    long batch,
    String fileName,
    String sender,
    String agency,
    String senderWriter,
    String key,
    int rows,
    int rowsRead,
    int rowsHeld,
    int photos,
    int photosRead,
    String packageId,
    int part,
    int parts,
    @Nullable Instant answeredAt) {
  /// Whether it says the same of the workbook, whenever it did.
  boolean saysTheSameAs(ReceivedWorkbook other) {
    return at(other.at, other.answeredAt).equals(other);
  }

  /// The same as this batch took it.
  ReceivedWorkbook inBatch(long of) {
    return new ReceivedWorkbook(
        workbook,
        at,
        of,
        fileName,
        sender,
        agency,
        senderWriter,
        key,
        rows,
        rowsRead,
        rowsHeld,
        photos,
        photosRead,
        packageId,
        part,
        parts,
        answeredAt);
  }

  private ReceivedWorkbook at(Instant when, @Nullable Instant answered) {
    return new ReceivedWorkbook(
        workbook,
        when,
        batch,
        fileName,
        sender,
        agency,
        senderWriter,
        key,
        rows,
        rowsRead,
        rowsHeld,
        photos,
        photosRead,
        packageId,
        part,
        parts,
        answered);
  }
}
