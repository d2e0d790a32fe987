package id.dampingan.report.paper;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormOutline;
import id.dampingan.form.FormOutline.Ask;
import id.dampingan.form.FormOutline.Group;
import id.dampingan.form.FormOutline.Node;
import id.dampingan.form.FormOutline.Repeat;
import id.dampingan.form.Relevance;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import id.dampingan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A form for the pen: numbers, boxes, lines, conditions in words.
///
/// A choice has the digit that takes it on the screen, so that typing in goes by itself.
final class BlankForm {
  private static final int MOST_BOXES = 40;
  private static final int SHORT_LABEL = 26;

  private final Form form;
  private final Numbering numbers;
  private final RelevanceWords relevances;
  private final Map<String, String> known;
  private final Texts texts;
  private final Texts others;
  private final boolean bilingual;
  private final int rows;
  private final int width;
  private final List<Facts> sections = new ArrayList<>();

  /// @param known answers that are printed already, by field
  /// @param width of the text, in millimetres
  BlankForm(
      Form form,
      FormOutline outline,
      Map<String, String> known,
      PaperOrder order,
      int rows,
      int width) {
    this.form = form;
    this.numbers = new Numbering(outline);
    this.relevances = new RelevanceWords(form, numbers);
    this.known = known;
    this.texts = Texts.of(order.language());
    this.others = Texts.of(order.language().equals("en") ? "id" : "en");
    this.bilingual = order.bilingual() && form.languages().size() > 1;
    this.rows = rows;
    this.width = width;
    List<Node> loose = new ArrayList<>();
    for (Node node : outline.nodes()) {
      if (node instanceof Ask || (node instanceof Group group && group.label().isEmpty())) {
        loose.add(node);
      } else {
        flush(loose);
        section(node);
      }
    }
    flush(loose);
  }

  List<Facts> sections() {
    return sections;
  }

  private void flush(List<Node> loose) {
    if (!loose.isEmpty()) {
      section(Localized.EMPTY, Relevance.ALWAYS, List.copyOf(loose));
      loose.clear();
    }
  }

  private void section(Node node) {
    switch (node) {
      case Group group -> section(group.label(), group.relevance(), group.nodes());
      case Repeat repeat -> roster(repeat);
      case Ask _ -> {}
    }
  }

  private void section(Localized title, Relevance relevance, List<Node> nodes) {
    Section section = new Section();
    section.add(nodes);
    if (!section.blocks.isEmpty()) {
      sections.add(
          titled(title, relevance)
              .with("blok", section.blocks)
              .with("pertanyaan", !section.blocks.isEmpty()));
    }
    section.repeats.forEach(this::roster);
  }

  private void roster(Repeat repeat) {
    Roster roster = new Roster(repeat, this, rows, width);
    sections.add(
        titled(repeat.label(), repeat.relevance())
            .with("roster", roster.tables())
            .with("legenda", roster.legend()));
    roster.inner().forEach(this::roster);
  }

  private Facts titled(Localized title, Relevance relevance) {
    return Facts.of("huruf", letter(sections.size()))
        .with("judul", plain(title, texts))
        .with("judul2", other(title))
        .with("syarat", condition(relevance));
  }

  private static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('A' + index)) : Integer.toString(index + 1);
  }

  /// A label without the marks of its Markdown.
  static String plain(Localized text, Texts texts) {
    return text.in(texts.language()).replaceAll("\\*\\*|__|^#+ ", "").strip();
  }

  String label(Localized text) {
    return plain(text, texts);
  }

  /// The other language's text where both are wanted and differ.
  String other(Localized text) {
    String there = plain(text, others);
    return bilingual && !there.equals(plain(text, texts)) ? there : "";
  }

  String condition(Relevance relevance) {
    return relevances.of(relevance, texts);
  }

  String number(Ask ask) {
    return numbers.of(ask.path());
  }

  List<Choice> choices(Field field) {
    return Archive.choices(form, field);
  }

  /// Whether the pen has nothing to do here: warnings are for the screen, prelist values for print.
  boolean isSkipped(Ask ask) {
    Field field = ask.field();
    return field == null
        ? ask.name().startsWith("awas_") || ask.label().isEmpty()
        : field.derived() || (field.readOnly() && !known.containsKey(field.name()));
  }

  /// What the answer's place looks like.
  Facts answer(Field field) {
    Facts answer = new Facts();
    String printed = known.get(field.name());
    if (printed != null) {
      return answer.with("tercetak", printed);
    }
    return switch (field.type()) {
      case SELECT_ONE, SELECT_MULTIPLE, RANK -> {
        List<Choice> choices = choices(field);
        yield choices.isEmpty() || choices.size() > MOST_BOXES
            ? answer.with("daftar", true)
            : answer.with("kotak", boxes(field, choices));
      }
      case DATE -> answer.with("tanggal", true);
      case TIME -> answer.with("jam", true);
      case DATETIME -> answer.with("tanggaljam", true);
      case INTEGER, DECIMAL -> answer.with("angka", true);
      case IMAGE, AUDIO, VIDEO, FILE -> answer.with("berkas", true);
      case GEOPOINT, GEOTRACE, GEOSHAPE -> answer.with("titik", true);
      case ACKNOWLEDGE -> answer.with("setuju", true);
      case TEXT, BARCODE -> text(field, answer);
    };
  }

  private Facts text(Field field, Facts answer) {
    return switch (field.number()) {
      case "nik", "kk" -> answer.with("digit", digits(4, 4, 4, 4));
      case "nip" -> answer.with("digit", digits(8, 6, 1, 3));
      case "hp" -> answer.with("digit", digits(4, 4, 5));
      default ->
          field.appearance().contains("multiline")
              ? answer.with("barisbanyak", true)
              : answer.with("baris", true);
    };
  }

  private static List<Facts> digits(int... groups) {
    List<Facts> list = new ArrayList<>();
    for (int count : groups) {
      List<Facts> boxes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        boxes.add(new Facts());
      }
      list.add(new Facts().with("kotakdigit", boxes));
    }
    return list;
  }

  private List<Facts> boxes(Field field, List<Choice> choices) {
    boolean narrow =
        choices.stream()
            .allMatch(choice ->
                label(choice.label()).length() + other(choice.label()).length() <= SHORT_LABEL);
    boolean several = field.type() != FieldType.SELECT_ONE;
    List<Facts> boxes = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Localized label = choices.get(i).label();
      boxes.add(
          Facts.of("angka", Integer.toString(i + 1))
              .with("label", label(label))
              .with("label2", other(label))
              .with("sempit", narrow)
              .with("banyak", several));
    }
    return boxes;
  }

  /// The rows of one section; repeats inside it come after it.
  private final class Section {
    final List<Facts> blocks = new ArrayList<>();
    final List<Repeat> repeats = new ArrayList<>();

    void add(List<Node> nodes) {
      for (Node node : nodes) {
        switch (node) {
          case Repeat repeat -> repeats.add(repeat);
          case Group group -> {
            if (!group.label().isEmpty() || !group.relevance().equals(Relevance.ALWAYS)) {
              blocks.add(
                  new Facts()
                      .with(
                          "sub",
                          Facts.of("judul", label(group.label()))
                              .with("judul2", other(group.label()))
                              .with("syarat", condition(group.relevance()))));
            }
            add(group.nodes());
          }
          case Ask ask -> {
            if (!isSkipped(ask)) {
              blocks.add(block(ask));
            }
          }
        }
      }
    }

    private Facts block(Ask ask) {
      Field field = ask.field();
      Facts said =
          Facts.of("no", number(ask))
              .with("label", label(ask.label()))
              .with("label2", other(ask.label()))
              .with("petunjuk", label(ask.hint()))
              .with("petunjuk2", other(ask.hint()))
              .with("syarat", condition(ask.relevance()));
      if (field == null) {
        return new Facts().with("catatan", said);
      }
      return new Facts()
          .with(
              "tanya",
              said.with("wajib", field.required())
                  .with("banyak", field.type() == FieldType.SELECT_MULTIPLE)
                  .with("jawab", answer(field)));
    }
  }
}
