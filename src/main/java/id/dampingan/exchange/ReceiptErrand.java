package id.dampingan.exchange;

import id.dampingan.store.ReceivedWorkbook;
import id.dampingan.store.Role;
import id.dampingan.store.SentWorkbook;
import id.dampingan.store.Store;
import id.dampingan.store.Workspace;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Texts;
import id.dampingan.workbook.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes receipts of workbooks that were taken in here, and takes those of workbooks that left.
///
/// An officer's workspace believes Bappeda's receipts only, Bappeda's those of officers.
public final class ReceiptErrand {
  /// The public key of the first Bappeda that this workspace heard of.
  private static final String BAPPEDA = "signing.bappeda";

  private static final long MOST_BYTES = 4L << 20;
  private static final ZoneId PLACE = ZoneId.of("Asia/Jakarta");

  private final Office office;

  public ReceiptErrand(Office office) {
    this.office = office;
  }

  // Writing

  /// The receipts that can be written: the workbooks of other workspaces that were taken in here, the
  /// newest first.
  public List<Receipt> due() {
    return store().shipments().received().stream()
        .filter(each -> !each.key().isEmpty())
        .map(this::receipt)
        .toList();
  }

  Receipt receipt(ReceivedWorkbook came) {
    Workspace here = store().workspace();
    ReceiptCode.Arrival arrival =
        new ReceiptCode.Arrival(
            came.rowsHeld(), came.rowsRead() < came.rows(), came.photosRead() < came.photos());
    return new Receipt(
        came.workbook(),
        came.fileName(),
        came.at(),
        here.name().isBlank() ? office.user() : here.name(),
        here.writer(),
        came.rows(),
        came.rowsRead(),
        came.rowsHeld(),
        came.photos(),
        came.photosRead(),
        came.key().isEmpty()
            ? ReceiptCode.NONE
            : ReceiptCode.of(
                came.key(),
                came.workbook(),
                here.role().letter(),
                came.rows(),
                came.photos(),
                arrival));
  }

  /// Writes a text that people can read and the sender's application understands.
  ///
  /// @throws IOException if the file cannot be written
  public void write(Path out, Collection<Receipt> receipts) throws IOException {
    Texts texts = Texts.of(office.language());
    Signing signing = new Signing(store());
    StringBuilder text = new StringBuilder(texts.get("receipt.title")).append("\r\n");
    for (Receipt each : receipts) {
      text.append("\r\n");
      said(each, texts).forEach(line -> text.append(line).append("\r\n"));
      text.append("\r\n").append(each.signedText(signing)).append("\r\n");
    }
    AtomicFile.write(out, stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    store()
        .shipments()
        .answered(receipts.stream().map(Receipt::workbook).toList(), office.clock().instant());
  }

  /// What a receipt says, for people.
  static List<String> said(Receipt receipt, Texts texts) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("receipt.file", receipt.file()));
    lines.add(
        texts.get(
            "receipt.by", texts.date(LocalDate.ofInstant(receipt.at(), PLACE)), receipt.by()));
    lines.add(texts.get("receipt.rows", receipt.read(), receipt.held()));
    if (receipt.read() < receipt.rows()) {
      lines.add(texts.get("receipt.rowsMissing", receipt.rows() - receipt.read()));
    }
    if (receipt.photos() > 0) {
      lines.add(texts.get("receipt.photos", receipt.photosRead(), receipt.photos()));
    }
    if (!receipt.code().equals(ReceiptCode.NONE)) {
      lines.add(texts.get("receipt.code", receipt.code()));
    }
    return lines;
  }

  /// Whether a file looks like a text with receipts.
  public static boolean isReceipt(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) <= MOST_BYTES
          && !Receipt.in(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  // Taking

  /// Takes a file of receipts: those of workbooks that did not leave from here say nothing here.
  ///
  /// @return the workbooks that they are of
  /// @throws IOException if it cannot be read
  /// @throws Refused if none is of a workbook from here, or one is not by who it says
  public List<SentWorkbook> take(Path file) throws IOException, Refused {
    if (Files.size(file) > MOST_BYTES) {
      throw new Refused(file.toString(), Problem.of(ProblemCode.RECEIPT_UNKNOWN));
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<SentWorkbook> taken = new ArrayList<>();
    for (Receipt.Signed each : Receipt.in(text)) {
      take(each).ifPresent(taken::add);
    }
    if (taken.isEmpty()) {
      throw new Refused(
          String.valueOf(file.getFileName()), Problem.of(ProblemCode.RECEIPT_UNKNOWN));
    }
    return taken;
  }

  /// Takes one receipt.
  ///
  /// @return the workbook, or nothing if it did not leave from here
  Optional<SentWorkbook> take(Receipt.Signed signed) throws Refused {
    Receipt receipt = signed.receipt();
    SentWorkbook sent = store().shipments().sent(receipt.workbook()).orElse(null);
    if (sent == null) {
      return Optional.empty();
    }
    String bappeda = store().setting(BAPPEDA);
    boolean believed =
        bappeda.isEmpty() || Signing.isBy(bappeda, signed.said(), signed.signature());
    if (!believed || !receipt.code().equals(code(sent, receipt.arrival()))) {
      throw new Refused(
          receipt.file(), Problem.of(ProblemCode.RECEIPT_FORGED, Map.of("value", receipt.file())));
    }
    return Optional.of(
        acknowledge(
            sent.acknowledged(
                receipt.at(),
                receipt.by(),
                receipt.held(),
                receipt.read() < receipt.rows(),
                receipt.photosRead() < receipt.photos())));
  }

  /// Takes a code as somebody typed it.
  ///
  /// @throws Refused if it is mistyped, or of no workbook from here
  public SentWorkbook take(String typed) throws Refused {
    ReceiptCode code =
        ReceiptCode.typed(typed)
            .orElseThrow(() ->
                new Refused(
                    typed.strip(),
                    Problem.of(ProblemCode.RECEIPT_MISTYPED, Map.of("value", typed.strip()))));
    for (SentWorkbook sent : store().shipments().sent()) {
      ReceiptCode.Arrival arrival = code.arrival();
      if (!sent.key().isEmpty() && code.equals(code(sent, arrival))) {
        return acknowledge(
            sent.acknowledged(
                office.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                "",
                arrival.waiting(),
                arrival.rowsMissing(),
                arrival.photosMissing()));
      }
    }
    throw new Refused(
        code.toString(), Problem.of(ProblemCode.RECEIPT_UNKNOWN, Map.of("value", code.toString())));
  }

  /// The code that the other side would give.
  private ReceiptCode code(SentWorkbook sent, ReceiptCode.Arrival arrival) {
    Role other = store().workspace().role() == Role.MASTER ? Role.OFFICER : Role.MASTER;
    return ReceiptCode.of(
        sent.key(), sent.workbook(), other.letter(), sent.rows(), sent.photos(), arrival);
  }

  /// A later receipt never takes back what an earlier one said.
  private SentWorkbook acknowledge(SentWorkbook receipted) {
    SentWorkbook known = store().shipments().sent(receipted.workbook()).orElse(receipted);
    boolean worse =
        known.receivedAt() != null
            && ((receipted.rowsMissing() && !known.rowsMissing())
                || (receipted.photosMissing() && !known.photosMissing()));
    boolean knownBetter =
        known.receivedAt() != null
            && receipted.receivedBy().isEmpty()
            && !isBetter(receipted, known);
    if (worse || knownBetter) {
      return known;
    }
    store().shipments().acknowledge(receipted);
    return receipted;
  }

  private static boolean isBetter(SentWorkbook receipted, SentWorkbook known) {
    return (known.rowsMissing() && !receipted.rowsMissing())
        || (known.photosMissing() && !receipted.photosMissing());
  }

  /// Remembers whose signature counts: the first Bappeda's whose workbook was taken in.
  static void trust(Office office, String writer, String signer) {
    Store store = office.store();
    if (store.workspace().role() == Role.OFFICER
        && writer.startsWith("M")
        && !signer.isEmpty()
        && store.setting(BAPPEDA).isEmpty()) {
      store.setSetting(BAPPEDA, signer);
    }
  }

  /// The public key that the Bappeda signs with whose receipts count here, or the empty text.
  static String trusted(Store store) {
    return store.setting(BAPPEDA);
  }

  private Store store() {
    return office.store();
  }
}
