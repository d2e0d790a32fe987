package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Bagikan: a colleague's laptop gets its part of a village's work.
///
/// The package is an ordinary one and is merged like any other, so what comes back meets what stayed
/// here record by record. Nothing counts as sent to Bappeda by it. Who got which part is remembered.
public final class ShareErrand {
  private static final String GIVEN = "bagikan";

  private final Office office;

  /// How a village's work is split.
  public enum By {
    /// By the answer `dusun`.
    HAMLET,
    /// By hamlet, RW and RT.
    NEIGHBOURHOOD,
    /// By form: the list of households, the list of problems, …
    LIST
  }

  /// A part of a village's work.
  ///
  /// @param value what its records have in common; the empty text: they do not say it
  /// @param records how many filled forms, drafts included
  /// @param drafts how many of these are drafts
  public record Part(String value, Map<String, Integer> byForm, int drafts, Set<UUID> records) {
    public Part {
      byForm = Map.copyOf(byForm);
      records = Set.copyOf(records);
    }
  }

  /// What a colleague got.
  public record Given(
      String colleague, String village, By by, String value, int records, Instant at) {}

  /// What was written.
  public record Shared(Path file, int records) {}

  public ShareErrand(Office office) {
    this.office = office;
  }

  /// The parts of a village's work, by what they have in common.
  public List<Part> parts(String village, By by) {
    Map<String, List<StoredRow>> groups = new TreeMap<>(ShareErrand::naturally);
    Store store = office.store();
    for (Form form : store.forms()) {
      if (isWork(form)) {
        store.each(
            Selection.LIVE.ofTable(form.id()).inVillages(Set.of(village)),
            row -> groups.computeIfAbsent(value(row, by), _ -> new ArrayList<>()).add(row));
      }
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach((value, rows) -> {
      Map<String, Integer> byForm = new HashMap<>();
      Set<UUID> records = new HashSet<>();
      int drafts = 0;
      for (StoredRow row : rows) {
        byForm.merge(row.submission().form(), 1, Integer::sum);
        records.add(row.submission().uuid());
        drafts += row.complete() ? 0 : 1;
      }
      parts.add(new Part(value, byForm, drafts, records));
    });
    return parts;
  }

  private static boolean isWork(Form form) {
    return form.main().field("desa").isPresent()
        && !form.main().fields().stream()
            .filter(field -> !field.derived())
            .allMatch(Field::ownedByMaster);
  }

  private static String value(StoredRow row, By by) {
    return switch (by) {
      case HAMLET -> hamlet(row);
      case NEIGHBOURHOOD -> neighbourhood(row);
      case LIST -> row.submission().form();
    };
  }

  private static String hamlet(StoredRow row) {
    String said = row.value("dusun").strip();
    return said.isEmpty() ? "" : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }

  private static String neighbourhood(StoredRow row) {
    String rt = number(row.value("no_rt"));
    if (rt.isEmpty()) {
      return "";
    }
    String rw = number(row.value("no_rw"));
    String place = "RT " + rt + (rw.isEmpty() ? "" : " RW " + rw);
    return hamlet(row).isEmpty() ? place : hamlet(row) + ", " + place;
  }

  /// 004 and 4 are one.
  private static String number(String said) {
    return said.strip().replaceFirst("^0+(?=.)", "");
  }

  private static int naturally(String a, String b) {
    int length = Integer.compare(digits(a), digits(b));
    return a.replaceAll("[0-9]+", "").equals(b.replaceAll("[0-9]+", "")) && length != 0
        ? length
        : a.compareTo(b);
  }

  private static int digits(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty()
        ? 0
        : Integer.parseInt(digits.substring(0, Math.min(8, digits.length())));
  }

  /// Writes the colleague's package and remembers it.
  ///
  /// @throws IOException if the file cannot be written; then nothing is remembered
  public Shared share(
      String colleague, String village, By by, Collection<Part> parts, Path out, Progress progress)
      throws IOException, Refused {
    Set<UUID> records = new HashSet<>();
    Set<String> forms = new HashSet<>();
    for (Part part : parts) {
      records.addAll(part.records());
      forms.addAll(part.byForm().keySet());
    }
    List<String> inOrder =
        office.store().forms().stream().map(Form::id).filter(forms::contains).toList();
    ExportOrder order = new ExportOrder(inOrder, Set.of(village), null, false, null, true);
    new ExportErrand(office).share(order, records, out, progress);
    List<Given> given = new ArrayList<>(given());
    for (Part part : parts) {
      given.removeIf(each ->
          each.village().equals(village) && each.by() == by && each.value().equals(part.value()));
      given.add(
          new Given(
              colleague,
              village,
              by,
              part.value(),
              part.records().size(),
              office.clock().instant()));
    }
    keep(given);
    office.store().audit(office.user(), "share", colleague + ": " + out.getFileName());
    return new Shared(out, records.size());
  }

  /// Who has which part, the oldest first.
  public List<Given> given() {
    List<Given> given = new ArrayList<>();
    String kept = office.store().setting(GIVEN);
    if (!kept.isEmpty() && Json.read(kept) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> one) {
          given.add(
              new Given(
                  text(one, "rekan"),
                  text(one, "desa"),
                  By.valueOf(text(one, "menurut")),
                  text(one, "bagian"),
                  Integer.parseInt(text(one, "isian")),
                  Instant.parse(text(one, "kapan"))));
        }
      }
    }
    return given;
  }

  /// A part is the village's again: forgets who had it.
  public void takeBack(Given back) {
    List<Given> given = new ArrayList<>(given());
    given.remove(back);
    keep(given);
  }

  private void keep(List<Given> given) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Given each : given) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("rekan", each.colleague());
      one.put("desa", each.village());
      one.put("menurut", each.by().name());
      one.put("bagian", each.value());
      one.put("isian", Integer.toString(each.records()));
      one.put("kapan", each.at().toString());
      list.add(one);
    }
    office.store().setSetting(GIVEN, Json.write(list));
  }

  private static String text(Map<?, ?> one, String name) {
    return String.valueOf(one.get(name));
  }
}
