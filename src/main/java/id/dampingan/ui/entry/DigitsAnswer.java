package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Question;
import id.dampingan.text.Masking;
import id.dampingan.text.Texts;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A NIK, No KK or phone number: masked until it has the focus or the eye is pressed, in groups of
/// four, with what its digits say below it.
final class DigitsAnswer implements AnswerControl {
  private static final int NIK_LENGTH = 16;

  private final Asker asker;
  private final TextField field = new TextField();
  private final Button eye;
  private final Label count = Parts.label("", "small");
  private final Label reading = Parts.paragraph("", "small");
  private final VBox node;
  private String value = "";
  private String kind = "";
  private boolean revealed;

  /// What was typed here: a partner reads no other number.
  private String mine = "";

  /// @param narrow the field alone, for a cell of a table
  DigitsAnswer(Asker asker, boolean narrow) {
    this.asker = asker;
    this.eye =
        Parts.iconButton(
            "eye", "mdomz-visibility", asker.ui().get("entry.reveal"), this::toggleEye);
    eye.setFocusTraversable(false);
    eye.setVisible(!asker.desk().isPartners());
    eye.setManaged(!asker.desk().isPartners());
    field.getStyleClass().addAll("answer", "digits-answer");
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            field.setText(isHidden() ? Masking.number(value) : value);
            field.selectAll();
          } else {
            commit();
            draw();
          }
        });
    field.setTextFormatter(new TextFormatter<>(this::grouped));
    field
        .textProperty()
        .addListener(_ -> {
          drawReading(field.isFocused() ? digits() : value);
          if (field.isFocused() && !field.getText().contains("*")) {
            asker.typed(digits());
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    HBox row = Parts.row(field, eye, count);
    row.getStyleClass().add("tight");
    node = narrow ? new VBox(field) : new VBox(row, reading);
    node.getStyleClass().addAll("column", "tight");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Question question) {
    if (!question.value().equals(mine)) {
      mine = "";
    }
    Field definition = question.definition();
    kind = definition == null ? "" : definition.number();
    value = question.value();
    draw();
  }

  @Override
  public void focus() {
    field.requestFocus();
  }

  private void draw() {
    if (!field.isFocused()) {
      field.setText(revealed ? Masking.grouped(value) : Masking.number(value));
    }
    drawReading(value);
  }

  private void drawReading(String digits) {
    Texts texts = asker.ui().words().texts();
    boolean sixteen = kind.equals("nik") || kind.equals("kk");
    count.setText(
        !sixteen || digits.isEmpty()
            ? ""
            : digits.length() == NIK_LENGTH
                ? texts.get("entry.nik.complete")
                : texts.get("entry.nik.count", digits.length()));
    Optional<NikReading> nik =
        kind.equals("nik") && !(digits.equals(value) && isHidden())
            ? NikReading.of(digits, LocalDate.now(asker.ui().clock()))
            : Optional.empty();
    reading.setVisible(nik.isPresent());
    reading.setManaged(nik.isPresent());
    nik.ifPresent(read -> read(digits, read, texts));
  }

  private void read(String digits, NikReading nik, Texts texts) {
    String said =
        texts.get(
            "entry.nik.reading",
            district(nik.district()),
            texts.date(nik.birth()),
            texts.get(nik.female() ? "entry.nik.female" : "entry.nik.male"));
    NikCheck check = asker.check(digits, nik);
    boolean fits = check == null || check.fits();
    reading.setText(check == null ? said : said + ". " + compared(check, texts));
    reading.getStyleClass().setAll("label", "small", fits ? "reading" : "reading-differs");
    reading.setGraphic(
        fits
            ? Parts.icon("mdoal-check_circle", Tone.SUCCESS)
            : Parts.icon("mdomz-warning", Tone.WARNING));
  }

  private static String compared(NikCheck check, Texts texts) {
    if (check.fits()) {
      return check.member() == 0
          ? texts.get("entry.nik.fits")
          : texts.get("entry.nik.fitsMember", check.member());
    }
    boolean birth = Boolean.FALSE.equals(check.birthFits());
    boolean sex = Boolean.FALSE.equals(check.sexFits());
    return texts.get(
        birth && sex
            ? "entry.nik.bothDiffer"
            : birth ? "entry.nik.birthDiffers" : "entry.nik.sexDiffers");
  }

  /// In groups of four, also while it is being typed; the cursor stays behind its digit.
  private TextFormatter.Change grouped(TextFormatter.Change change) {
    String text = change.getControlNewText();
    boolean digits = text.chars().allMatch(c -> c == ' ' || (c >= '0' && c <= '9'));
    if (!change.isContentChange() || !digits || !(kind.equals("nik") || kind.equals("kk"))) {
      return change;
    }
    int before =
        (int) text.substring(0, change.getCaretPosition()).chars().filter(c -> c != ' ').count();
    String shown = Masking.grouped(text.replace(" ", ""));
    int caret = Math.min(shown.length(), before + Math.max(0, before - 1) / 4);
    change.setRange(0, change.getControlText().length());
    change.setText(shown);
    change.setCaretPosition(caret);
    change.setAnchor(caret);
    return change;
  }

  /// The district's name if it is one of ours, else its code.
  private String district(String code) {
    String prefix = code.substring(0, 2) + "." + code.substring(2, 4) + "." + code.substring(4);
    return asker.desk().villages().stream()
        .filter(village -> village.code().startsWith(prefix))
        .map(Desk.VillageName::district)
        .findFirst()
        .map(name -> asker.ui().get("entry.nik.district", name))
        .orElseGet(() -> asker.ui().get("entry.nik.elsewhere", prefix));
  }

  /// Whether others wrote it, and a partner works here.
  private boolean isHidden() {
    return asker.desk().isPartners() && !value.isEmpty() && !value.equals(mine);
  }

  private void toggleEye() {
    revealed = !revealed;
    draw();
  }

  private void onKey(KeyEvent event) {
    if (asker.takesBack(event, !digits().equals(value))) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      commit();
      asker.next();
    }
  }

  @Override
  public void commit() {
    String typed = digits();
    if (!typed.equals(value) && !field.getText().contains("*")) {
      value = typed;
      mine = typed;
      asker.answer(typed);
    }
  }

  private String digits() {
    return field.getText() == null ? "" : field.getText().replaceAll("[\\s.\\-]", "");
  }
}
