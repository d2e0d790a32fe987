package id.dampingan.ui.entry;

import id.dampingan.exchange.PhotoFacts;
import id.dampingan.form.Field;
import id.dampingan.form.Question;
import id.dampingan.store.Media;
import id.dampingan.submission.FieldType;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A photo or another file, chosen or dropped; a photo is shown small.
final class FileAnswer implements AnswerControl {
  private static final int THUMBNAIL = 120;
  private static final List<String> PHOTOS = List.of("*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp");

  /// A file that is kept.
  ///
  /// @param point where it was taken, empty: not known
  private record Taken(String name, String point) {}

  private final Asker asker;
  private final ImageView view = new ImageView();
  private final Label name = Parts.shrinking("", "muted");
  private final Label placed;
  private final Button choose;
  private final Button remove;
  private final HBox node;
  private String value = "";
  private FieldType type = FieldType.FILE;
  private int maxPixels;

  FileAnswer(Asker asker) {
    this.asker = asker;
    choose = Parts.button("choose-file", "", "mdoal-add_photo_alternate", this::choose);
    remove =
        Parts.iconButton(
            "remove-file",
            "mdoal-delete",
            asker.ui().get("entry.file.remove"),
            () -> asker.answer(""));
    choose.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            asker.next();
          }
        });
    view.setPreserveRatio(true);
    view.setFitHeight(asker.ui().px(THUMBNAIL) * 0.75);
    placed = Parts.state("mdoal-location_on", asker.ui().get("entry.file.placed"), Tone.ACCENT);
    placed.setId("file-placed");
    placed(false);
    VBox side = Parts.column(name, placed, Parts.row(choose, remove));
    node = Parts.row(view, side);
    node.getStyleClass().add("file-answer");
    node.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    node.setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        take(event.getDragboard().getFiles().getFirst().toPath());
        event.setDropCompleted(true);
        event.consume();
      }
    });
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Question question) {
    type = question.type();
    Field field = question.definition();
    String pixels = field == null ? "" : field.parameters().getOrDefault("max-pixels", "");
    maxPixels = pixels.matches("\\d{1,6}") ? Integer.parseInt(pixels) : 0;
    boolean photo = type == FieldType.IMAGE;
    choose.setText(
        asker
            .ui()
            .get(
                question.value().isEmpty()
                    ? photo ? "entry.file.choosePhoto" : "entry.file.choose"
                    : "entry.file.replace"));
    boolean has = !question.value().isEmpty();
    remove.setVisible(has);
    remove.setManaged(has);
    view.setManaged(has && photo);
    view.setVisible(has && photo);
    if (!question.value().equals(value)) {
      value = question.value();
      placed(false);
      draw();
    }
    if (!has) {
      name.setText(asker.ui().get(photo ? "entry.file.noPhoto" : "entry.file.none"));
    }
  }

  private void draw() {
    view.setImage(null);
    if (value.isEmpty()) {
      return;
    }
    String wanted = value;
    asker
        .ui()
        .background()
        .run(() -> asker.desk().store().media().read(wanted))
        .onSuccess(content -> {
          if (!wanted.equals(value)) {
            return;
          }
          if (content.isEmpty()) {
            name.setText(asker.ui().get("entry.file.elsewhere"));
            return;
          }
          long kilobytes = Math.max(1, content.get().length / 1024);
          name.setText(asker.ui().get("entry.file.size", kilobytes));
          if (type == FieldType.IMAGE) {
            view.setImage(
                new Image(
                    new ByteArrayInputStream(content.get()),
                    asker.ui().px(THUMBNAIL) * 2,
                    0,
                    true,
                    true));
          }
        })
        .start();
  }

  private void choose() {
    List<Path> chosen =
        asker
            .ui()
            .files()
            .open(
                choose.getText(),
                asker.ui().get(type == FieldType.IMAGE ? "entry.file.photos" : "entry.file.files"),
                type == FieldType.IMAGE ? PHOTOS : List.of("*.*"),
                false);
    if (!chosen.isEmpty()) {
      take(chosen.getFirst());
    }
  }

  private void take(Path file) {
    boolean photo = type == FieldType.IMAGE;
    Media media = asker.desk().store().media();
    asker
        .ui()
        .background()
        .run(() -> {
          byte[] content = Files.readAllBytes(file);
          byte[] kept = photo ? Photo.fitted(content, maxPixels) : content;
          String name = media.keep(kept, kept == content ? extension(file) : "jpg");
          return new Taken(name, photo ? PhotoFacts.of(content).point() : "");
        })
        .onSuccess(taken -> {
          asker.answer(taken.name());
          placed(!taken.point().isEmpty() && asker.place(taken.point()));
        })
        .onError(
            IOException.class,
            error -> {
              name.setText(asker.ui().get("entry.file.unreadable", file.getFileName()));
              name.setGraphic(Parts.icon("mdoal-error_outline", Tone.DANGER));
              System.getLogger(FileAnswer.class.getName())
                  .log(System.Logger.Level.INFO, "a chosen file could not be read", error);
            })
        .start();
  }

  private void placed(boolean now) {
    placed.setVisible(now);
    placed.setManaged(now);
  }

  private static String extension(Path file) {
    String fileName = String.valueOf(file.getFileName());
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public void focus() {
    choose.requestFocus();
  }
}
