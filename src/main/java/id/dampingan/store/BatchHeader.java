package id.dampingan.store;

/// What is known of an act before it begins.
///
/// @param kind what it is
/// @param user who does it here
/// @param fileName the file's name, or the empty text
/// @param sha256 the file's hash in hexadecimal, or the empty text
/// @param sender who sent the file, or the empty text
/// @param senderWriter the sender's writer, or the empty text
/// @param workbookId from the workbook, or the empty text
/// @param undoes the batch that an undo or a withdrawal takes back, else 0
public record BatchHeader(
    BatchKind kind,
    String user,
    String fileName,
    String sha256,
    String sender,
    String senderWriter,
    String workbookId,
    long undoes) {
  /// An edit made here.
  public static BatchHeader edit(String user) {
    return new BatchHeader(BatchKind.EDIT, user, "", "", "", "", "", 0);
  }

  /// A file taken in.
  public static BatchHeader ofImport(
      String user,
      String fileName,
      String sha256,
      String sender,
      String senderWriter,
      String workbookId) {
    return new BatchHeader(
        BatchKind.IMPORT, user, fileName, sha256, sender, senderWriter, workbookId, 0);
  }

  /// An undo made as an edit (MERGE 6a).
  public static BatchHeader undo(String user, long batch) {
    return new BatchHeader(BatchKind.UNDO, user, "", "", "", "", "", batch);
  }

  /// A withdrawal of an import (MERGE 6b).
  public static BatchHeader withdraw(String user, long batch) {
    return new BatchHeader(BatchKind.WITHDRAW, user, "", "", "", "", "", batch);
  }
}
