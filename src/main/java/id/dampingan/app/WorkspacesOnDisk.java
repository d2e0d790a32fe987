package id.dampingan.app;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Partnership;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Workspaces in folders, with the programme's forms in each new one.
final class WorkspacesOnDisk implements Workspaces {
  private final Path home;
  private final Clock clock;
  private final Executor screen;
  private final Supplier<String> language;

  /// @param home where workspaces are proposed
  /// @param screen the screen's thread
  /// @param language of sentences and sheets
  WorkspacesOnDisk(Path home, Clock clock, Executor screen, Supplier<String> language) {
    this.home = home;
    this.clock = clock;
    this.screen = screen;
    this.language = language;
  }

  @Override
  public List<Agency> agencies() {
    return Pack.load().form("perangkat_daerah").map(PackForm::rows).orElse(List.of()).stream()
        .map(row -> new Agency(row.getOrDefault("kode_opd", ""), row.getOrDefault("nama", "")))
        .filter(agency -> !agency.code().isEmpty())
        .sorted(Comparator.comparing(Agency::name))
        .toList();
  }

  @Override
  public Path usualFolder() {
    return home.resolve("data-kerja");
  }

  @Override
  public String version() {
    String version = WorkspacesOnDisk.class.getPackage().getImplementationVersion();
    return version == null ? "1.0" : version;
  }

  @Override
  public Desk create(
      Path folder, char[] password, WorkspaceSettings settings, @Nullable Path received)
      throws WorkspaceException, IOException {
    Store store = Store.create(folder, password, settings, clock);
    boolean ready = false;
    try {
      Office office = new Office(store, settings.name(), language.get(), clock);
      new SetUpErrand(office).bringPack(Pack.load());
      if (received != null) {
        FileResult result = new ImportErrand(office, List.of()).merge(received, Progress.SILENT);
        if (result.error() != null) {
          throw new IOException(Sentences.in(language.get()).reason(result.error()));
        }
      }
      ready = true;
      return new Desk(store, clock, screen);
    } finally {
      if (!ready) {
        store.close();
      }
    }
  }

  @Override
  public Desk partner(Path folder, char[] password, String name, Path received)
      throws WorkspaceException, IOException {
    Store store =
        Store.create(folder, password, new WorkspaceSettings(Role.OFFICER, name, ""), clock);
    boolean ready = false;
    try {
      Office office = new Office(store, name, language.get(), clock);
      FileResult result = new Partnership(office).begin(received, Progress.SILENT);
      if (result.error() != null) {
        throw new IOException(Sentences.in(language.get()).reason(result.error()));
      }
      ready = true;
      return new Desk(store, clock, screen);
    } finally {
      if (!ready) {
        store.close();
      }
    }
  }

  @Override
  public Desk open(Path folder, char[] password) throws WorkspaceException, IOException {
    return new Desk(Store.open(folder, password, clock), clock, screen);
  }

  @Override
  public Desk restore(Path file, Path folder, char[] password)
      throws WorkspaceException, IOException {
    boolean opened = false;
    Store.restore(file, folder);
    try {
      Desk desk = open(folder, password);
      opened = true;
      return desk;
    } finally {
      if (!opened) {
        empty(folder);
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(folder)) {
          Files.delete(each);
        }
      }
    }
  }

  @Override
  public Desk demo(Background.Reporter reporter) throws WorkspaceException, IOException {
    SampleErrand sample = new SampleErrand(language.get(), clock);
    Path officer = sample.prepareOfficer(home.resolve("contoh"), SampleErrand.people().getFirst());
    return open(officer, SampleErrand.PASSWORD.toCharArray());
  }
}
