package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.FormOutline.Ask;
import id.dampingan.form.FormOutline.Group;
import id.dampingan.form.FormOutline.Node;
import id.dampingan.form.FormOutline.Repeat;
import id.dampingan.form.Relevance.All;
import id.dampingan.form.Relevance.Any;
import id.dampingan.form.Relevance.Chosen;
import id.dampingan.form.Relevance.Compared;
import id.dampingan.form.Relevance.Comparison;
import id.dampingan.form.Relevance.Not;
import id.dampingan.form.Relevance.Unsaid;
import id.dampingan.form.xlsform.XlsForms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A form's body without answers, and its conditions as plain terms.
@NullUnmarked
class FormOutlineTest {
  private static FormOutline outline(String relevant) throws Exception {
    String form =
        """
        | survey |
        | | type | name | label | relevant | calculation |
        | | text | nama | Nama | | |
        | | integer | usia | Usia ${nama} | | |
        | | select_one ya | hasil | Hasil | | |
        | | calculate | dinilai | | | if(selected('1 2', ${hasil}), 1, 0) |
        | | note | catat | Catatan | | |
        | | begin_group | g | Kelompok | %s | |
        | | begin_repeat | anggota | Anggota | | |
        | | text | panggilan | Panggilan | | |
        | | end_repeat | | | | |
        | | end_group | | | | |

        | choices |
        | | list_name | name | label |
        | | ya | 1 | Ya |
        | | ya | 2 | Tidak |

        | settings |
        | | form_id | form_title | version |
        | | coba | Coba | 1 |
        """
            .formatted(relevant);
    return FormOutline.of(XlsForms.read("coba.md", form.getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("", Relevance.ALWAYS),
        Arguments.of("${hasil} = '1'", new Compared("/data/hasil", Comparison.EQUAL, "1")),
        Arguments.of("'1' = ${hasil}", new Compared("/data/hasil", Comparison.EQUAL, "1")),
        Arguments.of("10 < ${usia}", new Compared("/data/usia", Comparison.MORE, "10")),
        Arguments.of("${nama} != ''", new Compared("/data/nama", Comparison.UNEQUAL, "")),
        Arguments.of("selected(${hasil}, '2')", new Chosen("/data/hasil", List.of("2"))),
        Arguments.of("selected('1 2', ${hasil})", new Chosen("/data/hasil", List.of("1", "2"))),
        Arguments.of("${dinilai} = 1", new Chosen("/data/hasil", List.of("1", "2"))),
        Arguments.of("${dinilai} = 0", new Not(new Chosen("/data/hasil", List.of("1", "2")))),
        Arguments.of(
            "${usia} >= 5 and (${nama} = '' or not(${hasil} = '2'))",
            new All(
                List.of(
                    new Compared("/data/usia", Comparison.AT_LEAST, "5"),
                    new Any(
                        List.of(
                            new Compared("/data/nama", Comparison.EQUAL, ""),
                            new Not(new Compared("/data/hasil", Comparison.EQUAL, "2"))))))),
        Arguments.of("${usia} > string-length(${nama})", new Unsaid()));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void tellsWhenAGroupIsAsked(String expression, Relevance expected) throws Exception {
    Group group = (Group) outline(expression).nodes().getLast();

    assertEquals(expected, group.relevance());
  }

  @Test
  void keepsTheBodysOrderWithNotesAndRepeats() throws Exception {
    assertEquals(
        List.of("nama", "usia", "hasil", "catat", "Kelompok", "coba/anggota", "panggilan"),
        outline("").nodes().stream().flatMap(FormOutlineTest::names).toList());
  }

  @Test
  void putsDotsWhereAnAnswerWouldStand() throws Exception {
    assertEquals("Usia …", outline("").nodes().get(1).label().in("id"));
  }

  private static Stream<String> names(Node node) {
    return switch (node) {
      case Ask ask -> Stream.of(ask.name());
      case Group group ->
          Stream.concat(
              Stream.of(group.label().in("id")),
              group.nodes().stream().flatMap(FormOutlineTest::names));
      case Repeat repeat ->
          Stream.concat(
              Stream.of(repeat.table()), repeat.nodes().stream().flatMap(FormOutlineTest::names));
    };
  }
}
