package id.dampingan.store;

import static id.dampingan.store.Workshop.change;
import static id.dampingan.store.Workshop.filled;
import static id.dampingan.store.Workshop.uuid;
import static id.dampingan.store.Workshop.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path temp;

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Store open(Path folder, String password) throws WorkspaceException {
    return Store.open(folder, password.toCharArray(), Workshop.CLOCK, Workshop.CHEAP);
  }

  @Test
  void opensWithTheRightPasswordOnly() throws WorkspaceException {
    Path folder = temp.resolve("a");
    Workshop.create(folder).close();
    assertThrows(WrongPassword.class, () -> open(folder, "salah"));
    try (Store store = open(folder, "rahasia")) {
      store.keys().change("rahasia".toCharArray(), "baru".toCharArray());
      assertThrows(
          WrongPassword.class,
          () -> store.keys().change("rahasia".toCharArray(), "x".toCharArray()));
    }
    assertThrows(WrongPassword.class, () -> open(folder, "rahasia"));
    open(folder, "baru").close();
  }

  @Test
  void keepsASecondOneOut() {
    Path folder = temp.resolve("a");
    try (Store store = Workshop.create(folder)) {
      assertThrows(WorkspaceInUse.class, () -> open(folder, "rahasia"));
      assertEquals("Ani", store.workspace().name());
    }
    Workshop.open(folder).close();
  }

  @Test
  void saysWhatIsNoWorkspace() throws IOException {
    assertThrows(NotAWorkspace.class, () -> open(temp, "rahasia"));
    Path folder = temp.resolve("a");
    Workshop.create(folder).close();
    assertThrows(WorkspaceExists.class, () -> Store.restore(temp.resolve("x"), folder));
    Files.writeString(folder.resolve(KeySlots.FILE), "{");
    assertThrows(NotAWorkspace.class, () -> open(folder, "rahasia"));
  }

  @Test
  void keepsItsWriterAsLongAsItStays() {
    Path folder = temp.resolve("a");
    String writer;
    try (Store store = Workshop.households(folder)) {
      writer = store.workspace().writer();
      assertTrue(writer.matches("L[a-z2-7]{7}"), writer);
      write(store, change(null, filled(1, writer + ".1", Map.of("nama", "Sri"))));
    }
    try (Store store = Workshop.open(folder)) {
      assertEquals(writer, store.workspace().writer());
    }
  }

  @Test
  void takesANewWriterInACopy() throws IOException {
    Path folder = temp.resolve("a");
    String writer;
    try (Store store = Workshop.create(folder)) {
      writer = store.workspace().writer();
    }
    copy(folder, temp.resolve("b"));
    try (Store store = Workshop.open(temp.resolve("b"))) {
      assertNotEquals(writer, store.workspace().writer());
      assertEquals(List.of(writer, store.workspace().writer()), store.writers());
    }
  }

  @Test
  void takesANewWriterWhenTheFolderIsPutBack() throws IOException {
    Path folder = temp.resolve("a");
    String writer;
    try (Store store = Workshop.create(folder)) {
      writer = store.workspace().writer();
    }
    copy(folder, temp.resolve("b"));
    Files.move(folder, temp.resolve("old"));
    Files.move(temp.resolve("b"), folder);
    try (Store store = Workshop.open(folder)) {
      assertNotEquals(writer, store.workspace().writer());
    }
  }

  @Test
  void takesANewWriterWhenOnlyTheDatabaseIsPutBack() throws IOException {
    Path folder = temp.resolve("a");
    String writer;
    try (Store store = Workshop.households(folder)) {
      writer = store.workspace().writer();
    }
    Files.copy(folder.resolve(Database.FILE), temp.resolve("old.db"));
    try (Store store = Workshop.open(folder)) {
      write(store, change(null, filled(1, writer + ".1", Map.of("nama", "Sri"))));
    }
    Files.copy(
        temp.resolve("old.db"), folder.resolve(Database.FILE), StandardCopyOption.REPLACE_EXISTING);
    try (Store store = Workshop.open(folder)) {
      assertNotEquals(writer, store.workspace().writer());
    }
  }

  @Test
  void comesBackFromABackupWithAnotherWriter() throws WorkspaceException {
    Path folder = temp.resolve("a");
    byte[] photo = "foto".getBytes(StandardCharsets.UTF_8);
    String name;
    String writer;
    try (Store store = Workshop.households(folder)) {
      writer = store.workspace().writer();
      name = store.media().keep(photo, "JPG");
      write(store, change(null, filled(1, writer + ".1", Map.of("nama", "Sri", "foto", name))));
      store.backup(temp.resolve("cadangan.zip"));
    }
    Store.restore(temp.resolve("cadangan.zip"), temp.resolve("b"));
    try (Store store = Workshop.open(temp.resolve("b"))) {
      assertEquals("Sri", store.submission(uuid(1)).orElseThrow().value("nama"));
      assertArrayEquals(photo, store.media().read(name).orElseThrow());
      assertNotEquals(writer, store.workspace().writer());
      assertEquals(List.of(), store.check());
    }
  }

  @Test
  void sealsPhotosAndNoticesDamage() throws IOException {
    Path folder = temp.resolve("a");
    byte[] photo = "wajah orang".getBytes(StandardCharsets.UTF_8);
    try (Store store = Workshop.create(folder)) {
      String name = store.media().keep(photo, "jpg");
      assertEquals(name, store.media().keep(photo, "jpg"));
      Path file = folder.resolve("media").resolve(name);
      byte[] sealed = Files.readAllBytes(file);
      assertFalse(
          new String(sealed, StandardCharsets.ISO_8859_1).contains("wajah"), "sealed on the disk");
      sealed[20] ^= 1;
      Files.write(file, sealed);
      assertEquals(Optional.empty(), store.media().read(name));
      assertEquals(List.of("file " + name + ": its content was changed"), store.check());
      assertEquals(Optional.empty(), store.media().read("../keys.json"));
    }
  }

  @Test
  void nothingIsReadableOnTheDisk() throws IOException {
    Path folder = temp.resolve("a");
    try (Store store = Workshop.households(folder)) {
      write(store, change(null, filled(1, "Laaaaaaa.1", Map.of("nama", "Sumiyatun"))));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains("Sumiyatun"), file.toString());
      }
    }
  }
}
