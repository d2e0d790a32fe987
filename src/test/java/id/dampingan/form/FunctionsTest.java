package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ". <= today()               | . <= dampingan-today()",
        "now ( ) > /f/today         | dampingan-now( ) > /f/today",
        "concat('today()', today()) | concat('today()', dampingan-today())",
        "uuid() | dampingan-uuid(1)",
        "concat(uuid(5), uuid())    | concat(dampingan-uuid(1, 5), dampingan-uuid(2))",
        "randomize(/f/x)            | randomize(/f/x)",
        "/f/today + 1               | /f/today + 1",
        "jr:itext(itextId)          | jr:itext(itextId)",
      })
  void renamesFunctionsButNeitherTextsNorPaths(String expression, String renamed) {
    Functions functions = new Functions();
    assertEquals(renamed, functions.rename(expression));
    assertEquals(Set.of(), functions.unknown());
  }

  @Test
  void notesFunctionsThatNobodyKnows() {
    Functions functions = new Functions();
    functions.rename("if(pulldata('a', 'b') = 'x()', my-own(1) and (2), 3)");
    assertEquals(Set.of("my-own()", "pulldata()"), functions.unknown());
  }
}
