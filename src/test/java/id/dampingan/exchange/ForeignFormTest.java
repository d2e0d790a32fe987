package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.store.Role;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A form that nobody wrote for us, without keys and villages, goes out in a workbook and comes back
/// unchanged.
class ForeignFormTest {
  private static final UUID ROOT = new UUID(0, 1);
  private static final UUID ROW = new UUID(0, 2);
  private static final UUID INNER = new UUID(0, 3);

  @TempDir Path folder;

  private static FilledRow row(
      String table, UUID uuid, UUID parent, int order, Map<String, String> values) {
    return new FilledRow(table, uuid, parent.equals(uuid) ? null : parent, order, values);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of(
            """
            | survey |
            | | type | name | label::English (en) | label::French (fr) | hint::English (en) | parameters |
            | | start | start | | | | |
            | | deviceid | device | | | | |
            | | select_one yn or_other | again | Again? | Encore? | Think | |
            | | select_multiple tools | tools | Tools | Outils | | randomize=true |
            | | rank tools | best | Best | Mieux | | |
            | | range | mark | Mark | Note | | start=0 end=1 step=0.25 tick_labelset=ends |
            | | geopoint | place | Place | Lieu | | capture-accuracy=5 |
            | | geoshape | field | Field | Champ | | |
            | | image | photo | Photo | Photo | | max-pixels=800 |
            | | acknowledge | ok | Fine? | Bien? | | |
            | | time | hour | Hour | Heure | | |
            | | dateTime | moment | Moment | Moment | | |
            | choices |
            | | list_name | name | label::English (en) | label::French (fr) |
            | | yn | yes | Yes | Oui |
            | | yn | no | No | Non |
            | | tools | hoe | Hoe | Houe |
            | | tools | saw | Saw | Scie |
            | | ends | 0 | Low | Bas |
            | | ends | 1 | High | Haut |
            | settings |
            | | form_id | version | default_language |
            | | alat | 3 | English (en) |
            """,
            new FilledForm(
                "alat",
                "3",
                List.of(
                    row(
                        "alat",
                        ROOT,
                        ROOT,
                        1,
                        Map.ofEntries(
                            Map.entry("again", "other"),
                            Map.entry("again_other", "Never; maybe"),
                            Map.entry("tools", "hoe saw"),
                            Map.entry("best", "saw hoe"),
                            Map.entry("mark", "0.25"),
                            Map.entry("place", "-7.1 111.4 0 0"),
                            Map.entry("photo", "a.jpg"),
                            Map.entry("ok", "OK"),
                            Map.entry("hour", "07:30:00"),
                            Map.entry("moment", "2026-11-24T07:30:00Z")))))),
        Arguments.of(
            """
            | survey |
            | | type | name | label | repeat_count | calculation | relevant |
            | | integer | n | How many | | | |
            | | begin_repeat | house | House | ${n} | | |
            | | text | owner | Owner | | | |
            | | begin_group | inside | | | | |
            | | begin_repeat | person | Person | | | ${owner} != '' |
            | | text | name | Name | | | |
            | | select_one ${name} | friend | Friend | | | |
            | | calculate | place | | | position(..) | |
            | | end_repeat | | | | | |
            | | end_group | | | | | |
            | | calculate | people | | | count(${person}) | |
            | | end_repeat | | | | | |
            | | calculate | all | | | sum(${people}) | |
            """,
            new FilledForm(
                "form",
                "",
                List.of(
                    row("form", ROOT, ROOT, 1, Map.of("n", "1")),
                    row("form/house", ROW, ROOT, 1, Map.of("owner", "Ann")),
                    row("form/person", INNER, ROW, 1, Map.of("name", "Bob", "friend", "Bob"))))),
        Arguments.of(
            """
            | survey |
            | | type | name | label | appearance |
            | | select_one_from_file regions.geojson | region | Region | map |
            | | select_one towns | town | Town | search('towns') |
            | | csv-external | prices | | |
            | | xml-external | rules | | |
            | | note | hello | Hello ${region} | |
            | | begin_group | a | A | |
            | | text | same | Same | |
            | | end_group | | | |
            | | begin_group | b | B | |
            | | text | same | Same too | |
            | | end_group | | | |
            | choices |
            | | list_name | name | label |
            | | towns | t1 | Town 1 |
            """,
            new FilledForm(
                "form",
                "",
                List.of(
                    row(
                        "form",
                        ROOT,
                        ROOT,
                        1,
                        Map.of("town", "t1", "a.same", "one", "b.same", "two"))))));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void comesBackUnchanged(String markdown, FilledForm filled) throws Exception {
    try (Bureau bureau =
        Bureau.make(folder.resolve("kerja"), Role.MASTER, "B").withForm(markdown)) {
      bureau.edit().save(filled, null);
      Map<String, String> before = bureau.picture();
      FileResult result = bureau.merge(bureau.export(folder.resolve("isian.xlsx")));
      assertEquals(List.of(), result.held());
      assertEquals(List.of(), result.changes());
      assertEquals(before, bureau.picture());
      assertEquals(filled.rows().size(), before.size());
    }
  }
}
