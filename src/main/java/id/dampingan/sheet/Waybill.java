package id.dampingan.sheet;

import java.util.List;

/// What a workbook says of its own way and of others' arrival.
///
/// @param key what the code of its receipt is made with, known to whoever opened it; empty: none
/// @param rows how many rows it has
/// @param photos how many photos went along in its package
/// @param packageId of the package that it is a part of, or the empty text
/// @param part from 1
/// @param parts how many parts the package has
/// @param signer the public key that its sender signs receipts with, or the empty text
/// @param recipient a signed text with the public key that packages for its sender are sealed to, or
///     the empty text
/// @param receipts signed texts that say what arrived at its sender
public record Waybill(
    String key,
    int rows,
    int photos,
    String packageId,
    int part,
    int parts,
    String signer,
    String recipient,
    List<String> receipts) {
  /// Of a workbook that says nothing of it.
  public static final Waybill NONE = new Waybill("", 0, 0, "", 1, 1, "", "", List.of());

  public Waybill {
    receipts = List.copyOf(receipts);
  }
}
