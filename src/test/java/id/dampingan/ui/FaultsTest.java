package id.dampingan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The eye that looks at screens sees each kind of fault.
class FaultsTest {
  @BeforeAll
  static void toolkit() {
    Pictures.startToolkit();
  }

  @Test
  void aSoundSceneHasNone() {
    assertEquals(List.of(), faults(label("Beranda", 10, 10)));
  }

  @Test
  void wordsThatAreCutAreSeen() {
    Label cut = label("Daftar isian seluruh desa", 10, 10);
    cut.setPrefWidth(60);
    assertEquals(List.of("cut"), kinds(faults(cut)));
  }

  @Test
  void wordsOutsideTheWindowAreSeen() {
    assertEquals(List.of("outside"), kinds(faults(label("Beranda", 190, 10))));
  }

  @Test
  void wordsUponEachOtherAreSeen() {
    assertEquals(
        List.of("upon each other"), kinds(faults(label("Beranda", 10, 10), label("Desa", 20, 12))));
  }

  @Test
  void paleWordsAreSeen() {
    Label pale = label("Beranda", 10, 10);
    pale.setTextFill(Color.gray(0.7));
    assertEquals(List.of("pale"), kinds(faults(pale)));
  }

  private static Label label(String text, double x, double y) {
    Label label = new Label(text);
    label.relocate(x, y);
    return label;
  }

  private static List<String> faults(Label... labels) {
    return Pictures.onScreen(() -> {
      Scene scene = new Scene(new Pane(labels), 200, 100);
      return Faults.of(scene, Pictures.draw(scene));
    });
  }

  private static List<String> kinds(List<String> faults) {
    return faults.stream().map(fault -> fault.replaceAll("( \\(.*)?:.*", "")).toList();
  }
}
