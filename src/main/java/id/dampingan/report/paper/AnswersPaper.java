package id.dampingan.report.paper;

import id.dampingan.store.StoredRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Every problem of a village with what is done about it, by whom and when, and why where it is not
/// (report 8): for the village head's board.
final class AnswersPaper {
  private final Archive archive;
  private final Clock clock;

  AnswersPaper(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  Facts facts(String village) {
    List<StoredRow> actions = archive.rows("intervensi", village);
    List<StoredRow> reports = archive.rows("kemajuan", village);
    List<StoredRow> problems = new ArrayList<>(archive.rows("permasalahan", village));
    problems.sort(
        Comparator.comparing(AnswersPaper::priority)
            .thenComparing(row -> row.value("tanggal"))
            .thenComparing(row -> row.submission().uuid().toString()));
    List<Facts> lines = new ArrayList<>();
    int answered = 0;
    for (StoredRow problem : problems) {
      List<Facts> answers = new ArrayList<>();
      String uuid = problem.submission().uuid().toString();
      for (StoredRow action : actions) {
        if (Arrays.asList(action.value("masalah").split(" ")).contains(uuid)) {
          answers.add(action(action, reports));
        }
      }
      boolean refused = !problem.value("jawaban").isEmpty();
      boolean open = answers.isEmpty() && !refused;
      answered += open ? 0 : 1;
      lines.add(
          Facts.of("no", Integer.toString(lines.size() + 1))
              .with("masalah", problem.value("judul"))
              .with("uraian", problem.value("uraian"))
              .with("jumlah", archive.value(problem, "jml"))
              .with("satuan", archive.value(problem, "satuan"))
              .with("prioritas", problem.value("prioritas"))
              .with("dusun", problem.value("dusun"))
              .with("status", archive.value(problem, "status_masalah"))
              .with("tindakan", answers)
              .with("jawaban", problem.value("jawaban"))
              .with("alasan", archive.value(problem, "alasan_jawaban"))
              .with("penjawab", archive.value(problem, "opd_menjawab"))
              .with("selesai", archive.date(problem.value("tgl_selesai")))
              .with("belumdijawab", open));
    }
    return Facts.of("jumlah", lines.size())
        .with("dijawab", answered)
        .with("belum", lines.size() - answered)
        .with("adabelum", answered < lines.size())
        .with("hari", archive.texts().date(LocalDate.now(clock)))
        .with("kosong", lines.isEmpty())
        .with("baris", lines);
  }

  private Facts action(StoredRow action, List<StoredRow> reports) {
    StoredRow latest =
        reports.stream()
            .filter(row -> row.value("intervensi").equals(action.submission().uuid().toString()))
            .max(Comparator.comparing(row -> row.value("tanggal")))
            .orElse(null);
    return Facts.of("kegiatan", action.value("kegiatan"))
        .with("opd", archive.value(action, "opd_pj"))
        .with("orang", action.value("petugas_pj"))
        .with("jabatan", action.value("jabatan_pj"))
        .with("mulai", archive.shortDate(action.value("mulai")))
        .with("selesai", archive.shortDate(action.value("selesai")))
        .with("status", archive.value(action, "status_intervensi"))
        .with("ket", action.value("ket_status"))
        .with("target", archive.value(action, "target"))
        .with("satuan", archive.value(action, "satuan"))
        .with("persen", latest == null ? "" : archive.value(latest, "persen"))
        .with("pertanggal", latest == null ? "" : archive.shortDate(latest.value("tanggal")));
  }

  /// The village meeting's order; what it did not name comes last.
  static int priority(StoredRow problem) {
    try {
      return (int) Double.parseDouble(problem.value("prioritas"));
    } catch (NumberFormatException _) {
      return Integer.MAX_VALUE;
    }
  }
}
