package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a new version of a form meant for the records that were there: noted when a package brings
/// it, read at any later time.
public final class FormUpdates {
  private static final String NOTED = "pembaruan.formulir";
  private static final int MOST = 20;

  private final Office office;
  private final Map<String, Form> before;

  /// What one new version did.
  ///
  /// @param form the form's id
  /// @param from the version that was the newest before
  /// @param records filled forms that were there, drafts included; they are asked the new version
  /// @param drafts how many of them are drafts
  /// @param added fields that are new
  /// @param dropped fields that are asked no more
  /// @param kept how many answers to dropped questions stay stored
  /// @param changed fields whose words or rules are others now
  public record Report(
      String form,
      String from,
      String to,
      Instant at,
      int records,
      int drafts,
      List<String> added,
      List<String> dropped,
      int kept,
      List<String> changed) {
    public Report {
      added = List.copyOf(added);
      dropped = List.copyOf(dropped);
      changed = List.copyOf(changed);
    }
  }

  private FormUpdates(Office office) {
    this.office = office;
    this.before = newest(office.store());
  }

  /// Remembers which versions are the newest, before a package is taken in.
  static FormUpdates before(Office office) {
    return new FormUpdates(office);
  }

  private static Map<String, Form> newest(Store store) {
    Map<String, Form> newest = new LinkedHashMap<>();
    store.forms().forEach(form -> newest.put(form.id(), form));
    return newest;
  }

  /// Notes what is newer now.
  List<Report> note() {
    List<Report> reports = new ArrayList<>();
    newest(office.store())
        .forEach((id, now) -> {
          Form old = before.get(id);
          if (old != null && !old.version().equals(now.version())) {
            reports.add(report(old, now));
          }
        });
    if (!reports.isEmpty()) {
      List<Report> all = new ArrayList<>(reports);
      all.addAll(all(office.store()));
      office.store().setSetting(NOTED, Json.write(written(all.stream().limit(MOST).toList())));
    }
    return reports;
  }

  /// What a version means for the records of the one before it; writes nothing.
  Report report(Form old, Form now) {
    Map<String, Field> was = asked(old);
    Map<String, Field> is = asked(now);
    Set<String> dropped = new TreeSet<>(was.keySet());
    dropped.removeAll(is.keySet());
    List<String> changed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    is.forEach((key, field) -> {
      Field earlier = was.get(key);
      if (earlier == null) {
        added.add(key);
      } else if (!isSame(earlier, field)) {
        changed.add(key);
      }
    });
    int[] counts = new int[3];
    for (FormTable table : old.tables()) {
      office
          .store()
          .each(
              Selection.LIVE.ofTable(table.name()),
              row -> {
                counts[0] += table.isRepeat() ? 0 : 1;
                counts[1] += table.isRepeat() || row.complete() ? 0 : 1;
                counts[2] += kept(row, table.name(), dropped);
              });
    }
    return new Report(
        now.id(),
        old.version(),
        now.version(),
        office.clock().instant(),
        counts[0],
        counts[1],
        added,
        List.copyOf(dropped),
        counts[2],
        changed);
  }

  private static int kept(StoredRow row, String table, Set<String> dropped) {
    int kept = 0;
    for (String key : dropped) {
      int slash = key.lastIndexOf('/');
      if (key.substring(0, slash).equals(table)
          && !row.submission().value(key.substring(slash + 1)).isEmpty()) {
        kept++;
      }
    }
    return kept;
  }

  private static boolean isSame(Field a, Field b) {
    return a.label().equals(b.label())
        && a.required() == b.required()
        && a.relevant().equals(b.relevant())
        && a.constraint().equals(b.constraint())
        && a.choiceFilter().equals(b.choiceFilter())
        && Objects.equals(a.list(), b.list());
  }

  /// What people are asked, by table and name.
  private static Map<String, Field> asked(Form form) {
    Map<String, Field> asked = new LinkedHashMap<>();
    for (FormTable table : form.tables()) {
      for (Field field : table.fields()) {
        if (!field.derived()) {
          asked.put(table.name() + "/" + field.name(), field);
        }
      }
    }
    return asked;
  }

  /// A question in people's words, as a version asks it; its name if that version does not.
  public static String words(@Nullable Form form, String key, String language) {
    Field field = form == null ? null : asked(form).get(key);
    String label = field == null ? "" : field.label().in(language);
    return label.isEmpty() ? key.substring(key.lastIndexOf('/') + 1) : label;
  }

  /// Whether a package brings a version of a form that is not here, whatever its rows say.
  public static boolean areIn(Path file, Store store) {
    return store.workspace().role() != Role.MASTER
        && IncomingPackage.forms(file, new Seals(store)).entrySet().stream()
            .anyMatch(each -> store.form(each.getKey(), each.getValue()).isEmpty());
  }

  /// Drafts that were begun on another version than the newest.
  public static List<StoredRow> drafts(Store store, String form) {
    String newest = store.form(form).map(Form::version).orElse("");
    List<StoredRow> drafts = new ArrayList<>();
    if (!newest.isEmpty()) {
      store.each(
          Selection.LIVE.ofTable(form),
          row -> {
            String version = row.submission().formVersion();
            if (!row.complete()
                && !version.equals(newest)
                && store.form(form, version).isPresent()) {
              drafts.add(row);
            }
          });
    }
    return drafts;
  }

  /// All that was noted, the newest first.
  public static List<Report> all(Store store) {
    List<Report> all = new ArrayList<>();
    String noted = store.setting(NOTED);
    if (!noted.isEmpty() && Json.read(noted) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> one) {
          all.add(read(one));
        }
      }
    }
    return all;
  }

  private static Report read(Map<?, ?> one) {
    return new Report(
        text(one, "formulir"),
        text(one, "dari"),
        text(one, "ke"),
        Instant.parse(text(one, "kapan")),
        Integer.parseInt(text(one, "isian")),
        Integer.parseInt(text(one, "draf")),
        words(one, "baru"),
        words(one, "hilang"),
        Integer.parseInt(text(one, "tersimpan")),
        words(one, "berubah"));
  }

  private static String text(Map<?, ?> one, String name) {
    return String.valueOf(one.get(name));
  }

  private static List<String> words(Map<?, ?> one, String name) {
    return one.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static List<Map<String, Object>> written(List<Report> reports) {
    return reports.stream()
        .map(each -> {
          Map<String, Object> one = new HashMap<>();
          one.put("formulir", each.form());
          one.put("dari", each.from());
          one.put("ke", each.to());
          one.put("kapan", each.at().toString());
          one.put("isian", Integer.toString(each.records()));
          one.put("draf", Integer.toString(each.drafts()));
          one.put("baru", each.added());
          one.put("hilang", each.dropped());
          one.put("tersimpan", Integer.toString(each.kept()));
          one.put("berubah", each.changed());
          return one;
        })
        .toList();
  }
}
