package id.dampingan.exchange;

import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.AtomicFile;
import id.dampingan.workbook.WorkbookRefused;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file sealed to one public key, in the age format (age-encryption.org/v1): any age program opens
/// it with the key.
///
/// Beside age's own stanza stands one that says whom the file is for, so that everybody else can say
/// who opens it. The file is known by its first bytes, whatever it is called.
final class Envelope {
  /// How the name of a sealed file ends.
  static final String SUFFIX = ".dampingan";

  private static final byte[] MAGIC = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

  /// The type of the stanza that names the addressee; its argument is the public key.
  private static final String FOR = "dampingan-untuk";

  /// A header has two short stanzas; what is longer is none of ours.
  private static final int MOST_HEADER = 16 << 10;

  /// age encrypts pieces of this size.
  private static final int PIECE = 64 << 10;

  private Envelope() {}

  /// Whether the name asks for a sealed file.
  static boolean isNamed(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  /// The name without the ending that says that it is sealed.
  static String inner(Path file) {
    String name = String.valueOf(file.getFileName());
    return isNamed(file) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /// Whether the file's first bytes are those of a sealed file.
  static boolean isSealed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /// The content as it is, or sealed.
  ///
  /// @param addressee null: it is not sealed
  static AtomicFile.Content around(@Nullable Addressee addressee, AtomicFile.Content content) {
    return addressee == null ? content : out -> seal(out, addressee, content);
  }

  /// Seals what the content writes; memory holds one piece at a time.
  static void seal(OutputStream out, Addressee addressee, AtomicFile.Content content)
      throws IOException {
    try (OutputStream plain =
        new BufferedOutputStream(
            Channels.newOutputStream(
                new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                        Channels.newChannel(staysOpen(out)),
                        List.of(
                            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
                                addressee.key()),
                            told(addressee)))),
            PIECE)) {
      content.to(plain);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key " + addressee.id() + " is none: " + e.getMessage(), e);
    }
  }

  /// Seals something short.
  static byte[] seal(byte[] content, Addressee addressee) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    seal(sealed, addressee, out -> out.write(content));
    return sealed.toByteArray();
  }

  /// Opens something short that was sealed to this key.
  ///
  /// @throws WorkbookRefused if it was not, or one of its bytes was changed
  static byte[] open(byte[] sealed, OwnKey own) throws WorkbookRefused {
    Plain content =
        new Plain(Path.of("keys.json"), Channels.newChannel(new ByteArrayInputStream(sealed)), own);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (content.read(piece)) {
      plain.write(piece.array(), 0, piece.position());
    }
    return plain.toByteArray();
  }

  /// Its owner closes it.
  private static OutputStream staysOpen(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }

  private static RecipientStanzaWriter told(Addressee addressee) {
    RecipientStanza stanza =
        new RecipientStanza() {
          @Override
          public String getType() {
            return FOR;
          }

          @Override
          public List<String> getArguments() {
            return List.of(addressee.key());
          }

          @Override
          public byte[] getBody() {
            return addressee.name().getBytes(StandardCharsets.UTF_8);
          }
        };
    return _ -> List.of(stanza);
  }

  /// Opens a sealed file wholly before anything of it is looked at.
  ///
  /// @param own the key pair of this workspace
  /// @param plain where its content goes
  /// @throws WorkbookRefused if it is for somebody else, or one of its bytes was changed
  static void open(Path sealed, Optional<OwnKey> own, Path plain)
      throws IOException, WorkbookRefused {
    Addressee told = addressee(sealed);
    if (own.isEmpty() || (told != null && !told.key().equals(own.get().publicKey()))) {
      throw told == null ? damaged(sealed, null) : forAnother(sealed, told);
    }
    try (ReadableByteChannel bytes = Files.newByteChannel(sealed);
        OutputStream out = Files.newOutputStream(plain)) {
      Plain content = new Plain(sealed, bytes, own.get());
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      while (content.read(piece)) {
        out.write(piece.array(), 0, piece.position());
      }
    } catch (IOException | WorkbookRefused e) {
      Files.deleteIfExists(plain);
      throw e;
    }
  }

  /// What a sealed file says, piece by piece; whatever is wrong with it is a refusal.
  private static final class Plain {
    private final Path sealed;
    private final ReadableByteChannel channel;

    Plain(Path sealed, ReadableByteChannel bytes, OwnKey own) throws WorkbookRefused {
      this.sealed = sealed;
      try {
        channel =
            new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                    bytes,
                    List.of(
                        X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                            own.identity())));
      } catch (GeneralSecurityException | IOException | RuntimeException e) {
        throw damaged(sealed, e);
      }
    }

    /// The next piece; false: there is none.
    boolean read(ByteBuffer piece) throws WorkbookRefused {
      try {
        return channel.read(piece.clear()) >= 0;
      } catch (IOException | RuntimeException e) {
        throw damaged(sealed, e);
      }
    }
  }

  /// Whom the file says it is for; only who opens it can be sure. Null: it does not say.
  static @Nullable Addressee addressee(Path sealed) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(sealed)) {
      head = in.readNBytes(MOST_HEADER);
    }
    String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\n", -1);
    for (int i = 1; i < lines.length && !lines[i].startsWith("---"); i++) {
      if (lines[i].startsWith("-> " + FOR + " ")) {
        String key = lines[i].substring(FOR.length() + 4);
        StringBuilder body = new StringBuilder();
        do {
          i++;
          body.append(i < lines.length ? lines[i] : "");
        } while (i < lines.length && lines[i].length() == 64);
        return Addressee.read(key, body.toString());
      }
    }
    return null;
  }

  private static WorkbookRefused forAnother(Path sealed, Addressee told) {
    return new WorkbookRefused(
        Problem.of(
            ProblemCode.SEALED_FOR_ANOTHER,
            Map.of(
                "value",
                String.valueOf(sealed.getFileName()),
                "name",
                told.name(),
                "key",
                told.id())));
  }

  private static WorkbookRefused damaged(Path sealed, @Nullable Throwable cause) {
    Problem problem =
        Problem.of(
            ProblemCode.SEALED_DAMAGED, Map.of("value", String.valueOf(sealed.getFileName())));
    return cause == null ? new WorkbookRefused(problem) : new WorkbookRefused(problem, cause);
  }
}
