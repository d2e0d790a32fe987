package id.dampingan.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A workbook that left this workspace, and what is known of its arrival.
///
/// @param workbook its id
/// @param addressee the code of the agency that it was written for, or the empty text
/// @param key what a receipt's code is made with
/// @param packageId of the package that it is a part of, or the empty text
/// @param part from 1
/// @param receivedAt when it was received, null: nobody said so yet
/// @param receivedBy who says so, empty after a typed code
/// @param held how many of its rows waited there
/// @param rowsMissing whether fewer rows arrived than were sent
/// @param photosMissing whether photos did not arrive
public record SentWorkbook(
    String workbook,
    Instant at,
    String fileName,
    String addressee,
    String key,
    int rows,
    int photos,
    String packageId,
    int part,
    int parts,
    @Nullable Instant receivedAt,
    String receivedBy,
    int held,
    boolean rowsMissing,
    boolean photosMissing) {
  /// A workbook that leaves now.
  public static SentWorkbook leaving(
      String workbook,
      Instant at,
      String fileName,
      String addressee,
      String key,
      int rows,
      int photos) {
    return new SentWorkbook(
        workbook, at, fileName, addressee, key, rows, photos, "", 1, 1, null, "", 0, false, false);
  }

  /// The same as a part of a package.
  public SentWorkbook inPart(String id, int number, int of) {
    return new SentWorkbook(
        workbook,
        at,
        fileName,
        addressee,
        key,
        rows,
        photos,
        id,
        number,
        of,
        receivedAt,
        receivedBy,
        held,
        rowsMissing,
        photosMissing);
  }

  /// The same with what a receipt says.
  public SentWorkbook acknowledged(
      Instant when, String by, int waiting, boolean lacksRows, boolean lacksPhotos) {
    return new SentWorkbook(
        workbook,
        at,
        fileName,
        addressee,
        key,
        rows,
        photos,
        packageId,
        part,
        parts,
        when,
        by,
        waiting,
        lacksRows,
        lacksPhotos);
  }

  /// Whether all of its rows arrived.
  public boolean isReceived() {
    return receivedAt != null && !rowsMissing;
  }
}
