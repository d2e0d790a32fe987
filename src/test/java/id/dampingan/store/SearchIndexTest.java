package id.dampingan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.Change;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists are searched in memory: what was written since must be seen at once.
class SearchIndexTest {
  @TempDir Path folder = Path.of(".");

  private static Submission household(int number, String name, String village, String area) {
    return Workshop.filled(
        number,
        "Laaaaaaa.1",
        area.isEmpty()
            ? Map.of("nama", name, "desa", village)
            : Map.of("nama", name, "desa", village, "luas", area));
  }

  private static List<String> names(Store store, Search search) {
    return store.search(search).rows().stream().map(row -> row.value("nama")).toList();
  }

  @Test
  void followsEveryKindOfChange() {
    try (Store store = Workshop.households(folder.resolve("w"))) {
      Search all = Search.of("rumah");
      assertEquals(0, store.search(all).total());
      Submission ani = household(1, "Ani", "A", "9");
      Workshop.write(store, Workshop.change(null, ani));
      assertEquals(List.of("Ani"), names(store, all.withText("ani")));
      Submission budi = Workshop.changed(ani, "Laaaaaaa.2", Map.of("nama", "Budi"));
      Workshop.write(store, Workshop.change(ani, budi));
      assertEquals(List.of(), names(store, all.withText("ani")));
      assertEquals(List.of("Budi"), names(store, all.withText("budi")));
      store.markSent("rumah", Map.of(budi.uuid(), budi.version().toString()));
      assertEquals(0, store.search(all.ofKind(Search.Kind.UNSENT)).total());
      Submission gone = Workshop.changed(budi, "Laaaaaaa.3", Map.of(SystemField.DELETED, "1"));
      Workshop.write(store, Workshop.change(budi, gone));
      assertEquals(0, store.search(all).total());
      assertEquals(List.of("Budi"), names(store, all.ofKind(Search.Kind.DELETED)));
      assertEquals(1, store.search(all.ofKind(Search.Kind.DELETED)).total());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nama, false, Ani Budi Cici Dedi",
    "nama, true,  Dedi Cici Budi Ani",
    // Numbers as numbers; what is empty stands last either way.
    "luas, false, Budi Ani Dedi Cici",
    "luas, true,  Dedi Ani Budi Cici",
    // Of equal villages the uuid decides.
    "desa, false, Budi Dedi Ani Cici"
  })
  void sortsByAnyQuestion(String field, boolean descending, String order) {
    try (Store store = Workshop.households(folder.resolve("w"))) {
      List<Change> changes =
          List.of(
              Workshop.change(null, household(3, "Ani", "B", "9")),
              Workshop.change(null, household(1, "Budi", "A", "8.5")),
              Workshop.change(null, household(4, "Cici", "C", "")),
              Workshop.change(null, household(2, "Dedi", "B", "10")));
      Workshop.write(store, changes.toArray(Change[]::new));
      assertEquals(
          List.of(order.split(" ")), names(store, Search.of("rumah").sortedBy(field, descending)));
      assertEquals(
          List.of(order.split(" ")).subList(1, 3),
          names(store, Search.of("rumah").sortedBy(field, descending).page(1, 2)));
    }
  }

  @Test
  void narrowsByAnAnswerAndTellsWhichThereAre() {
    try (Store store = Workshop.households(folder.resolve("w"))) {
      Workshop.write(
          store,
          Workshop.change(null, household(1, "Ani", "A", "9")),
          Workshop.change(null, household(2, "Budi", "A", "10")),
          Workshop.change(null, household(3, "Cici", "B", "9")));
      Search nine = Search.of("rumah").where(Map.of("luas", "9")).sortedBy("nama", false);
      assertEquals(List.of("Ani", "Cici"), names(store, nine));
      assertEquals(List.of("Ani"), names(store, nine.inVillages(Set.of("A"))));
      assertEquals(List.of("10", "9"), store.values("rumah", "luas", Set.of("A")));
      Submission ani = household(1, "Ani", "A", "9");
      Workshop.write(
          store, Workshop.change(ani, Workshop.changed(ani, "Laaaaaaa.2", Map.of("luas", "11"))));
      assertEquals(List.of("Cici"), names(store, nine));
      assertEquals(List.of("10", "11"), store.values("rumah", "luas", Set.of("A")));
    }
  }
}
