package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// The encryption that Excel itself opens ("agile", AES), by a password.
final class Encryption {
  private Encryption() {}

  /// Decrypts in memory: the plain workbook never stands on the disk.
  static byte[] open(Path file, Keyring keys) throws IOException, WorkbookRefused {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (!container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
        // An .xls of Excel 2003, or a Word document.
        throw refused(ProblemCode.NOT_A_WORKBOOK, file);
      }
      EncryptionInfo info = new EncryptionInfo(container);
      Decryptor decryptor = Decryptor.getInstance(info);
      for (String password : keys.passwords()) {
        if (decryptor.verifyPassword(password)) {
          keys.fits(password);
          return content(decryptor, container);
        }
      }
      if (decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        return content(decryptor, container);
      }
      throw refused(
          keys.isAsked() ? ProblemCode.PASSWORD_WRONG : ProblemCode.PASSWORD_MISSING, file);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new WorkbookRefused(
          Problem.of(ProblemCode.WORKBOOK_DAMAGED, Map.of("value", name(file))), e);
    }
  }

  private static byte[] content(Decryptor decryptor, POIFSFileSystem container)
      throws IOException, GeneralSecurityException {
    try (InputStream in = decryptor.getDataStream(container)) {
      return in.readAllBytes();
    }
  }

  /// Encrypts what `content` writes.
  static void seal(OutputStream out, String password, Content content) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream plain = encryptor.getDataStream(container)) {
        content.write(plain);
      }
      container.writeFilesystem(out);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot encrypt: " + e.getMessage(), e);
    }
  }

  private static WorkbookRefused refused(ProblemCode code, Path file) {
    return new WorkbookRefused(Problem.of(code, Map.of("value", name(file))));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// Writes the plain file.
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
