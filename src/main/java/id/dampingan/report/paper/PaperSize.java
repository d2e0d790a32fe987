package id.dampingan.report.paper;

import java.util.Locale;
import java.util.Optional;

/// The paper that Indonesian offices have: A4, and the longer F4 (folio).
public enum PaperSize {
  A4(210, 297),
  F4(215, 330);

  private final int width;
  private final int height;

  PaperSize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /// Of the upright page, in millimetres.
  public int width() {
    return width;
  }

  /// Of the upright page, in millimetres.
  public int height() {
    return height;
  }

  /// @param word such as `a4`, in any case
  public static Optional<PaperSize> of(String word) {
    for (PaperSize size : values()) {
      if (size.name().equals(word.toUpperCase(Locale.ROOT))) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }
}
