package id.dampingan.report;

import id.dampingan.form.Form;
import id.dampingan.programme.Unit;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The records that a figure at one round is made of: of each unit its latest one not after that
/// round (FORMS 2).
public final class Records {
  private final Map<String, Map<String, List<StoredRow>>> byTableAndVillage = new HashMap<>();
  private final Store store;
  private final Set<String> only;

  /// Of every village.
  public Records(Store store) {
    this(store, Set.of());
  }

  /// @param villages only these, empty: every village
  public Records(Store store, Set<String> villages) {
    this.store = store;
    this.only = Set.copyOf(villages);
  }

  /// The records of a table in a village that count at a round.
  ///
  /// @param table `form` or `form/repeat`
  public List<StoredRow> at(String table, String village, String round) {
    String form = Form.idOf(table);
    Map<String, StoredRow> latest = new HashMap<>();
    for (StoredRow row : rows(form).getOrDefault(village, List.of())) {
      if (row.round().compareTo(round) <= 0) {
        latest.merge(unit(form, row), row, (a, b) -> Unit.LATEST.compare(a, b) >= 0 ? a : b);
      }
    }
    if (table.equals(form)) {
      return List.copyOf(latest.values());
    }
    Set<UUID> roots = new HashSet<>();
    latest.values().forEach(row -> roots.add(row.submission().uuid()));
    return rows(table).getOrDefault(village, List.of()).stream()
        .filter(row -> roots.contains(row.submission().root()))
        .toList();
  }

  /// The rounds in which a village has records of a form.
  Collection<String> rounds(String form, String village) {
    Set<String> rounds = new HashSet<>();
    rows(form).getOrDefault(village, List.of()).forEach(row -> rounds.add(row.round()));
    rounds.remove("");
    return rounds;
  }

  Set<String> villages(String form) {
    return rows(form).keySet();
  }

  /// All live records of a form, whatever their village.
  List<StoredRow> all(String form) {
    return rows(form).values().stream().flatMap(List::stream).toList();
  }

  /// What a record is a picture of: a household through the rounds, a village, an intervention; any
  /// other record is its own unit.
  static String unit(String form, StoredRow row) {
    String tied =
        switch (form) {
          case "rumah_tangga" -> row.value("rt_terdaftar");
          case "profil_desa" -> row.village();
          case "kemajuan" -> row.value("intervensi");
          default -> "";
        };
    return tied.isEmpty() ? row.submission().uuid().toString() : tied;
  }

  private Map<String, List<StoredRow>> rows(String table) {
    Map<String, List<StoredRow>> known = byTableAndVillage.get(table);
    if (known == null) {
      Map<String, List<StoredRow>> rows = new HashMap<>();
      if (store.form(Form.idOf(table)).isPresent()) {
        store.each(
            Selection.LIVE.ofTable(table).inVillages(only),
            row -> {
              if (!row.submission().isMerged()) {
                rows.computeIfAbsent(row.village(), _ -> new ArrayList<>()).add(row);
              }
            });
      }
      byTableAndVillage.put(table, rows);
      known = rows;
    }
    return known;
  }
}
