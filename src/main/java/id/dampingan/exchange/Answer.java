package id.dampingan.exchange;

import java.nio.file.Path;
import java.util.List;

/// What was written for one agency.
///
/// @param agency its code, or the empty text where only the sender's name is known
/// @param name as people call it
/// @param rows how many rows of its villages go along
/// @param mend how many of its rows go back to be mended
/// @param receipts of what it sent
/// @param message a text for a messenger
/// @param messageFile where the text stands
public record Answer(
    String agency,
    String name,
    Path file,
    int rows,
    int mend,
    List<Receipt> receipts,
    String message,
    Path messageFile) {
  public Answer {
    receipts = List.copyOf(receipts);
  }

  /// Whether it has sent nothing in this round, and is reminded.
  public boolean isReminder() {
    return receipts.isEmpty();
  }
}
