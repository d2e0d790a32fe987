package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.programme.Pack;
import id.dampingan.report.paper.HandOver;
import id.dampingan.report.paper.NoSuchPaper;
import id.dampingan.report.paper.Paper;
import id.dampingan.report.paper.PaperSize;
import id.dampingan.report.paper.Papers;
import id.dampingan.store.FormCount;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Submission;
import id.dampingan.workbook.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Serah terima: an officer's work goes to a successor.
///
/// Open drafts get the successor's name, which can be taken back like any edit; the leaver's password
/// and the printed recovery code stop opening the workspace, which cannot. What was not sent stays
/// unsent: it is still to be sent, by the successor.
public final class HandOverErrand {
  private static final String OFFICER = "petugas";
  private static final String REMARKS = "catatan";

  private final Office office;

  /// Who gives to whom.
  ///
  /// @param password the successor's, null: theirs opens the workspace already
  /// @param place where it happens, may be empty
  /// @param other the file for the successor's own laptop, null: it stays on this one
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Order(
      String leaver,
      String successor,
      char @Nullable [] password,
      String place,
      @Nullable Path other) {}

  /// What was done.
  ///
  /// @param batch of the drafts' new officer, 0 if there were none
  /// @param moved how many drafts
  /// @param recoveryCode the new one, to be printed; it is kept nowhere
  public record Done(HandOver handOver, long batch, int moved, String recoveryCode) {}

  public HandOverErrand(Office office) {
    this.office = office;
  }

  /// What there is to hand over, by village and form; nothing is done.
  public HandOver look(Order order) {
    Store store = office.store();
    Map<String, int[]> counts = new TreeMap<>();
    List<String> forms =
        store.forms().stream()
            .filter(form -> !isRegister(form) && !form.id().equals(REMARKS))
            .map(Form::id)
            .toList();
    for (String form : forms) {
      store.each(
          Selection.LIVE.ofTable(form),
          row -> {
            int[] of =
                counts.computeIfAbsent(
                    row.village() + "\t" + String.format("%04d", forms.indexOf(form)),
                    _ -> new int[3]);
            of[row.complete() ? 0 : 1]++;
            of[2] += row.unsent() ? 1 : 0;
          });
    }
    List<HandOver.Line> lines = new ArrayList<>();
    counts.forEach((key, of) -> {
      int tab = key.indexOf('\t');
      String form = forms.get(Integer.parseInt(key.substring(tab + 1)));
      lines.add(new HandOver.Line(key.substring(0, tab), form, of[0], of[1], of[2]));
    });
    int waiting =
        store.counts().stream().mapToInt(FormCount::held).sum()
            + store.counts().stream().mapToInt(FormCount::conflict).sum();
    return new HandOver(
        order.leaver(),
        order.successor(),
        order.place(),
        office.today(),
        lines,
        remarks(order.leaver()),
        waiting,
        order.other() != null);
  }

  private int remarks(String leaver) {
    List<StoredRow> open = new ArrayList<>();
    if (office.store().form(REMARKS).isPresent()) {
      office
          .store()
          .each(
              Selection.LIVE.ofTable(REMARKS),
              remark -> {
                if (!remark.value("dari").equals(leaver) && isUnanswered(remark)) {
                  open.add(remark);
                }
              });
    }
    return open.size();
  }

  private boolean isUnanswered(StoredRow remark) {
    try {
      return office
          .store()
          .row(UUID.fromString(remark.value("rekaman")))
          .filter(row -> !row.submission().isDeleted())
          .filter(row -> !row.changedAt().isAfter(remark.changedAt()))
          .isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Writes the record of the hand-over, to be signed.
  ///
  /// @throws IOException if the file cannot be written; an older one is then still there
  public Paper paper(HandOver handOver, PaperSize size, Path file) throws NoSuchPaper, IOException {
    Paper paper =
        new Papers(office.store(), Pack.load(), office.user(), office.clock())
            .handOver(handOver, size, office.language());
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    paper.write(pdf);
    AtomicFile.write(file, out -> out.write(pdf.toByteArray()));
    office.store().audit(office.user(), "print", "serahterima " + handOver.successor());
    return paper;
  }

  /// Hands over: the drafts first, the keys last, then the file for another laptop.
  ///
  /// @throws IllegalArgumentException if there is nobody to give to, or one gives to oneself
  public Done handOver(Order order, Progress progress) {
    Store store = office.store();
    String successor = order.successor().strip();
    List<String> users = store.keys().users();
    if (successor.isEmpty()
        || successor.equals(order.leaver())
        || !users.contains(order.leaver())
        || (order.password() == null && !users.contains(successor))) {
      throw new IllegalArgumentException("nobody to hand over to: " + successor);
    }
    HandOver handOver = look(order);
    List<Change> changes = new ArrayList<>();
    for (Form form : store.forms()) {
      if (!isRegister(form) && form.main().field(OFFICER).isPresent()) {
        store.each(
            Selection.LIVE.ofTable(form.id()),
            row -> give(row, form, order.leaver(), successor).ifPresent(changes::add));
      }
    }
    progress.at("handover", 0, 0);
    long batch = new ActWriter(office).write(changes);
    boolean owners = order.leaver().equals(store.workspace().name());
    store.keys().handOver(order.leaver(), successor, order.password());
    if (owners) {
      store.setOwner(successor);
    }
    String code = store.keys().freshRecoveryCode();
    store.audit(office.user(), "handover", order.leaver() + " -> " + successor);
    if (order.other() != null) {
      store.backup(order.other());
    }
    return new Done(handOver, batch, changes.size(), code);
  }

  /// A draft in conflict about its officer is left to whoever decides it.
  private Optional<Change> give(StoredRow row, Form form, String leaver, String successor) {
    Submission draft = row.submission();
    boolean mine = draft.value(OFFICER).equals(leaver) && !draft.register(OFFICER).isConflict();
    return row.complete() || !mine
        ? Optional.empty()
        : Edit.edit(
            draft, form.version(), office.store().workspace().writer(), Map.of(OFFICER, successor));
  }

  private static boolean isRegister(Form form) {
    return form.main().fields().stream()
        .filter(field -> !field.derived())
        .allMatch(Field::ownedByMaster);
  }
}
