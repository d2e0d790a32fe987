package id.dampingan.exchange;

import id.dampingan.merge.Outcome;
import id.dampingan.sheet.Waybill;
import id.dampingan.sheet.WorkbookMeta;
import id.dampingan.store.ReceivedWorkbook;
import id.dampingan.store.SentWorkbook;
import id.dampingan.store.Shipments;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is noted once a workbook was taken in: that it came, and what it says of those that left
/// from here.
final class Arrival {
  private final Office office;
  private final IncomingFile file;
  private final WorkbookMeta meta;

  Arrival(Office office, IncomingFile file) {
    this.office = office;
    this.file = file;
    this.meta = file.reader().meta();
  }

  /// @param batch that took it, null: all of it was there already
  /// @return what a person should know
  List<Problem> note(Sender sender, Counts counts, @Nullable Long batch) {
    Waybill waybill = meta.waybill();
    ReceiptErrand.trust(office, meta.senderWriter(), waybill.signer());
    new Seals(office.store()).learn(waybill.recipient(), ReceiptErrand.trusted(office.store()));
    Shipments shipments = office.store().shipments();
    if (!waybill.key().isEmpty()) {
      boolean own = office.store().writers().contains(meta.senderWriter());
      shipments.came(
          new ReceivedWorkbook(
              meta.workbookId(),
              office.clock().instant().truncatedTo(ChronoUnit.MILLIS),
              batch == null ? 0 : batch,
              file.name(),
              sender.name(),
              sender.agency(),
              meta.senderWriter(),
              own ? "" : waybill.key(),
              waybill.rows(),
              counts.read(),
              counts.of(Outcome.HELD),
              waybill.photos(),
              Math.min(waybill.photos(), file.contents().photos()),
              waybill.packageId(),
              waybill.part(),
              waybill.parts(),
              null));
    }
    List<Problem> told = new ArrayList<>();
    told.addAll(missingParts(shipments.parts(waybill.packageId())));
    for (String text : waybill.receipts()) {
      told.addAll(receipts(text));
    }
    return told;
  }

  /// Which parts of its package did not come yet.
  ///
  /// @param came the numbers of those that did
  private List<Problem> missingParts(Set<Integer> came) {
    Waybill waybill = meta.waybill();
    if (waybill.packageId().isEmpty()) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    for (int part = 1; part <= waybill.parts(); part++) {
      if (!came.contains(part)) {
        missing.add(Integer.toString(part));
      }
    }
    return missing.isEmpty()
        ? List.of()
        : List.of(
            Problem.of(
                ProblemCode.PARTS_MISSING,
                Map.of(
                    "value", String.join(", ", missing),
                    "part", Integer.toString(waybill.part()),
                    "parts", Integer.toString(waybill.parts()))));
  }

  private List<Problem> receipts(String text) {
    List<Problem> told = new ArrayList<>();
    for (Receipt.Signed each : Receipt.in(text)) {
      try {
        SentWorkbook sent = new ReceiptErrand(office).take(each).orElse(null);
        if (sent != null) {
          told.add(Problem.of(ProblemCode.RECEIPT_TAKEN, Map.of("value", sent.fileName())));
        }
      } catch (Refused e) {
        told.add(e.problem());
      }
    }
    return told;
  }
}
