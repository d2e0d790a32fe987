package id.dampingan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.merge.Outcome;
import id.dampingan.programme.Pack;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.Json;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample story, as `sample-data` keeps it: what merging it shows, in any order.
@Tag("slow")
class SampleMergeTest {
  private static final char[] PASSWORD = "contoh".toCharArray();
  private static final Clock CLOCK = Clock.systemDefaultZone();

  @TempDir static Path folder = Path.of(".");

  private static List<Path> files = List.of();

  /// A master as it was before the officers' files came; each test works on a copy.
  @BeforeAll
  static void masterBeforeTheFiles() throws Exception {
    files = new SampleErrand("id", CLOCK).files(folder);
    try (Store store = make("base", Role.MASTER)) {
      merge(store, files.getFirst());
    }
  }

  private static Store make(String name, Role role) throws Exception {
    Store store =
        CheapStores.create(
            folder.resolve(name), PASSWORD, new WorkspaceSettings(role, name, "setda"), CLOCK);
    new SetUpErrand(office(store)).bringPack(Pack.load());
    return store;
  }

  private static Store copy(String name) throws Exception {
    Path to = folder.resolve(name);
    try (Stream<Path> all = Files.walk(folder.resolve("base"))) {
      for (Path path : all.toList()) {
        Path target = to.resolve(folder.resolve("base").relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return Store.open(to, PASSWORD, CLOCK);
  }

  private static Office office(Store store) {
    return new Office(store, "Bappeda", "id", CLOCK);
  }

  private static FileResult merge(Store store, Path file) {
    return merge(office(store), file);
  }

  private static FileResult merge(Office office, Path file) {
    return new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
  }

  private static List<String> json(Store store, Selection selection) {
    List<String> lines = new ArrayList<>();
    SubmissionJson json = new SubmissionJson();
    store.each(selection, row -> lines.add(Json.write(json.of(row))));
    return lines;
  }

  private static String heldCells(Store store) {
    Set<String> cells = new TreeSet<>();
    store
        .held(null)
        .forEach(hold ->
            hold.row()
                .cells()
                .forEach(cell ->
                    cells.add(
                        hold.row().form()
                            + " "
                            + cell.field()
                            + " "
                            + cell.value()
                            + " "
                            + cell.problem().code())));
    return cells.toString();
  }

  /// All 24 orders where the tests are run at length, else those that are turns of the first and
  /// of the last: each file comes at each place, before and after each other.
  @Test
  void theFilesInAnyOrderMakeOneAndTheSameMaster() throws Exception {
    List<Path> officers = files.subList(1, files.size());
    List<List<Path>> orders =
        Integer.getInteger("property.tries", 0) > 1000
            ? permutations(officers)
            : Stream.concat(turns(officers), turns(officers.reversed())).toList();
    Set<List<String>> masters = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    Set<String> held = new TreeSet<>();
    for (int i = 0; i < orders.size(); i++) {
      try (Store store = copy("order-" + i)) {
        Office office = office(store);
        orders.get(i).forEach(file -> merge(office, file));
        masters.add(json(store, Selection.ALL));
        held.add(heldCells(store));
      }
    }
    assertEquals(1, masters.size());
    assertEquals(1, held.size());
  }

  @Test
  void theFilesAgainChangeNothing() throws Exception {
    try (Store store = copy("again")) {
      files.forEach(file -> merge(store, file));
      List<String> before = json(store, Selection.ALL);
      int batches = store.batches().size();
      for (Path file : files) {
        FileResult again = merge(store, file);
        assertEquals(0, again.counts().of(Outcome.NEW) + again.counts().of(Outcome.CHANGED));
        assertEquals(null, again.batch(), file + " " + again.changes());
      }
      assertEquals(before, json(store, Selection.ALL));
      assertEquals(batches, store.batches().size());
    }
  }

  @Test
  void theStoryShowsItsConflictItsHeldCellsAndItsDeletion() throws Exception {
    try (Store store = copy("story")) {
      List<FileResult> results = files.stream().map(file -> merge(store, file)).toList();
      assertEquals(
          List.of(Set.of("bantuan")),
          store.conflicts(null, Set.of()).stream()
              .map(row -> row.submission().conflicts().keySet())
              .toList());
      assertEquals(
          "[kunjungan tanggal 31/04/2026 NOT_A_DATE, rumah_tangga nik_kepala 3316132302809000"
              + " DIGITS_LOST]",
          heldCells(store));
      assertEquals(1, results.get(1).counts().of(Outcome.DELETED));
      assertTrue(
          results.stream()
              .flatMap(result -> result.held().stream())
              .noneMatch(line -> line.problem().code() == ProblemCode.HIDDEN_DAMAGED));
      List<String> heads = new ArrayList<>();
      store.each(
          Selection.LIVE.ofTable("rumah_tangga").inRound("2026-2"),
          row -> heads.add(row.value("nama_kepala")));
      assertEquals(
          1, heads.stream().filter(name -> name.contains("Painem")).count(), "typed twice, one");
      assertEquals(
          2,
          heads.stream().filter(name -> name.contains("Sarmi") || name.contains("Kromo")).count());
    }
  }

  @Test
  void theOfficersGivenTheMastersExportEndEqualToItOverTheirVillages() throws Exception {
    try (Store master = copy("master")) {
      files.forEach(file -> merge(master, file));
      for (SampleErrand.Person person : SampleErrand.people()) {
        Path update = folder.resolve("untuk-" + person.folder() + ".xlsx");
        new ExportErrand(office(master))
            .export(
                new ExportOrder(List.of(), Set.of(person.village()), null, false, null),
                update,
                Progress.SILENT);
        try (Store officer = make(person.folder(), Role.OFFICER)) {
          merge(officer, files.getFirst());
          merge(officer, update);
          Selection village = Selection.ALL.inVillages(Set.of(person.village()));
          assertEquals(json(master, village), json(officer, village), person.name());
        }
      }
    }
  }

  private static Stream<List<Path>> turns(List<Path> all) {
    return IntStream.range(0, all.size())
        .mapToObj(first ->
            Stream.concat(all.subList(first, all.size()).stream(), all.subList(0, first).stream())
                .toList());
  }

  private static List<List<Path>> permutations(List<Path> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Path>> orders = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Path> rest = new ArrayList<>(all);
      Path first = rest.remove(i);
      for (List<Path> order : permutations(rest)) {
        List<Path> one = new ArrayList<>(List.of(first));
        one.addAll(order);
        orders.add(one);
      }
    }
    return orders;
  }

  @Test
  void theDemoEndsWithOfficersEqualToTheMaster() throws IOException {
    var out = new java.io.StringWriter();
    var err = new java.io.StringWriter();
    int code =
        Commands.run(
            new java.io.PrintWriter(out),
            new java.io.PrintWriter(err),
            "demo",
            folder.resolve("demo").toString(),
            "--language",
            "id");
    assertEquals(ExitCode.WAITING, code, err.toString());
    String text = out.toString();
    assertEquals(4, text.lines().filter(line -> line.contains("kini sama dengan induk")).count());
    assertTrue(Files.exists(folder.resolve("demo/keluar/rekap-2026-2.xlsx")), text);
  }
}
