package id.dampingan.exchange;

import id.dampingan.programme.Pack;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Makes workspaces filled with the sample story, to be looked at and tried.
public final class SampleErrand {
  /// The password of every sample workspace: its persons are invented.
  public static final String PASSWORD = "contoh";

  /// What Bappeda's master held before the officers' files came.
  public static final String MASTER_FILE = "bappeda-data-awal.xlsx";

  /// The officers' files, in the order of the story.
  public static final List<String> OFFICER_FILES =
      List.of("petugas-a.xlsx", "petugas-b.xlsx", "petugas-c.xlsx", "petugas-d.xlsx");

  private static final List<Person> PEOPLE =
      List.of(
          new Person("petugas-a", "Contoh Rahayu", "setda", "33.16.13.2001"),
          new Person("petugas-b", "Contoh Wibowo", "setda", "33.16.13.2001"),
          new Person("petugas-c", "Contoh Lestari", "setwan", "33.16.01.2008"),
          new Person("petugas-d", "Contoh Prasetyo", "bappeda", "33.16.01.2009"));

  private final String language;
  private final Clock clock;

  /// An officer of the story.
  ///
  /// @param folder the workspace's folder below the sample's
  /// @param village the code of the village that the agency accompanies
  public record Person(String folder, String name, String agency, String village) {}

  public SampleErrand(String language, Clock clock) {
    this.language = language;
    this.clock = clock;
  }

  public static List<Person> people() {
    return PEOPLE;
  }

  /// Makes Bappeda's master in `bappeda` below the folder, as it was before the files came, and
  /// lays the officers' files in `masuk`; what is there already stays as it is.
  ///
  /// @return the master's folder
  public Path prepareMaster(Path folder) throws IOException, WorkspaceException {
    Path master = folder.resolve("bappeda");
    List<Path> files = files(folder);
    if (!Files.exists(master)) {
      make(
          master, new WorkspaceSettings(Role.MASTER, "Bappeda Blora", "bappeda"), files.getFirst());
    }
    return master;
  }

  /// Makes an officer's workspace with what Bappeda sent; one that is there stays as it is.
  public Path prepareOfficer(Path folder, Person person) throws IOException, WorkspaceException {
    Path workspace = folder.resolve(person.folder());
    List<Path> files = files(folder);
    if (!Files.exists(workspace)) {
      make(
          workspace,
          new WorkspaceSettings(Role.OFFICER, person.name(), person.agency()),
          files.getFirst());
    }
    return workspace;
  }

  private void make(Path workspace, WorkspaceSettings settings, Path file)
      throws IOException, WorkspaceException {
    try (Store store = Store.create(workspace, PASSWORD.toCharArray(), settings, clock)) {
      Office office = new Office(store, settings.name(), language, clock);
      new SetUpErrand(office).bringPack(Pack.load());
      FileResult result = new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
      if (result.kind() == FileResult.Kind.REFUSED) {
        throw new IOException("the sample file " + file + " was refused: " + result.error());
      }
    }
  }

  /// The sample's files, the master's first, laid into `masuk` below the folder.
  public List<Path> files(Path folder) throws IOException {
    Path incoming = folder.resolve("masuk");
    Files.createDirectories(incoming);
    List<String> names = new ArrayList<>(List.of(MASTER_FILE));
    names.addAll(OFFICER_FILES);
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      Path file = incoming.resolve(name);
      try (InputStream in = SampleErrand.class.getResourceAsStream("/sample-data/" + name)) {
        if (in == null) {
          throw new FileNotFoundException("the sample file " + name + " is missing");
        }
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      files.add(file);
    }
    return files;
  }
}
