package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What pyxform refuses is refused, with sheet, row, column and a code.
class RefusalTest {
  private static final String CHOICES =
      """
      | choices |
      | | list_name | name | label |
      | | yn | ya | Ya |
      | | yn | tidak | Tidak |
      """;

  /// A survey sheet whose columns are `type name label` and one more.
  private static String survey(String column, String... rows) {
    StringBuilder text =
        new StringBuilder("| survey |\n| | type | name | label | " + column + " |\n");
    for (String row : rows) {
      text.append("| | ").append(row.replace(";", " |")).append(" |\n");
    }
    return text.append(CHOICES).toString();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("survey:0::missing_survey", "| form |\n| | type |\n"),
        fault("survey:1:type:missing_header", "| survey |\n| | name | label |\n| | a | A |\n"),
        fault(
            "survey:1:relevance:duplicate_header",
            "| survey |\n| | type | name | label | relevant | relevance |\n| | text | a | A | 1 | 1 |\n"),
        fault("survey:2:type:missing_type", survey("hint", "; a; A;")),
        fault("survey:2:name:missing_name", survey("hint", "text;; A;")),
        fault("survey:2:name:invalid_name", survey("hint", "text; 1a; A;")),
        fault("survey:2:name:invalid_name", survey("hint", "text; a b; A;")),
        fault("survey:3:name:duplicate_name", survey("hint", "text; a; A;", "integer; a; A;")),
        fault("survey:2:name:reserved_name", survey("hint", "text; meta; A;")),
        fault("survey:2:type:unknown_type", survey("hint", "txet; a; A;")),
        fault("survey:2:type:missing_list", survey("hint", "select_one; a; A;")),
        fault("survey:2:type:unknown_list", survey("hint", "select_one ny; a; A;")),
        fault(
            "survey:2:type:unknown_list",
            "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"),
        fault("survey:2:label:missing_label", survey("hint", "text; a;;")),
        fault("survey:2:calculation:missing_calculation", survey("calculation", "calculate; a;;")),
        fault("survey:2:type:unmatched_begin", survey("hint", "begin_group; g; G;")),
        fault("survey:2:type:unmatched_end", survey("hint", "end_group;;;", "text; a; A;")),
        fault(
            "survey:3:type:unmatched_end survey:2:type:unmatched_begin",
            survey("hint", "begin_group; g; G;", "end_repeat;;;")),
        fault(
            "survey:6:name:duplicate_repeat_name",
            survey(
                "hint",
                "begin_group; g; G;",
                "begin_repeat; r; R;",
                "end_repeat;;;",
                "end_group;;;",
                "begin_repeat; r; R;",
                "end_repeat;;;")),
        fault(
            "survey:2:name:duplicate_repeat_name",
            survey("hint", "begin_repeat; data; R;", "text; a; A;", "end_repeat;;;")),
        fault(
            "survey:2:required:required_section",
            survey("required", "begin_group; g; G; yes", "text; a; A;", "end_group;;;")),
        fault(
            "survey:2:calculation:calculated_section",
            survey("calculation", "begin_group; g; G; 1", "text; a; A;", "end_group;;;")),
        fault("survey:2:relevant:unknown_reference", survey("relevant", "text; a; A; ${b} = 1")),
        fault(
            "survey:6:relevant:ambiguous_reference",
            survey(
                "relevant",
                "text; a; A;",
                "begin_group; g; G;",
                "text; a; A;",
                "end_group;;;",
                "text; b; B; ${a} = 1")),
        fault("survey:2:label:unknown_reference", survey("relevant", "text; a; Halo ${b};")),
        fault("survey:2:label:bad_reference", survey("relevant", "text; a; Halo ${b;")),
        fault("survey:2:relevant:bad_expression", survey("relevant", "text; a; A; (1 = 1")),
        fault("survey:2:relevant:bad_expression", survey("relevant", "text; a; A; 'x = 1")),
        fault("survey:2:relevant:bad_expression", survey("relevant", "text; a; A; 1 = = 1")),
        fault("survey:2:relevant:bad_expression", survey("relevant", "text; a; A; 1 1")),
        fault(
            "survey:2:constraint:unknown_function",
            survey("constraint", "text; a; A; regexp(., 'x')")),
        fault("survey:2:constraint:wrong_arguments", survey("constraint", "text; a; A; regex(.)")),
        fault(
            "survey:2:calculation:unknown_instance",
            survey("calculation", "calculate; a;; instance('yes')/root/item[1]/name")),
        fault(
            "survey:2:calculation:circular",
            survey("calculation", "calculate; a;; ${b}", "calculate; b;; ${a}")),
        fault("survey:2:relevant:circular", survey("relevant", "text; a; A; ${a} = 1")),
        fault("survey:2:parameters:bad_parameters", survey("parameters", "range; a; A; start=x")),
        fault("survey:2:parameters:bad_parameters", survey("parameters", "range; a; A; step=0")),
        fault(
            "survey:2:parameters:bad_parameters", survey("parameters", "text; a; A; max-pixels=5")),
        fault(
            "survey:2:parameters:bad_parameters",
            survey("parameters", "image; a; A; max-pixels=besar")),
        fault(
            "survey:2:parameters:bad_parameters",
            survey("parameters", "select_one yn; a; A; randomize=ya")),
        fault(
            "survey:2:parameters:bad_parameters",
            survey("parameters", "select_one yn; a; A; seed=1")),
        fault(
            "survey:2:parameters:bad_parameters",
            survey("parameters", "select_one yn; a; A; value=x")),
        fault(
            "survey:2:parameters:bad_parameters",
            survey("parameters", "audio; a; A; quality=bagus")),
        fault("survey:2:parameters:bad_parameters", survey("parameters", "text; a; A; rows")),
        fault("survey:2:trigger:bad_trigger", survey("trigger", "text; a; A; b")),
        fault("survey:2:trigger:unknown_reference", survey("trigger", "text; a; A; ${b}")),
        fault("survey:2:trigger:missing_trigger", survey("trigger", "background-geopoint; a;;")),
        fault(
            "survey:3:trigger:invisible_trigger",
            survey("trigger", "hidden; a;;", "text; b; B; ${a}")),
        fault("survey:2:type:bad_file", survey("hint", "select_one_from_file desa.txt; a; A;")),
        fault(
            "survey:3:type:external_in_repeat",
            survey(
                "hint",
                "begin_repeat; r; R;",
                "csv-external; desa;;",
                "text; a; A;",
                "end_repeat;;;")),
        fault(
            "survey:2:type:instance_conflict",
            survey("hint", "select_one_from_file yn.csv; a; A;")),
        fault(
            "survey:3:type:not_in_repeat", survey("hint", "text; b; B;", "select_one ${b}; a; A;")),
        fault(
            "survey:2:choice_filter:or_other_filter",
            survey("choice_filter", "select_one yn or_other; a; A; name = 'ya'")),
        fault("survey:2:name:audit_name", survey("hint", "audit; x;;")),
        fault(
            "survey:2:bind::x:kunci:undeclared_namespace",
            survey("bind::x:kunci", "text; a; A; ya")),
        fault(
            "choices:3:name:duplicate_choice",
            "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n| choices |\n| | list_name | name | label |\n| | l | x | X |\n| | l | x | Y |\n"),
        fault(
            "choices:2:name:missing_choice_name",
            "| survey |\n| | type | name | label |\n| | text | a | A |\n| choices |\n| | list_name | name | label |\n| | l | | X |\n"),
        fault(
            "choices:2:name:choice_with_space",
            "| survey |\n| | type | name | label |\n| | select_multiple l | a | A |\n| choices |\n| | list_name | name | label |\n| | l | x y | X |\n"),
        fault(
            "choices:1:name:missing_header",
            "| survey |\n| | type | name | label |\n| | text | a | A |\n| choices |\n| | list_name | kode | label |\n| | l | x | X |\n"),
        fault("survey:2:save_to:no_entities", survey("save_to", "text; a; A; x")),
        fault(
            "survey:2:save_to:invalid_entity_name",
            survey("save_to", "text; a; A; name") + entities("list_name | label", "l | ${a}")),
        fault(
            "survey:3:save_to:duplicate_save_to",
            survey("save_to", "text; a; A; x", "text; b; B; x")
                + entities("list_name | label", "l | ${a}")),
        fault(
            "survey:2:save_to:unknown_entity_list",
            survey("save_to", "text; a; A; m#x") + entities("list_name | label", "l | ${a}")),
        fault(
            "survey:2:save_to:save_to_section",
            survey("save_to", "begin_group; g; G; x", "text; a; A;", "end_group;;;")
                + entities("list_name | label", "l | ${a}")),
        fault(
            "entities:2:label:missing_entity_label",
            survey("hint", "text; a; A;") + entities("list_name | label", "l | ")),
        fault(
            "entities:2:entity_id:missing_entity_id",
            survey("hint", "csv-external; l;;", "text; a; A;")
                + entities("list_name | update_if", "l | ${a} = 1")),
        fault(
            "entities:2:list_name:unknown_entity_list",
            survey("hint", "text; a; A;") + entities("list_name | entity_id", "l | ${a}")),
        fault(
            "entities:2:list_name:invalid_entity_name",
            survey("hint", "text; a; A;") + entities("list_name | label", "__l | ${a}")),
        fault(
            "entities:1:warna:unknown_entities_column",
            survey("hint", "text; a; A;") + entities("list_name | label | warna", "l | ${a} | x")),
        fault(
            "entities:3:list_name:duplicate_entity_list",
            survey("hint", "text; a; A;") + entities("list_name | label", "l | ${a}", "l | ${a}")),
        fault(
            "settings:2:instance_name:unknown_reference",
            survey("hint", "text; a; A;") + "| settings |\n| | instance_name |\n| | ${b} |\n"),
        fault(
            "settings:2:name:invalid_name",
            survey("hint", "text; a; A;") + "| settings |\n| | name |\n| | a b |\n"));
  }

  private static String entities(String header, String... rows) {
    StringBuilder text = new StringBuilder("| entities |\n| | " + header + " |\n");
    for (String row : rows) {
      text.append("| | ").append(row).append(" |\n");
    }
    return text.toString();
  }

  private static Arguments fault(String expected, String form) {
    return Arguments.of(expected, form);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void tellsWhereAndWhat(String expected, String form) {
    List<String> found = new ArrayList<>();
    for (FormError error : Engine.errors(form)) {
      found.add(error.sheet() + ":" + error.row() + ":" + error.column() + ":" + error.code());
      assertFalse(error.message().isBlank());
      assertFalse(error.remedy().isBlank());
    }
    assertEquals(
        List.of(expected.split(" ")).stream().sorted().toList(),
        found.stream().sorted().toList(),
        form);
  }

  @Test
  void tellsAllFaultsAtOnceInTheOrderOfTheSheets() {
    List<String> codes =
        Engine.errors(
                """
                | survey |
                | | type | name | label | relevant |
                | | txt | a | A | |
                | | text | b | B | ${c} = 1 |
                | | select_one l | d | D | |
                | choices |
                | | list_name | name | label |
                | | m | x | X |
                | | m | x | X |
                """)
            .stream()
            .map(FormError::code)
            .toList();
    assertEquals(
        List.of("unknown_type", "unknown_reference", "unknown_list", "duplicate_choice"), codes);
  }

  @Test
  void offersTheNearestSpelling() {
    FormError error =
        Engine.errors(survey("relevant", "text; nama; A;", "text; b; B; ${nma} = 1")).getFirst();
    assertEquals(
        new FormError(
            "survey",
            3,
            "relevant",
            "unknown_reference",
            "'${nma}' names no question of the survey sheet. Did you mean 'nama'?",
            "Correct the name, or add a question with this name."),
        error);
  }

  @Test
  void refusesAFileThatIsNoWorkbook() {
    FormException refused =
        assertThrows(
            FormException.class, () -> XlsForms.read("foto.jpg", new byte[] {1, 2, 3, 4, 5, 6}));
    assertEquals("unreadable", refused.errors().getFirst().code());
  }
}
