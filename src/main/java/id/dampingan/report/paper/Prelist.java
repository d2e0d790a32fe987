package id.dampingan.report.paper;

import id.dampingan.form.Choice;
import id.dampingan.form.Form;
import id.dampingan.report.Records;
import id.dampingan.store.StoredRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The households of a village, grouped by hamlet, RW and RT, each with a box for every outcome of
/// the verification.
final class Prelist {
  static final String FORM = "rumah_tangga";
  private static final String NOT_YET = "belum";

  /// Where a household lives; numbers in their order, not by their digits.
  private record Place(String hamlet, String rw, String rt) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing((Place place) -> place.hamlet().toLowerCase(java.util.Locale.ROOT))
            .thenComparing(place -> padded(place.rw()))
            .thenComparing(place -> padded(place.rt()));

    private static String padded(String number) {
      return "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final Form form;
  private final Archive archive;

  Prelist(Form form, Archive archive) {
    this.form = form;
    this.archive = archive;
  }

  /// @param rows empty lines at the end of each group, for households that were not listed
  Facts facts(String village, String round, int rows) {
    List<Choice> outcomes =
        form.choices().getOrDefault("hasil_verval", List.of()).stream()
            .filter(choice -> !choice.value().equals(NOT_YET))
            .toList();
    Map<Place, List<StoredRow>> groups = new TreeMap<>();
    int count = 0;
    for (StoredRow row : new Records(archive.store(), Set.of(village)).at(FORM, village, round)) {
      Place place =
          new Place(
              row.value("dusun").strip(), number(row.value("no_rw")), number(row.value("no_rt")));
      groups.computeIfAbsent(place, _ -> new ArrayList<>()).add(row);
      count++;
    }
    List<Facts> outcomeHeads = new ArrayList<>();
    for (Choice outcome : outcomes) {
      outcomeHeads.add(
          Facts.of("angka", Integer.toString(outcomeHeads.size() + 1))
              .with("label", outcome.label().in(archive.language())));
    }
    List<Facts> tables = new ArrayList<>();
    int number = 0;
    for (var group : groups.entrySet()) {
      List<StoredRow> households = new ArrayList<>(group.getValue());
      households.sort(Comparator.comparing(Prelist::head));
      List<Facts> lines = new ArrayList<>();
      for (StoredRow household : households) {
        lines.add(line(++number, household, outcomes));
      }
      for (int i = 0; i < rows; i++) {
        lines.add(empty(outcomes));
      }
      tables.add(
          Facts.of("dusun", group.getKey().hamlet())
              .with("rw", group.getKey().rw())
              .with("rt", group.getKey().rt())
              .with("jumlah", households.size())
              .with("hasil", outcomeHeads)
              .with("kolom", outcomes.size() + 9)
              .with("baris", lines));
    }
    return Facts.of("jumlah", archive.texts().number(count))
        .with("kelompok", tables)
        .with("hasil", outcomeHeads)
        .with("kosong", count == 0);
  }

  private static String number(String text) {
    return text.strip().replaceFirst("^0+(?=[0-9])", "");
  }

  private static String head(StoredRow row) {
    String name = row.value("nama_kepala");
    return name.isEmpty() ? row.value("pre_nama") : name;
  }

  private static String first(StoredRow row, String... fields) {
    for (String field : fields) {
      if (!row.value(field).isEmpty()) {
        return row.value(field);
      }
    }
    return "";
  }

  private Facts line(int number, StoredRow row, List<Choice> outcomes) {
    String outcome = row.value("hasil");
    return Facts.of("no", Integer.toString(number))
        .with("nama", head(row))
        .with("nik", masked(first(row, "nik_kepala", "pre_nik")))
        .with("kk", masked(first(row, "no_kk", "pre_no_kk")))
        .with("alamat", first(row, "alamat_domisili", "pre_alamat"))
        .with("anggota", first(row, "jml_art", "pre_jml_anggota"))
        .with("sumber", archive.value(row, "pre_sumber"))
        .with("desil", row.value("pre_desil"))
        .with("dikunjungi", !outcome.isEmpty() && !outcome.equals(NOT_YET))
        .with("kotak", boxes(outcomes, outcome));
  }

  private String masked(String digits) {
    return digits.isEmpty() ? "" : archive.number(digits);
  }

  private static Facts empty(List<Choice> outcomes) {
    return new Facts().with("baru", true).with("kotak", boxes(outcomes, ""));
  }

  private static List<Facts> boxes(List<Choice> outcomes, String chosen) {
    return outcomes.stream()
        .map(outcome -> new Facts().with("terpilih", outcome.value().equals(chosen)))
        .toList();
  }
}
