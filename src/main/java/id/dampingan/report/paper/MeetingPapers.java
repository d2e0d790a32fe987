package id.dampingan.report.paper;

import id.dampingan.store.StoredRow;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What people sign and stamp in a village: the visit sheet, who was present, the minutes of the
/// village meeting. What is recorded already is printed, the rest is room for the pen.
final class MeetingPapers {
  static final String VISITS = "kunjungan";
  static final String MEETINGS = "musyawarah";
  private static final Locale INDONESIAN = Locale.of("id", "ID");

  private final Archive archive;

  MeetingPapers(Archive archive) {
    this.archive = archive;
  }

  /// The visits of a round, or one visit, and empty lines.
  Facts visits(String village, String round, @Nullable UUID visit, int rows) {
    List<Facts> lines = new ArrayList<>();
    archive.rows(VISITS, village).stream()
        .filter(row ->
            visit == null
                ? round.isEmpty() || row.round().equals(round)
                : row.submission().uuid().equals(visit))
        .sorted(Comparator.comparing(row -> row.value("tanggal")))
        .forEach(row -> lines.add(visit(lines.size() + 1, row)));
    for (int i = lines.size(); i < rows; i++) {
      lines.add(Facts.of("no", Integer.toString(i + 1)));
    }
    return new Facts().with("baris", lines).with("tim", team(village));
  }

  private Facts visit(int number, StoredRow row) {
    String guests =
        row.value("peserta").equals("mitra")
            ? archive.value(row, "mitra") + joined(row.value("nama_peserta"))
            : archive.value(row, "anggota_tim");
    String people = guests.isBlank() ? row.value("petugas") : guests;
    return Facts.of("no", Integer.toString(number))
        .with("tanggal", weekday(row.value("tanggal")))
        .with("lama", archive.value(row, "durasi_jam"))
        .with("petugas", people + joined(row.value("peserta_lain")))
        .with("surat", row.value("no_surat_tugas"))
        .with("kegiatan", archive.value(row, "kegiatan"))
        .with("ditemui", archive.value(row, "ditemui"))
        .with("temuan", row.value("temuan"))
        .with("tindaklanjut", row.value("tindak_lanjut"));
  }

  private static String joined(String more) {
    return more.isEmpty() ? "" : ", " + more;
  }

  private List<Facts> team(String village) {
    List<Facts> members = new ArrayList<>();
    for (StoredRow decree : archive.rows("sk_tim", "")) {
      if (!Arrays.asList(decree.value("desa_dampingan").split(" ")).contains(village)) {
        continue;
      }
      for (StoredRow member : archive.rows("sk_tim/anggota", "")) {
        if (member.submission().root().equals(decree.submission().uuid())) {
          members.add(
              Facts.of("no", Integer.toString(members.size() + 1))
                  .with("nama", member.value("nama"))
                  .with("jabatan", member.value("jabatan"))
                  .with("kedudukan", archive.value(member, "kedudukan")));
        }
      }
    }
    return members;
  }

  /// A meeting's place and time, and empty lines to sign.
  Facts attendance(@Nullable StoredRow meeting, int rows) {
    Facts facts = meeting == null ? new Facts() : meeting(meeting);
    return facts.with(
        "baris",
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                number -> Facts.of("no", Integer.toString(number)).with("ganjil", number % 2 == 1))
            .toList());
  }

  /// The minutes, filled as far as the meeting is recorded.
  Facts minutes(String village, @Nullable StoredRow meeting) {
    Facts facts = meeting == null ? Facts.of("hitung", true) : meeting(meeting);
    List<Facts> priorities = new ArrayList<>();
    List<String> chosen =
        meeting == null ? List.of() : Arrays.asList(meeting.value("masalah_dibahas").split(" "));
    archive.rows("permasalahan", village).stream()
        .filter(row ->
            chosen.contains(row.submission().uuid().toString())
                || (meeting == null && !row.value("prioritas").isEmpty()))
        .sorted(Comparator.comparing(AnswersPaper::priority))
        .forEach(row ->
            priorities.add(
                Facts.of("no", Integer.toString(priorities.size() + 1))
                    .with("masalah", row.value("judul"))
                    .with("jumlah", archive.value(row, "jml"))
                    .with("satuan", archive.value(row, "satuan"))
                    .with("usulan", row.value("usulan_solusi"))));
    for (int i = priorities.size(); meeting == null && i < 5; i++) {
      priorities.add(Facts.of("no", Integer.toString(i + 1)));
    }
    List<Facts> lines = new ArrayList<>();
    for (int i = 0; meeting == null && i < 6; i++) {
      lines.add(new Facts());
    }
    return facts.with("prioritas", priorities).with("garis", lines);
  }

  private Facts meeting(StoredRow row) {
    LocalDate day = Archive.day(row.value("tanggal"));
    boolean registers = Arrays.asList(row.value("agenda").split(" ")).contains("dtks");
    return Facts.of("rapat", true)
        .with("nomor", row.value("no_ba"))
        .with("jenis", archive.value(row, "jenis"))
        .with("tanggal", weekday(row.value("tanggal")))
        .with(
            "tanggalkata",
            day == null
                ? ""
                : day.getDayOfWeek().getDisplayName(TextStyle.FULL, INDONESIAN)
                    + " "
                    + Spelled.date(day, day.getMonth().getDisplayName(TextStyle.FULL, INDONESIAN)))
        .with("tempat", row.value("tempat"))
        .with("pimpinan", row.value("pimpinan"))
        .with("petugas", row.value("petugas"))
        .with("agenda", archive.value(row, "agenda"))
        .with("unsur", archive.value(row, "unsur"))
        .with("keputusan", row.value("keputusan"))
        .with("lakilaki", row.value("hadir_laki_laki"))
        .with("perempuan", row.value("hadir_perempuan"))
        .with("hadir", sum(row.value("hadir_laki_laki"), row.value("hadir_perempuan")))
        .with("hitung", registers)
        .with("total", row.value("ba_total"))
        .with("a", row.value("ba_1a"))
        .with("b", row.value("ba_1b"))
        .with("c", row.value("ba_1c"))
        .with("d", row.value("ba_1d"))
        .with("baru", row.value("ba_2"));
  }

  private static String sum(String a, String b) {
    try {
      return a.isEmpty() && b.isEmpty()
          ? ""
          : Integer.toString(
              Integer.parseInt(a.isEmpty() ? "0" : a) + Integer.parseInt(b.isEmpty() ? "0" : b));
    } catch (NumberFormatException _) {
      return "";
    }
  }

  private String weekday(String value) {
    LocalDate day = Archive.day(value);
    return day == null ? value : archive.texts().weekday(day);
  }

  /// The village's latest meeting.
  Optional<StoredRow> latest(String village) {
    return archive.rows(MEETINGS, village).stream()
        .max(Comparator.comparing((StoredRow row) -> row.value("tanggal")));
  }
}
