package id.dampingan.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Draws scenes without a window into `target/screens`, and looks for what is wrong in them.
public final class Pictures {
  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final Path FOLDER = Path.of("target", "screens");

  private Pictures() {}

  /// Starts JavaFX once for all tests of this JVM.
  public static void startToolkit() {
    if (STARTED.compareAndSet(false, true)) {
      CountDownLatch started = new CountDownLatch(1);
      try {
        Platform.startup(started::countDown);
      } catch (IllegalStateException _) {
        started.countDown(); // another test did it
      }
      await(started);
      Platform.setImplicitExit(false);
    }
  }

  /// Runs on the screen's thread and waits.
  public static <T> T onScreen(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  public static void onScreen(Runnable work) {
    onScreen(() -> {
      work.run();
      return true;
    });
  }

  /// Lets everything run that was asked to run later.
  public static void settle() {
    for (int i = 0; i < 3; i++) {
      onScreen(() -> {});
    }
  }

  /// Saves a picture of the scene.
  public static void save(Scene scene, String name) {
    save(onScreen(() -> draw(scene)), name);
  }

  /// Draws the scene as a window would after some pulses: cells are filled only while others are
  /// laid out; on the screen's thread.
  public static WritableImage draw(Scene scene) {
    for (int i = 0; i < 2; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    return scene.snapshot(null);
  }

  /// Saves a picture.
  public static void save(WritableImage image, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    try {
      Files.createDirectories(FOLDER);
      write(picture, FOLDER.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Packs quickly rather than small: there are hundreds.
  private static void write(BufferedImage picture, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (OutputStream bytes = Files.newOutputStream(file);
        ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(0.9f);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  /// The texts that are cut off with an ellipsis though nobody allowed it.
  public static List<String> truncated(Parent root) {
    List<String> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isEmpty()
        && !labeled.getStyleClass().contains("shrinks")) {
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text text
            && !text.getText().equals(labeled.getText())
            && text.getText().endsWith(labeled.getEllipsisString())) {
          found.add(labeled.getText() + " -> " + text.getText());
        }
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
