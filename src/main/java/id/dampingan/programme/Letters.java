package id.dampingan.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The pack's papers and letters, as templates that Bappeda can change: a file of the same name in
/// the workspace's folder `kertas` is used instead of the pack's.
public final class Letters {
  /// Below the workspace's folder.
  public static final String FOLDER = "kertas";

  /// All files that can be changed.
  public static final List<String> NAMES =
      List.of(
          "kertas.css",
          "halaman.html",
          "kop.html",
          "blangko.html",
          "isian.html",
          "daftar.html",
          "prelist.html",
          "kunjungan.html",
          "hadir.html",
          "musdes.html",
          "profil.html",
          "tanggapan.html",
          "serahterima.html");

  private final Path own;

  /// @param workspace the workspace's folder
  public Letters(Path workspace) {
    this.own = workspace.resolve(FOLDER);
  }

  /// The template's text, the workspace's own before the pack's.
  ///
  /// @param name one of [#NAMES]
  public String text(String name) {
    try {
      Path changed = own.resolve(name);
      return Files.exists(changed) ? Files.readString(changed) : packed(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the pack's templates into a folder, to be changed there; files that are there stay.
  public static void copy(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.writeString(file, packed(name));
      }
    }
  }

  private static String packed(String name) throws IOException {
    try (InputStream in = Letters.class.getResourceAsStream("papers/" + name)) {
      if (in == null) {
        throw new IOException("missing in the programme pack: papers/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
