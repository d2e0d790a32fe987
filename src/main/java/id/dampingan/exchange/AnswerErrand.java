package id.dampingan.exchange;

import id.dampingan.programme.Assignments;
import id.dampingan.programme.Round;
import id.dampingan.sheet.WorkbookHeader;
import id.dampingan.store.ReceivedWorkbook;
import id.dampingan.store.StoredHold;
import id.dampingan.text.Texts;
import id.dampingan.workbook.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Answers every agency at once: one package each with the receipts of what it sent, the rows that
/// it must mend, the remarks, the state of its villages and the registers with the open round; and a
/// text for a messenger. Who sent nothing in this round is reminded.
///
/// Photos stay here. Cancelled, it leaves nothing behind.
public final class AnswerErrand {
  private static final ZoneId PLACE = ZoneId.of("Asia/Jakarta");

  private final Office office;
  private final Texts texts;
  private final Assignments assignments;

  public AnswerErrand(Office office) {
    this.office = office;
    this.texts = Texts.of(office.language());
    this.assignments = Assignments.of(office.store().lists());
  }

  /// Everything that is known of one agency.
  private record Post(
      String agency, String name, List<ReceivedWorkbook> came, List<StoredHold> held) {}

  /// @param folder made if it is missing
  /// @throws IOException if a file cannot be written
  /// @throws Cancelled if the person asked to stop
  public List<Answer> answer(Path folder, Progress progress) throws IOException, Refused {
    Files.createDirectories(folder);
    List<Answer> answers = new ArrayList<>();
    List<String> workbooks = new ArrayList<>();
    List<Post> posts = posts();
    boolean done = false;
    try {
      for (Post post : posts) {
        progress.at(post.name(), answers.size(), posts.size());
        if (progress.isCancelled()) {
          throw new Cancelled();
        }
        write(post, folder, within(progress), answers, workbooks);
      }
      done = true;
    } finally {
      if (!done) {
        for (Answer each : answers) {
          Files.deleteIfExists(each.file());
          Files.deleteIfExists(each.messageFile());
        }
        office.store().shipments().neverLeft(workbooks);
      }
    }
    office
        .store()
        .shipments()
        .answered(
            answers.stream()
                .flatMap(each -> each.receipts().stream())
                .map(Receipt::workbook)
                .toList(),
            office.clock().instant());
    return answers;
  }

  /// The share of the whole is told here alone.
  private static Progress within(Progress progress) {
    return new Progress() {
      @Override
      public void at(String what, long done, long total) {}

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }

  private void write(
      Post post, Path folder, Progress progress, List<Answer> answers, List<String> workbooks)
      throws IOException, Refused {
    ReceiptErrand errand = new ReceiptErrand(office);
    Signing signing = new Signing(office.store());
    List<Receipt> receipts =
        post.came().stream().filter(each -> !each.key().isEmpty()).map(errand::receipt).toList();
    List<Receipt> shown = post.came().stream().map(errand::receipt).toList();
    String stem = texts.get("answer.file") + "_" + plain(post) + "_" + office.today();
    Path file = folder.resolve(stem + ".zip");
    Path message = folder.resolve(texts.get("answer.message") + "_" + plain(post) + ".txt");
    Path mends = Files.createTempDirectory("dampingan");
    Path held = mends.resolve(texts.get("answer.mend") + "_" + plain(post) + ".xlsx");
    try {
      int mend =
          post.held().isEmpty()
              ? 0
              : new ReturnErrand(office).write(held, post.held(), Map.of(), null);
      ExportErrand.Exported exported =
          new ExportErrand(office)
              .export(
                  new ExportOrder(List.of(), villages(post.agency()), null, false, null),
                  file,
                  Enclosure.answer(
                      notices(shown),
                      receipts.stream().map(each -> each.signedText(signing)).toList(),
                      mend > 0 ? held : null),
                  progress);
      workbooks.add(exported.workbookId());
      Answer answer =
          new Answer(post.agency(), post.name(), file, exported.total(), mend, shown, "", message);
      String text = message(answer);
      answers.add(
          new Answer(
              post.agency(), post.name(), file, exported.total(), mend, shown, text, message));
      AtomicFile.write(
          message, out -> out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    } finally {
      Files.deleteIfExists(held);
      Files.deleteIfExists(mends);
    }
  }

  /// Who accompanies no village gets the registers alone.
  private Set<String> villages(String agency) {
    Set<String> villages = assignments.villages(agency);
    return villages.isEmpty() ? Set.of("-") : villages;
  }

  private static String plain(Post post) {
    String name = post.agency().isEmpty() ? post.name() : post.agency();
    String plain = name.replaceAll("[^A-Za-z0-9-]+", "-");
    return plain.isBlank() ? "x" : plain;
  }

  // Who is answered

  private List<Post> posts() {
    Instant since = sinceWhen();
    Map<String, List<ReceivedWorkbook>> came = new TreeMap<>();
    Map<Long, String> agencyOf = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (ReceivedWorkbook each : office.store().shipments().received()) {
      String who = each.agency().isEmpty() ? "\t" + each.sender() : each.agency();
      names.put(
          who,
          each.agency().isEmpty()
              ? each.sender()
              : assignments.name(each.agency(), office.language()));
      agencyOf.put(each.batch(), who);
      if (each.answeredAt() == null || each.at().isAfter(since)) {
        came.computeIfAbsent(who, _ -> new ArrayList<>()).add(each);
      }
    }
    Map<String, Post> posts = new LinkedHashMap<>();
    for (String agency : assignments.agencies()) {
      String name = assignments.name(agency, office.language());
      posts.put(agency, new Post(agency, name, new ArrayList<>(), new ArrayList<>()));
    }
    came.forEach((who, workbooks) ->
        posts
            .computeIfAbsent(who, _ -> stranger(who, names.getOrDefault(who, who)))
            .came()
            .addAll(workbooks));
    for (StoredHold hold : office.store().held(null)) {
      String known = agencyOf.getOrDefault(hold.batch(), "");
      String who =
          known.isEmpty() && !hold.village().isEmpty()
              ? assignments.agency(Set.of(hold.village()))
              : known;
      if (!who.isEmpty()) {
        posts
            .computeIfAbsent(who, _ -> stranger(who, names.getOrDefault(who, who)))
            .held()
            .add(hold);
      }
    }
    return List.copyOf(posts.values());
  }

  private static Post stranger(String who, String name) {
    String agency = who.startsWith("\t") ? "" : who;
    return new Post(agency, name.isBlank() ? "?" : name, new ArrayList<>(), new ArrayList<>());
  }

  /// What came since the round began belongs to it; without a round, the last three months.
  private Instant sinceWhen() {
    String round = Round.open(office.store().lists(), office.today());
    LocalDate first =
        round.isEmpty()
            ? office.today().minusMonths(3)
            : Round.of(office.store(), round).end().minusMonths(3).plusDays(1);
    return first.atStartOfDay(PLACE).toInstant();
  }

  // What it says

  private List<WorkbookHeader.Notice> notices(List<Receipt> receipts) {
    List<WorkbookHeader.Notice> notices = new ArrayList<>();
    for (Receipt each : receipts) {
      notices.add(
          new WorkbookHeader.Notice(
              LocalDate.ofInstant(each.at(), PLACE).toString(),
              texts.get("answer.receipt"),
              each.file(),
              String.join("; ", ReceiptErrand.said(each, texts))));
    }
    return notices;
  }

  private String message(Answer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("answer.greeting", answer.name()));
    if (answer.isReminder()) {
      String code = Round.open(office.store().lists(), office.today());
      lines.add(
          code.isEmpty()
              ? texts.get("answer.nothing")
              : texts.get(
                  "answer.nothing.round",
                  texts.round(code),
                  texts.date(Round.of(office.store(), code).deadline())));
    }
    for (Receipt each : answer.receipts()) {
      String said = texts.get("answer.got", each.file(), each.read(), each.held());
      boolean coded = !each.code().equals(ReceiptCode.NONE);
      lines.add(!coded ? said : said + " " + texts.get("receipt.code", each.code()));
    }
    if (answer.mend() > 0) {
      lines.add(texts.get("answer.mendRows", answer.mend()));
    }
    lines.add(texts.get("answer.attached", String.valueOf(answer.file().getFileName())));
    return String.join("\n\n", lines);
  }
}
