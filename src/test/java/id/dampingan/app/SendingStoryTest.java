package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.ReceiptErrand;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Store;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/// An officer sends, is told by telephone that it arrived, types the code, and sees it.
class SendingStoryTest {
  @TempDir Path folder;
  private Path officer = Path.of("");
  private Path clerk = Path.of("");
  private Path receipt = Path.of("");
  private String code = "";

  @BeforeEach
  void sendAndMerge() throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    Path master = sample.prepareMaster(folder);
    clerk = master;
    SampleErrand.Person person = SampleErrand.people().get(1);
    officer = sample.prepareOfficer(folder, person);
    Path first = folder.resolve("Dampingan_dindik_2026-07-09.zip");
    Path second = folder.resolve("Dampingan_dindik_2026-07-10.zip");
    receipt = folder.resolve("Tanda-terima.txt");
    try (Store store = Store.open(officer, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      Office office = new Office(store, person.name(), "id", TestWindow.CLOCK);
      for (int i = 0; i < 3; i++) {
        new EditErrand(office).create("permasalahan", null, Map.of("desa", "33.16.13.2001"));
      }
      ExportOrder unsent = new ExportOrder(List.of(), java.util.Set.of(), null, true, null);
      new ExportErrand(office).export(unsent, first, Progress.SILENT);
      new ExportErrand(office).export(ExportOrder.ALL, second, Progress.SILENT);
    }
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      Office office = new Office(store, "Contoh Wening", "id", TestWindow.CLOCK);
      new ImportErrand(office, List.of()).merge(second, Progress.SILENT);
      ReceiptErrand errand = new ReceiptErrand(office);
      code = errand.due().getFirst().code().toString();
      errand.write(receipt, errand.due());
    }
  }

  private static List<String> faults(TestWindow window, String name) {
    window.settle();
    return Pictures.onScreen(() -> {
      WritableImage image = Pictures.draw(window.content.scene());
      Pictures.save(image, name);
      return new ArrayList<>(Faults.of(window.content.scene(), image));
    });
  }

  private TestWindow open(int width, int height) {
    TestWindow window = new TestWindow(folder, width, height);
    window.show();
    Pictures.onScreen(() -> window.content.open(officer, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    return window;
  }

  private static void close(TestWindow window) {
    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
  }

  /// As by its key: the mouse stays away.
  private static void press(String button) {
    Pictures.onScreen(() -> new FxRobot().lookup(button).queryAs(ButtonBase.class).fire());
  }

  private static Desk desk(TestWindow window) {
    return Objects.requireNonNull(window.content.desk());
  }

  @ParameterizedTest
  @CsvSource({"960, 640", "1366, 768"})
  void aTypedCodeTurnsSentIntoReceived(int width, int height) {
    TestWindow window = open(width, height);
    FxRobot robot = new FxRobot();
    try {
      int before = desk(window).store().shipments().unreceived();
      assertEquals(true, before > 0, "the sample's records left");
      window.go(new Place.Home());
      assertEquals(List.of(), faults(window, "kisah-kirim-beranda-" + width));
      window.go(new Place.Send());
      assertEquals(List.of(), faults(window, "kisah-kirim-belum-" + width));
      TextField field = robot.lookup("#send-code").query();
      Pictures.onScreen(field::requestFocus);
      robot.write("kode salah");
      robot.push(KeyCode.ENTER);
      assertEquals(List.of(), faults(window, "kisah-kirim-salah-" + width));
      assertEquals(before, desk(window).store().shipments().unreceived());
      Pictures.onScreen(() -> field.setText(code.toLowerCase(java.util.Locale.ROOT)));
      robot.push(KeyCode.ENTER);
      assertEquals(List.of(), faults(window, "kisah-kirim-diterima-" + width));
      assertEquals(0, desk(window).store().shipments().unreceived());
      assertEquals(List.of(), window.nameless());
    } finally {
      close(window);
    }
  }

  @Test
  void aReceiptFileIsNotedInReceive() {
    TestWindow window = open(960, 640);
    try {
      window.go(new Place.Receive());
      window.willAnswer(receipt);
      FxRobot robot = new FxRobot();
      robot.clickOn("#receive-choose");
      assertEquals(List.of(), faults(window, "kisah-terima-tanda"));
      assertEquals(0, desk(window).store().shipments().unreceived());
    } finally {
      close(window);
    }
  }

  @ParameterizedTest
  @CsvSource({"960, 640", "1366, 768"})
  void theClerkAnswersEverybodyAtOnce(int width, int height) {
    officer = clerk;
    TestWindow window = open(width, height);
    try {
      window.go(new Place.Reception());
      window.willAnswer(folder.resolve("balasan-" + width));
      press("#reception-answer");
      assertEquals(List.of(), faults(window, "kisah-kirim-balik-" + width));
      assertEquals(List.of(), window.nameless());
      assertEquals(true, java.nio.file.Files.isDirectory(folder.resolve("balasan-" + width)));
      press("#answer-back");
      assertEquals(List.of(), faults(window, "kisah-kirim-balik-sudah-" + width));
    } finally {
      close(window);
    }
  }

  @ParameterizedTest
  @CsvSource({"960, 640", "1366, 768"})
  void aStickThatIsPluggedInComesFirst(int width, int height) throws Exception {
    TestWindow window = open(width, height);
    try {
      Path stick = java.nio.file.Files.createDirectory(folder.resolve("KINGSTON-" + width));
      window.plug(stick);
      window.go(new Place.Send());
      press("#send-all");
      assertEquals(List.of(), faults(window, "kisah-kirim-usb-" + width));
      press("#send-stick");
      window.settle();
      press("#send-stick");
      assertEquals(List.of(), faults(window, "kisah-kirim-usb-sudah-" + width));
      try (var files = java.nio.file.Files.list(stick)) {
        assertEquals(2, files.count());
      }
      assertEquals(List.of(), window.nameless());
    } finally {
      close(window);
    }
  }
}
