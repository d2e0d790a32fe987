package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Sensitivity;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The form that the rest of the application sees says all that the sheets say.
class FormRecordTest {
  private static final Form FORM =
      Engine.convert(
          """
          | survey |
          | | type | name | label::Indonesia (id) | label::English (en) | hint | relevant | read_only | required | calculation | constraint | choice_filter | appearance | parameters | save_to | bind::dampingan:kunci | bind::dampingan:sensitif | bind::dampingan:jenis | bind::dampingan:pemilik |
          | | today | hari | | | | | | | | | | | | | | | | |
          | | begin_group | g | Grup | Group | | | | | | | | | | | | | | |
          | | select_one l | a | A | A en | H | 1 = 1 | | yes | | | k = '1' | minimal | | | ya | | | master |
          | | text | nik | NIK | NIK | | | | | | . != '' | | | | nik_kepala | | umum | nik | |
          | | end_group | | | | | | | | | | | | | | | | | |
          | | begin_group | h | | | | | | | | | | | | | | | | |
          | | integer | nik | Kembar | Twin | | | yes | | | | | | | | | spesifik | | |
          | | end_group | | | | | | | | | | | | | | | | | |
          | | note | awas_x | Awas | Beware | | | | | | | | | | | | | | |
          | | hidden | s | | | | | | | | | | | | | | | | |
          | | begin_repeat | r | Baris | Rows | | | | | | | | | | | | | | |
          | | range | n | N | N | | | | | | | | | start=0 end=1 step=0.1 | | | | | |
          | | text | t | T | T | | | yes | | ${n} + 1 | | | | | | | | | |
          | | end_repeat | | | | | | | | | | | | | | | | | |
          | choices |
          | | list_name | name | label::Indonesia (id) | label::English (en) | k |
          | | l | x | Iks | Ex | 1 |
          | settings |
          | | form_title | form_id | version | default_language | namespaces | instance_name |
          | | Judul | uji | 7 | Indonesia (id) | dampingan="http://dampingan.id/xforms" | concat(${a}, '!') |
          | entities |
          | | list_name | label | dampingan:nama |
          | | orang | ${a} | a |
          """);

  @Test
  void knowsItsHead() {
    assertEquals(
        List.of(
            "uji",
            "7",
            "Judul",
            List.of("id", "en"),
            Map.of("id", "Indonesia (id)", "en", "English (en)"),
            "concat(${a}, '!')",
            List.of()),
        List.of(
            FORM.id(),
            FORM.version(),
            FORM.title().in("id"),
            FORM.languages(),
            FORM.languageNames(),
            FORM.instanceName(),
            FORM.externalLists()));
    assertEquals(
        Map.of("l", List.of(new Choice("x", both("Iks", "Ex"), Map.of("k", "1")))), FORM.choices());
    assertEquals(
        List.of(new EntityDeclaration("orang", "uji", "", "${a}", "", "", "a")), FORM.entities());
  }

  @Test
  void knowsItsTables() {
    assertEquals(
        List.of("uji null /data [hari, a, g.nik, h.nik, s]", "uji/r uji /data/r [n, t]"),
        FORM.tables().stream()
            .map(table ->
                table.name()
                    + " "
                    + table.parent()
                    + " "
                    + table.path()
                    + " "
                    + table.fields().stream().map(Field::name).toList())
            .toList());
    assertEquals(both("Baris", "Rows"), FORM.tables().getLast().label());
  }

  @Test
  void knowsEverythingOfAField() {
    Localized hint = new Localized(Map.of("id", "H"));
    assertEquals(
        new Field(
            "a",
            "/data/g/a",
            List.of(both("Grup", "Group")),
            FieldType.SELECT_ONE,
            both("A", "A en"),
            hint,
            Localized.EMPTY,
            "l",
            false,
            "k = '1'",
            true,
            "1 = 1",
            "",
            false,
            false,
            true,
            Sensitivity.NONE,
            "",
            true,
            "minimal",
            Map.of(),
            ""),
        field(FORM.main(), "a"));
    assertEquals(
        new Field(
            "g.nik",
            "/data/g/nik",
            List.of(both("Grup", "Group")),
            FieldType.TEXT,
            both("NIK", "NIK"),
            Localized.EMPTY,
            Localized.EMPTY,
            null,
            false,
            "",
            false,
            "",
            ". != ''",
            false,
            false,
            false,
            Sensitivity.PERSONAL,
            "nik",
            false,
            "",
            Map.of(),
            "nik_kepala"),
        field(FORM.main(), "g.nik"));
  }

  @Test
  void tellsDerivedFromReadOnly() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (FormTable table : FORM.tables()) {
      for (Field field : table.fields()) {
        kinds.put(field.name(), field.type() + " " + field.derived() + " " + field.readOnly());
      }
    }
    assertEquals(
        Map.of(
            "hari", "DATE true true",
            "a", "SELECT_ONE false false",
            "g.nik", "TEXT false false",
            "h.nik", "INTEGER false true",
            "s", "TEXT false true",
            "n", "DECIMAL false false",
            "t", "TEXT true true"),
        kinds);
  }

  @Test
  void readsOldHeadersAndLegacyTypes() {
    Form form =
        Engine.convert(
            """
            | survey |
            | | Type | Name | label:English | bind:relevant | Constraint Message | constraint |
            | | q string | a | A | | Salah | . != '' |
            | | select one from l | b | B | true() | | |
            | | begin group | g | G | | | |
            | | gps | c | C | | | |
            | | end group | | | | | |
            | choices |
            | | list name | value | caption:English |
            | | l | x | X |
            """);
    assertEquals(
        List.of("a TEXT", "b SELECT_ONE", "c GEOPOINT"),
        form.main().fields().stream().map(field -> field.name() + " " + field.type()).toList());
    assertEquals(
        List.of("uji", List.of("en"), "true()", "A"),
        List.of(
            form.id(),
            form.languages(),
            field(form.main(), "b").relevant(),
            field(form.main(), "a").label().in("en")));
  }

  private static Field field(FormTable table, String name) {
    return table.field(name).orElseThrow();
  }

  private static Localized both(String indonesian, String english) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", indonesian);
    texts.put("en", english);
    return new Localized(texts);
  }
}
