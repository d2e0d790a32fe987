package id.dampingan.programme;

import id.dampingan.form.Form;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.SystemField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far a village's households are, and who was there last.
///
/// @param verified households whose outcome is known
/// @param target how many were to be verified: what the assignment says, else all that are listed
/// @param lastVisit the day of the latest visit, null: none yet
/// @param byOfficer households with a known outcome by the officer who said it
public record VillageProgress(
    int verified, int target, @Nullable LocalDate lastVisit, SortedMap<String, Integer> byOfficer) {
  private static final String HOUSEHOLDS = "rumah_tangga";
  private static final String VISITS = "kunjungan";
  private static final String ASSIGNMENTS = "penugasan";

  /// Reads it from the latest record of each household.
  public static VillageProgress of(Store store, String village) {
    Set<String> here = Set.of(village);
    Map<String, StoredRow> latest = new HashMap<>();
    Optional<Form> households = store.form(HOUSEHOLDS);
    households.ifPresent(form ->
        store.each(
            Selection.LIVE.ofTable(HOUSEHOLDS).inVillages(here),
            row -> {
              if (row.submission().value(SystemField.MERGED_INTO).isEmpty()) {
                latest.merge(
                    Unit.of(form, row), row, (a, b) -> Unit.LATEST.compare(a, b) >= 0 ? a : b);
              }
            }));
    SortedMap<String, Integer> byOfficer = new TreeMap<>();
    int verified = 0;
    for (StoredRow row : latest.values()) {
      String outcome = row.value("hasil");
      if (!outcome.isEmpty() && !outcome.equals("belum")) {
        verified++;
        String officer = row.value("petugas");
        if (!officer.isEmpty()) {
          byOfficer.merge(officer, 1, Integer::sum);
        }
      }
    }
    return new VillageProgress(
        verified, Math.max(target(store, here), latest.size()), lastVisit(store, here), byOfficer);
  }

  private static int target(Store store, Set<String> here) {
    int[] target = new int[1];
    if (store.form(ASSIGNMENTS).isPresent()) {
      store.each(
          Selection.LIVE.ofTable(ASSIGNMENTS).inVillages(here),
          row -> {
            String said = row.value("target_rt");
            if (said.matches("[0-9]{1,7}")) {
              target[0] = Math.max(target[0], Integer.parseInt(said));
            }
          });
    }
    return target[0];
  }

  private static @Nullable LocalDate lastVisit(Store store, Set<String> here) {
    Map<String, LocalDate> last = new HashMap<>();
    if (store.form(VISITS).isPresent()) {
      store.each(
          Selection.LIVE.ofTable(VISITS).inVillages(here),
          row -> {
            try {
              LocalDate day = LocalDate.parse(row.value("tanggal"));
              last.merge(VISITS, day, (a, b) -> a.isAfter(b) ? a : b);
            } catch (DateTimeParseException _) {
              // a visit without a day is none that can be the latest
            }
          });
    }
    return last.get(VISITS);
  }
}
