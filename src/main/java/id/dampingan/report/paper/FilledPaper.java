package id.dampingan.report.paper;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormOutline;
import id.dampingan.form.FormOutline.Ask;
import id.dampingan.form.FormOutline.Group;
import id.dampingan.form.FormOutline.Node;
import id.dampingan.form.FormOutline.Repeat;
import id.dampingan.form.FormSession;
import id.dampingan.form.Question;
import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A filled form as it stands: what is asked now, with the answers in words.
final class FilledPaper {
  private static final int MOST_COLUMNS = 6;
  private static final Facts NOTHING =
      Facts.of("no", "").with("label", "").with("isi", "").with("kosong", false);

  private final Form form;
  private final FormSession session;
  private final Archive archive;
  private final Numbering numbers;
  private final List<Facts> sections = new ArrayList<>();

  FilledPaper(Form form, FormOutline outline, FormSession session, Archive archive) {
    this.form = form;
    this.session = session;
    this.archive = archive;
    this.numbers = new Numbering(outline);
    List<Node> loose = new ArrayList<>();
    for (Node node : outline.nodes()) {
      if (node instanceof Ask || (node instanceof Group group && group.label().isEmpty())) {
        loose.add(node);
      } else {
        section(Localized.EMPTY, loose);
        loose.clear();
        switch (node) {
          case Group group -> section(group.label(), group.nodes());
          case Repeat repeat -> repeat(repeat, session.root());
          case Ask _ -> {}
        }
      }
    }
    section(Localized.EMPTY, loose);
  }

  List<Facts> sections() {
    return sections;
  }

  private void section(Localized title, List<Node> nodes) {
    Lines lines = new Lines(session.root());
    lines.add(nodes);
    if (!lines.facts.isEmpty()) {
      sections.add(
          Facts.of("judul", BlankForm.plain(title, archive.texts())).with("baris", lines.facts));
    }
    lines.repeats.forEach(repeat -> repeat(repeat, session.root()));
  }

  private void repeat(Repeat repeat, UUID parent) {
    List<Facts> cards = new ArrayList<>();
    List<Ask> columns = new ArrayList<>();
    columns(repeat.nodes(), columns);
    List<UUID> rows = session.rows(repeat.table(), parent);
    List<List<Facts>> table = new ArrayList<>();
    List<Repeat> inner = new ArrayList<>();
    for (UUID row : rows) {
      Lines lines = new Lines(row);
      lines.add(repeat.nodes());
      cards.add(
          Facts.of("no", Integer.toString(cards.size() + 1))
              .with("nama", lines.first)
              .with("pasang", lines.pairs())
              .with("catatankartu", lines.notes()));
      table.add(columns.stream().map(column -> cell(row, column)).toList());
      inner = lines.repeats;
    }
    if (!rows.isEmpty()) {
      Facts section = Facts.of("judul", BlankForm.plain(repeat.label(), archive.texts()));
      if (columns.size() <= MOST_COLUMNS) {
        List<Facts> heads =
            columns.stream()
                .map(column ->
                    Facts.of("no", numbers.of(column.path()))
                        .with("label", BlankForm.plain(column.label(), archive.texts())))
                .toList();
        List<Facts> lines = new ArrayList<>();
        for (List<Facts> cells : table) {
          lines.add(Facts.of("no", Integer.toString(lines.size() + 1)).with("sel", cells));
        }
        section.with("tabel", new Facts().with("kepala", heads).with("barisan", lines));
      } else {
        section.with("kartu", cards);
      }
      sections.add(section);
    }
    for (Repeat below : inner) {
      rows.forEach(row -> repeat(below, row));
    }
  }

  private static void columns(List<Node> nodes, List<Ask> columns) {
    for (Node node : nodes) {
      switch (node) {
        case Ask ask when ask.field() != null && !ask.field().derived() -> columns.add(ask);
        case Group group -> columns(group.nodes(), columns);
        default -> {}
      }
    }
  }

  private Facts cell(UUID row, Ask ask) {
    Question question = question(row, ask);
    Field field = ask.field();
    return Facts.of(
        "isi",
        question == null || field == null || !question.relevant()
            ? ""
            : archive.value(form, field, question.value()));
  }

  private @Nullable Question question(UUID row, Ask ask) {
    try {
      return session.question(row, ask.name());
    } catch (NoSuchElementException _) {
      return null;
    }
  }

  /// The lines of one row of answers.
  private final class Lines {
    final UUID row;
    final List<Facts> facts = new ArrayList<>();
    final List<Repeat> repeats = new ArrayList<>();
    String first = "";

    Lines(UUID row) {
      this.row = row;
    }

    void add(List<Node> nodes) {
      for (Node node : nodes) {
        switch (node) {
          case Repeat repeat -> repeats.add(repeat);
          case Group group -> add(group.nodes());
          case Ask ask -> add(ask);
        }
      }
    }

    /// The answers two in a line, for cards.
    List<Facts> pairs() {
      List<Facts> answers =
          facts.stream().filter(fact -> !fact.byName().containsKey("catatan")).toList();
      List<Facts> pairs = new ArrayList<>();
      int half = (answers.size() + 1) / 2;
      for (int i = 0; i < half; i++) {
        List<Facts> columns = new ArrayList<>(List.of(answers.get(i)));
        columns.add(half + i < answers.size() ? answers.get(half + i) : NOTHING);
        pairs.add(new Facts().with("kolom", columns));
      }
      return pairs;
    }

    List<Facts> notes() {
      return facts.stream().filter(fact -> fact.byName().containsKey("catatan")).toList();
    }

    private void add(Ask ask) {
      Question question = question(row, ask);
      Field field = ask.field();
      if (question == null || !question.relevant()) {
        return;
      }
      String label = BlankForm.plain(question.label(), archive.texts());
      if (field == null) {
        if (!label.isEmpty()) {
          facts.add(Facts.of("catatan", label).with("peringatan", ask.name().startsWith("awas_")));
        }
        return;
      }
      if (field.derived() || (field.readOnly() && question.value().isEmpty())) {
        return;
      }
      String value = archive.value(form, field, question.value());
      if (first.isEmpty() && field.number().isEmpty()) {
        first = value;
      }
      facts.add(
          Facts.of("no", numbers.of(ask.path()))
              .with("label", label)
              .with("isi", value)
              .with("kosong", value.isEmpty()));
    }
  }
}
