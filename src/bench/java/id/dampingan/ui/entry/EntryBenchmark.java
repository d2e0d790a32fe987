package id.dampingan.ui.entry;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.form.FormTable;
import id.dampingan.form.SessionSetting;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.Localized;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xform.parse.XFormParser;

/// How long an answer holds the next key: in a form of 300 questions and 100 calculations, among
/// 200 members, in a table of 1,000 rows; and a letter typed into a list of 83,000 villages.
///
/// Each is printed beside what a bare JavaRosa, or a bare scan of the labels, needs for the same.
/// Times are the thread's processor time. Run it with `-Xmx256m`.
public final class EntryBenchmark {
  private static final int QUESTIONS = 300;
  private static final int CALCULATIONS = 100;
  private static final int SECTIONS = 10;
  private static final int ROUNDS = 1_500;

  private EntryBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    System.out.printf("%-46s %9s %9s %12s%n", "", "median", "p99", "of yardstick");
    wide();
    repeat(200, 600);
    repeat(1_000, 150);
    villages(83_000);
  }

  // One wide form

  private static String wideForm() {
    StringBuilder form = new StringBuilder("| survey |\n| | type | name | label | required |");
    form.append(" relevant | constraint | calculation |\n");
    for (int i = 0; i < QUESTIONS; i++) {
      if (i % (QUESTIONS / SECTIONS) == 0) {
        if (i > 0) {
          form.append("| | end_group | | | | | | |\n");
        }
        form.append("| | begin_group | g").append(i).append(" | Bagian ").append(i);
        form.append(" | | | | |\n");
      }
      String relevant = i % 7 == 6 ? "${q" + (i - 1) + "} != 3" : "";
      form.append("| | integer | q").append(i).append(" | Pertanyaan ").append(i);
      form.append(" | ").append(i % 3 == 0 ? "yes" : "").append(" | ").append(relevant);
      form.append(" | . >= 0 and . <= 1000 | |\n");
      if (i % (QUESTIONS / CALCULATIONS) == 2) {
        int of = i / (QUESTIONS / CALCULATIONS);
        form.append("| | calculate | c").append(of).append(" | | | | | ${q").append(i);
        form.append("} + ${q").append(i - 1).append("}");
        form.append(of % 10 == 0 ? "" : " + ${c" + (of - 1) + "}").append(" |\n");
      }
    }
    form.append("| | end_group | | | | | | |\n");
    return form + "| settings |\n| | form_title | form_id | version |\n| | Lebar | lebar | 1 |\n";
  }

  private static void wide() throws Exception {
    Form form = read(wideForm());
    long[] open = new long[15];
    long[] parse = new long[15];
    for (int i = 0; i < open.length; i++) {
      long start = now();
      start(form);
      open[i] = now() - start;
      start = now();
      bare(form);
      parse[i] = now() - start;
    }
    print("open 300 questions, 100 calculations", open, median(parse));

    FormSession session = start(form);
    FormDef bare = bare(form);
    UUID root = session.root();
    String section = session.sections().getFirst().id();
    Random random = new Random(1);
    long[] ours = new long[ROUNDS];
    long[] screen = new long[ROUNDS];
    long[] theirs = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      String field = "q" + random.nextInt(QUESTIONS);
      String value = Integer.toString(random.nextInt(900));
      long start = now();
      session.answer(root, field, value);
      ours[i] = now() - start;
      session.sections();
      session.questions(section);
      screen[i] = now() - start;
      int at = Integer.parseInt(field.substring(1)) / (QUESTIONS / SECTIONS);
      theirs[i] = answerBare(bare, "g" + at * (QUESTIONS / SECTIONS), field, value);
    }
    print("an answer: evaluation", tail(ours), median(tail(theirs)));
    print("an answer: with what the screen asks then", tail(screen), median(tail(theirs)));
  }

  // Many rows

  private static String repeatForm() {
    StringBuilder form = new StringBuilder("| survey |\n| | type | name | label | required |");
    form.append(" relevant | constraint | calculation |\n");
    form.append("| | text | kepala | Kepala | yes | | | |\n");
    form.append("| | begin_repeat | anggota | Anggota | | | | |\n");
    for (int i = 0; i < 12; i++) {
      form.append("| | integer | q").append(i).append(" | Pertanyaan ").append(i);
      form.append(" | yes | | . >= 0 and . <= 1000 | |\n");
    }
    form.append("| | calculate | a | | | | | if(${q0} > 10, 1, 0) |\n");
    form.append("| | calculate | b | | | | | ${q1} + ${q2} |\n");
    form.append("| | end_repeat | | | | | | |\n");
    form.append("| | calculate | jml | | | | | sum(${a}) |\n");
    form.append("| | calculate | total | | | | | sum(${b}) |\n");
    return form + "| settings |\n| | form_title | form_id | version |\n| | Baris | baris | 1 |\n";
  }

  private static void repeat(int rows, int rounds) throws Exception {
    Form form = read(repeatForm());
    FormTable table = form.tables().get(1);
    FormSession session = start(form);
    List<UUID> all = new ArrayList<>();
    long[] adding = new long[rows];
    for (int i = 0; i < rows; i++) {
      long start = now();
      UUID row = session.addRow(table.name(), session.root(), UUID.randomUUID());
      adding[i] = now() - start;
      all.add(row);
    }
    FormDef bare = bare(form);
    Random random = new Random(2);
    long[] ours = new long[rounds];
    long[] theirs = new long[rounds];
    TreeElement one = bareRows(bare, table.path(), rows);
    for (int i = 0; i < rounds; i++) {
      UUID row = all.get(random.nextInt(rows));
      String field = "q" + random.nextInt(3);
      String value = Integer.toString(random.nextInt(900));
      long start = now();
      session.answer(row, field, value);
      session.sections();
      session.questions(table.name(), row);
      // What a table draws again: the rows that are seen, with their states.
      for (int seen = 0; seen < Math.min(20, rows); seen++) {
        for (int q = 0; q < 8; q++) {
          session.cell(all.get(seen), "q" + q);
        }
        session.rowState(all.get(seen));
      }
      ours[i] = now() - start;
      TreeElement leaf = child(one, field);
      start = now();
      bare.setValue(new StringData(value), leaf.getRef(), leaf, true);
      theirs[i] = now() - start;
    }
    print("an answer among " + rows + " rows, drawn", tail(ours), median(tail(theirs)));
    print("a row added to " + rows, tail(adding), median(tail(theirs)));
  }

  /// Rows in a bare instance; gives the last one.
  private static TreeElement bareRows(FormDef bare, String path, int rows) {
    TreeElement root = bare.getMainInstance().getRoot();
    TreeElement found = bare.getMainInstance().getTemplatePath(reference(path));
    TreeElement template = found == null ? child(root, "anggota") : found;
    for (int i = root.getChildMultiplicity("anggota"); i < rows; i++) {
      TreeElement row = template.deepCopy(false);
      row.setMult(i);
      root.addChild(row);
    }
    bare.initialize(false, new InstanceInitializationFactory());
    return Objects.requireNonNull(root.getChild("anggota", rows - 1));
  }

  // A long list

  private static void villages(int count) throws Exception {
    List<Choice> villages = new ArrayList<>(count);
    String[] names = {"Sumber", "Karang", "Kali", "Ngawen", "Tlogo", "Kedung", "Jati", "Randu"};
    Random random = new Random(3);
    for (int i = 0; i < count; i++) {
      String name = names[random.nextInt(names.length)] + " " + Integer.toString(i, 36);
      String code = "%010d".formatted(i);
      villages.add(
          new Choice(
              code,
              Localized.of(name),
              Map.of("name", code, "label", name, "kabupaten", "k" + i % 514)));
    }
    List<Choice> kept = List.copyOf(villages);
    ChoiceLists lists = list -> list.equals("desa") ? kept : List.of();
    Form form =
        read(
            """
            | survey |
            | | type | name | label | choice_filter |
            | | text | kabupaten | Kabupaten | |
            | | select_one_from_file desa.csv | asal | Asal | |
            | | select_one_from_file desa.csv | tujuan | Tujuan | kabupaten = ${kabupaten} |
            | settings |
            | | form_title | form_id | version |
            | | Daftar | daftar | 1 |
            """);
    long start = now();
    FormSession session =
        FormSession.start(form, lists, SessionSetting.of(Clock.systemUTC()), null, new UUID(0, 1));
    System.out.printf(
        Locale.ROOT,
        "%-46s %6.1f ms%n",
        "open a form with " + count + " villages",
        (now() - start) / 1e6);
    UUID root = session.root();
    long[] ours = new long[200];
    long[] scan = new long[200];
    String letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = 0; i < ours.length; i++) {
      String typed = String.valueOf(letters.charAt(i % letters.length()));
      start = now();
      List<Choice> choices = session.question(root, "asal").choices();
      ChoiceSearch.find(choices, typed, "id", Set.of(), 200);
      ours[i] = now() - start;
      start = now();
      long found =
          kept.stream()
              .filter(each -> each.label().in("id").toLowerCase(Locale.ROOT).contains(typed))
              .count();
      scan[i] = now() - start + (found < 0 ? 1 : 0);
    }
    print("first letter to list, " + count + " villages", ours, median(scan));
    long[] cascade = new long[100];
    for (int i = 0; i < cascade.length; i++) {
      start = now();
      session.answer(root, "kabupaten", "k" + i);
      session.question(root, "tujuan").choices();
      cascade[i] = now() - start;
    }
    print("another regency to its villages", cascade, median(scan));
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        "heap with %d villages and %d choices: %d MB of %d MB%n",
        kept.size(),
        session.question(root, "asal").choices().size(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
  }

  // Parts

  /// The processor's time of this thread: a busy machine does not spoil it.
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Form read(String markdown) throws Exception {
    return XlsForms.read("form.md", markdown.getBytes(StandardCharsets.UTF_8));
  }

  private static FormSession start(Form form) throws Exception {
    return FormSession.start(
        form,
        ChoiceLists.NONE,
        SessionSetting.of(Clock.systemUTC()),
        null,
        UUID.nameUUIDFromBytes(new byte[] {1}));
  }

  /// The same form in JavaRosa alone.
  private static FormDef bare(Form form) throws Exception {
    FormDef def = new XFormParser(new StringReader(form.xform())).parse(null);
    def.initialize(true, new InstanceInitializationFactory());
    return def;
  }

  private static long answerBare(FormDef bare, String group, String field, String value) {
    TreeElement leaf = child(child(bare.getMainInstance().getRoot(), group), field);
    long start = now();
    bare.setValue(new StringData(value), leaf.getRef(), leaf, true);
    return now() - start;
  }

  private static TreeElement child(TreeElement of, String name) {
    return Objects.requireNonNull(of.getChild(name, 0));
  }

  private static TreeReference reference(String path) {
    TreeReference reference = TreeReference.rootRef();
    for (String step : path.substring(1).split("/")) {
      reference.add(step, TreeReference.INDEX_UNBOUND);
    }
    return reference;
  }

  /// The later half: the first is warming up.
  private static long[] tail(long[] times) {
    return Arrays.copyOfRange(times, times.length / 2, times.length);
  }

  private static double median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String what, long[] times, double yardstick) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-46s %6.2f ms %6.2f ms %9.1f x%n",
        what,
        median(sorted) / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        median(sorted) / yardstick);
  }
}
