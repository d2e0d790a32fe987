package id.dampingan.ui.entry;

import id.dampingan.store.Store;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.StatusLine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A process that answers one question after the other, as the entry screen does, until it is
/// killed; it prints how many answers the bottom line calls saved.
public final class ScriptedEntry {
  static final char[] PASSWORD = "kuda batu".toCharArray();
  static final List<String> FIELDS = List.of("a", "b", "c", "d", "e");
  static final String FORM =
      """
      | survey |
      | | type | name | label | calculation |
      | | text | a | A | |
      | | text | b | B | |
      | | text | c | C | |
      | | text | d | D | |
      | | text | e | E | |
      | | calculate | semua | | concat(${a}, ${b}, ${c}, ${d}, ${e}) |
      | settings |
      | | form_title | form_id | version |
      | | Uji | uji | 1 |
      """;

  private final EntryModel model;
  private final UUID root;
  private int answered;

  private ScriptedEntry(EntryModel model, StatusLine status, UUID root) {
    this.model = model;
    this.root = root;
    status
        .savingProperty()
        .addListener((_, _, saving) -> {
          if (!saving) {
            System.out.println("SAVED " + answered);
          }
        });
  }

  static UUID root(int trial) {
    return new UUID(0x4000, trial);
  }

  static String field(int number) {
    return FIELDS.get(number % FIELDS.size());
  }

  static String value(int number) {
    return "jawaban " + number;
  }

  /// @param arguments the workspace's folder, the trial
  public static void main(String[] arguments) throws Exception {
    int trial = Integer.parseInt(arguments[1]);
    ExecutorService screen = Executors.newSingleThreadExecutor();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    Store store = Store.open(Path.of(arguments[0]), PASSWORD, Clock.systemUTC());
    Desk desk = new Desk(store, Clock.systemUTC(), screen);
    Background background = new Background(worker, worker, screen);
    StatusLine status = new StatusLine();
    ScriptedEntry script =
        screen
            .submit(() ->
                new ScriptedEntry(
                    new EntryModel(
                        desk,
                        background,
                        status,
                        Clock.systemUTC(),
                        new Place.NewEntry("uji", null, root(trial))),
                    status,
                    root(trial)))
            .get();
    while (screen.submit(() -> script.model.stateProperty().get()).get()
        != EntryModel.State.READY) {
      Thread.sleep(5);
    }
    Random random = new Random(trial);
    while (true) {
      screen.submit(script::answer).get();
      Thread.sleep(random.nextInt(12));
    }
  }

  private void answer() {
    int number = answered + 1;
    answered = number;
    model.answer(new Spot(root, field(number)), value(number));
  }
}
