package id.dampingan.report.paper;

import com.samskivert.mustache.Mustache;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.programme.Indicator;
import id.dampingan.programme.Indicator.Direction;
import id.dampingan.programme.Pack;
import id.dampingan.report.Figure;
import id.dampingan.report.Recap;
import id.dampingan.report.Records;
import id.dampingan.report.Tally;
import id.dampingan.store.StoredRow;
import id.dampingan.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A village on two pages (report 5): who it is and how it stands, before and after; its problems,
/// potentials, what is done there. What nobody recorded yet is said to be missing.
final class ProfilePaper {
  private static final String FORM = "profil_desa";
  private static final int MOST = 5;
  private static final double MAP_WIDTH = 56;
  private static final double MAP_HEIGHT = 58;
  private static final double NORTH = -6.84;
  private static final double SOUTH = -7.39;
  private static final double WEST = 111.08;
  private static final double EAST = 111.64;

  private final Archive archive;
  private final Pack pack;
  private final Texts texts;

  ProfilePaper(Archive archive, Pack pack) {
    this.archive = archive;
    this.pack = pack;
    this.texts = archive.texts();
  }

  Facts facts(String village, String round) {
    Records records = new Records(archive.store(), Set.of(village));
    StoredRow profile =
        records.at(FORM, village, round).stream()
            .max(Comparator.comparing(StoredRow::round))
            .orElse(null);
    Facts facts =
        new Facts()
            .with("adaprofil", profile != null)
            .with("titik", map(village))
            .with("lebarpeta", millimetres(MAP_WIDTH))
            .with("tinggipeta", millimetres(MAP_HEIGHT))
            .with("ruas", lines(profile))
            .with("nilai", values(profile));
    if (profile != null) {
      facts
          .with("pertanggal", archive.date(profile.value("tanggal")))
          .with("putaranprofil", texts.round(profile.round()));
    }
    return facts
        .with(figures(village, round))
        .with("masalah", problems(village))
        .with("potensi", potentials(village))
        .with("tindakan", actions(village))
        .with("kunjungan", visits(village))
        .with("jmlkunjungan", archive.rows("kunjungan", village).size())
        .with("foto", photos(village));
  }

  /// `{{#ruas}}jml_kk jarak_sd{{/ruas}}`: a line of label and value for each of these questions.
  private Mustache.Lambda lines(@Nullable StoredRow profile) {
    Form form = archive.store().form(FORM).orElse(null);
    return (fragment, out) -> {
      for (String name : fragment.execute().strip().split("\\s+")) {
        Field field = form == null ? null : form.main().field(name).orElse(null);
        if (field != null) {
          String value = profile == null ? "" : value(profile, name);
          out.write("<tr><td>");
          out.write(Html.text(BlankForm.plain(field.label(), texts)));
          out.write("</td><td class=\"nilai\">");
          out.write(value.isEmpty() ? "–" : Html.text(value));
          out.write("</td></tr>");
        }
      }
    };
  }

  /// `{{#nilai}}kades{{/nilai}}`: one answer of the profile, a dash if there is none.
  private Mustache.Lambda values(@Nullable StoredRow profile) {
    return (fragment, out) -> {
      String value = profile == null ? "" : value(profile, fragment.execute().strip());
      out.write(value.isEmpty() ? "–" : Html.text(value));
    };
  }

  private String value(StoredRow profile, String name) {
    String value = profile.value(name);
    return name.startsWith("rp_") ? archive.rupiah(value) : archive.value(profile, name);
  }

  /// A dot for every village at its place; the village itself and its district stand out.
  private List<Facts> map(String village) {
    List<Facts> dots = new ArrayList<>();
    for (StoredRow row : archive.rows("wilayah", "")) {
      String[] point = row.value("koordinat").split(" ");
      if (point.length < 2) {
        continue;
      }
      double latitude = Double.parseDouble(point[0]);
      double longitude = Double.parseDouble(point[1]);
      String code = row.value("kode");
      boolean here = code.equals(village);
      boolean near = code.length() > 8 && village.startsWith(code.substring(0, 8));
      double size = here ? 3.2 : near ? 1.5 : 0.9;
      dots.add(
          Facts.of("x", millimetres((longitude - WEST) / (EAST - WEST) * MAP_WIDTH - size / 2))
              .with("y", millimetres((NORTH - latitude) / (NORTH - SOUTH) * MAP_HEIGHT - size / 2))
              .with("besar", millimetres(size))
              .with("jenis", here ? "ini" : near ? "dekat" : "jauh"));
    }
    return dots;
  }

  private static String millimetres(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }

  private Facts figures(String village, String round) {
    Recap recap = Recap.of(archive.store(), pack, round, Set.of(village));
    List<Facts> lines = new ArrayList<>();
    String baseline = "";
    for (Recap.Village found : recap.villages()) {
      if (!found.code().equals(village)) {
        continue;
      }
      baseline = found.baselineRound();
      for (Map.Entry<Indicator, Figure> figure : found.figures().entrySet()) {
        if (figure.getKey().line().isEmpty() && !figure.getValue().equals(Figure.NONE)) {
          lines.add(figure(figure.getKey(), figure.getValue()));
        }
      }
    }
    return Facts.of("angka", lines)
        .with("awal", texts.round(baseline))
        .with("kini", texts.round(round));
  }

  private Facts figure(Indicator indicator, Figure figure) {
    Double change = figure.change();
    boolean better =
        change != null
            && change != 0
            && (indicator.direction() == Direction.UP ? change > 0 : change < 0);
    String judged =
        change == null || indicator.direction() == Direction.NONE
            ? ""
            : change == 0 ? "paper.same" : better ? "paper.better" : "paper.worse";
    Double before = number(figure.baseline());
    Double now = number(figure.now());
    double most =
        Math.max(
            Math.max(before == null ? 0 : before, now == null ? 0 : now),
            indicator.aggregate() == Indicator.Aggregate.RATIO ? 100 : 1);
    return Facts.of("kode", indicator.code())
        .with("nama", indicator.name().in(texts.language()))
        .with("satuan", indicator.unit())
        .with("sumber", texts.get("paper.source." + indicator.source()))
        .with("awal", said(before))
        .with("lalu", said(number(figure.previous())))
        .with("kini", said(now))
        .with("selisih", change == null ? "" : (change > 0 ? "+" : "") + said(change))
        .with("arti", judged.isEmpty() ? "" : texts.get(judged))
        .with("batangawal", bar(before, most))
        .with("batangkini", bar(now, most));
  }

  private static String bar(@Nullable Double value, double most) {
    return millimetres(value == null ? 0 : Math.max(0, value) / most * 22);
  }

  private static @Nullable Double number(@Nullable Tally tally) {
    return tally == null ? null : tally.value();
  }

  private String said(@Nullable Double value) {
    return value == null ? "–" : texts.decimal(value, 1);
  }

  private List<Facts> problems(String village) {
    return archive.rows("permasalahan", village).stream()
        .sorted(
            Comparator.comparing(AnswersPaper::priority)
                .thenComparing(row -> -amount(row, "jml"))
                .thenComparing(row -> row.value("judul")))
        .limit(MOST)
        .map(row ->
            Facts.of("judul", row.value("judul"))
                .with("jumlah", archive.value(row, "jml"))
                .with("satuan", archive.value(row, "satuan"))
                .with("prioritas", row.value("prioritas"))
                .with("status", archive.value(row, "status_masalah")))
        .toList();
  }

  private List<Facts> potentials(String village) {
    return archive.rows("potensi", village).stream()
        .sorted(
            Comparator.comparing((StoredRow row) -> -amount(row, "nilai_rp"))
                .thenComparing(row -> row.value("nama_potensi")))
        .limit(MOST)
        .map(row ->
            Facts.of("nama", row.value("nama_potensi"))
                .with("volume", archive.value(row, "volume"))
                .with("satuan", archive.value(row, "satuan"))
                .with("tahap", archive.value(row, "tahap")))
        .toList();
  }

  private List<Facts> actions(String village) {
    List<StoredRow> reports = archive.rows("kemajuan", village);
    return archive.rows("intervensi", village).stream()
        .sorted(Comparator.comparing(row -> row.value("mulai")))
        .map(row -> {
          StoredRow latest =
              reports.stream()
                  .filter(report ->
                      report.value("intervensi").equals(row.submission().uuid().toString()))
                  .max(Comparator.comparing(report -> report.value("tanggal")))
                  .orElse(null);
          return Facts.of("kegiatan", row.value("kegiatan"))
              .with("opd", archive.value(row, "opd_pj"))
              .with("anggaran", archive.rupiah(row.value("anggaran")))
              .with("mulai", archive.shortDate(row.value("mulai")))
              .with("selesai", archive.shortDate(row.value("selesai")))
              .with("status", archive.value(row, "status_intervensi"))
              .with("persen", latest == null ? "" : archive.value(latest, "persen"));
        })
        .toList();
  }

  private List<Facts> visits(String village) {
    return archive.rows("kunjungan", village).stream()
        .sorted(Comparator.comparing((StoredRow row) -> row.value("tanggal")).reversed())
        .limit(MOST)
        .map(row ->
            Facts.of("tanggal", archive.shortDate(row.value("tanggal")))
                .with("kegiatan", archive.value(row, "kegiatan"))
                .with("petugas", row.value("petugas"))
                .with("temuan", row.value("temuan")))
        .toList();
  }

  /// The latest two pairs of photos before and after.
  private List<Facts> photos(String village) {
    return archive.rows("kemajuan", village).stream()
        .filter(row -> !row.value("foto_sebelum").isEmpty() && !row.value("foto_sesudah").isEmpty())
        .sorted(Comparator.comparing((StoredRow row) -> row.value("tanggal")).reversed())
        .limit(2)
        .map(row ->
            Facts.of("kegiatan", archive.value(row, "intervensi"))
                .with("sebelum", photo(row.value("foto_sebelum")))
                .with("sesudah", photo(row.value("foto_sesudah"))))
        .toList();
  }

  private String photo(String name) {
    return archive.store().media().read(name).map(PrintedPhoto::address).orElse("");
  }

  private static double amount(StoredRow row, String field) {
    try {
      return Double.parseDouble(row.value(field));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
