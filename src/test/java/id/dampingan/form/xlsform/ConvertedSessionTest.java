package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.FormException;
import id.dampingan.form.FormSession;
import id.dampingan.form.SessionSetting;
import id.dampingan.submission.Localized;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the XForm holds for other clients does no harm on our own screen.
class ConvertedSessionTest {
  private static final UUID ROOT = new UUID(0, 1);
  private static final UUID ROW = new UUID(0, 2);
  private static final UUID OTHER = new UUID(0, 3);

  private static FormSession start(String markdown) throws FormException {
    SessionSetting setting =
        new SessionSetting(
            Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneId.of("Asia/Jakarta")),
            "id",
            "rini",
            "laptop");
    return FormSession.start(Engine.convert(markdown), ChoiceLists.NONE, setting, null, ROOT);
  }

  private static List<String> choices(FormSession session, UUID row, String field) {
    return session.question(row, field).choices().stream().map(Choice::value).toList();
  }

  @Test
  void aRepeatHasNoRowUntilSomebodyAddsIt() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label | default | calculation |
            | | begin_repeat | anggota | Anggota | | |
            | | integer | usia | Usia | 7 | |
            | | text | asal | Asal | concat('Desa ', 'A') | |
            | | begin_repeat | sekolah | Sekolah | | |
            | | text | kelas | Kelas | | |
            | | end_repeat | | | | |
            | | end_repeat | | | | |
            | | calculate | banyak | | | count(${anggota}) |
            """);
    assertEquals(List.of(), session.rows("uji/anggota", ROOT));
    assertEquals("0", session.question(ROOT, "banyak").value());
    session.addRow("uji/anggota", ROOT, ROW);
    assertEquals(List.of(), session.rows("uji/sekolah", ROW));
    assertEquals("7", session.question(ROW, "usia").value());
    assertEquals("Desa A", session.question(ROW, "asal").value());
    assertEquals("1", session.question(ROOT, "banyak").value());
  }

  @Test
  void aMissingTranslationShowsTheFirstLanguage() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label::Indonesia (id) | label::English (en) | hint::Indonesia (id) |
            | | text | nama | Nama | | Lengkap |
            | settings |
            | | default_language |
            | | Indonesia (id) |
            """);
    assertEquals(
        new Localized(Map.of("id", "Nama", "en", "Nama")), session.question(ROOT, "nama").label());
    assertEquals(
        new Localized(Map.of("id", "Lengkap", "en", "Lengkap")),
        session.question(ROOT, "nama").hint());
  }

  @Test
  void aQuestionWithSearchOffersItsList() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label | appearance |
            | | select_one desa | desa | Desa | search('desa') |
            | choices |
            | | list_name | name | label |
            | | desa | a | Desa A |
            | | desa | b | Desa B |
            """);
    assertEquals(List.of("a", "b"), choices(session, ROOT, "desa"));
  }

  @Test
  void answersInAGroupOfARepeatAreChoices() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label | choice_filter |
            | | begin_repeat | anggota | Anggota | |
            | | begin_group | diri | Diri | |
            | | text | nama | Nama | |
            | | end_group | | | |
            | | integer | usia | Usia | |
            | | end_repeat | | | |
            | | select_one ${nama} | siapa | Siapa | |
            | | select_one ${nama} | dewasa | Dewasa | ${usia} > 17 |
            """);
    session.addRow("uji/anggota", ROOT, ROW);
    session.addRow("uji/anggota", ROOT, OTHER);
    session.answer(ROW, "nama", "Tono");
    session.answer(ROW, "usia", "40");
    session.answer(OTHER, "nama", "Tini");
    session.answer(OTHER, "usia", "4");
    assertEquals(List.of("Tono", "Tini"), choices(session, ROOT, "siapa"));
    assertEquals(List.of("Tono"), choices(session, ROOT, "dewasa"));
  }

  @Test
  void rowsOfTheOwnRepeatAreChoices() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label | choice_filter |
            | | begin_repeat | anggota | Anggota | |
            | | text | nama | Nama | |
            | | select_one ${nama} | ayah | Ayah | |
            | | end_repeat | | | |
            """);
    session.addRow("uji/anggota", ROOT, ROW);
    session.addRow("uji/anggota", ROOT, OTHER);
    session.answer(ROW, "nama", "Tono");
    session.answer(OTHER, "nama", "Tini");
    assertEquals(List.of("Tono", "Tini"), choices(session, OTHER, "ayah"));
  }

  @Test
  void ticksAndShapesLeaveTheQuestionAsItIs() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label | parameters |
            | | range | nilai | Nilai | start=1 end=5 tick_interval=2 tick_labelset=skala |
            | | geopoint | titik | Titik | reference-geometry=kebun |
            | choices |
            | | list_name | name | label | geometry |
            | | skala | 1 | Buruk | |
            | | skala | 5 | Baik | |
            | | kebun | k1 | Kebun | -7.1 111.4 |
            """);
    session.answer(ROOT, "nilai", "3");
    session.answer(ROOT, "titik", "-7.1 111.4 0 0");
    assertEquals(List.of(), session.judge().findings());
    assertEquals("3", session.question(ROOT, "nilai").value());
  }

  @Test
  void aLookupInALabelIsFilledIn() throws FormException {
    FormSession session =
        start(
            """
            | survey |
            | | type | name | label |
            | | select_one desa | desa | Desa |
            | | note | salam | Desa instance('desa')/root/item[name = ${desa}]/label, kode ${desa}. |
            | choices |
            | | list_name | name | label |
            | | desa | a | Tutup |
            """);
    session.answer(ROOT, "desa", "a");
    assertEquals(Localized.of("Desa Tutup, kode a."), session.question(ROOT, "salam").label());
  }
}
