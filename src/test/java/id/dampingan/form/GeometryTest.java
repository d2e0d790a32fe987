package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {
  @ParameterizedTest
  @CsvSource({
    "'', false",
    "Botoreco, false",
    "0 0; 1 1, false",
    "0 0; 0 1; 1 1; 1 0; 0 0, false",
    "0 0; 1 1; 0 1; 1 0, true",
    "0 0; 1 1; 1 0; 0 1; 0 0, true",
    "0 0; 0 2; 1 2; 0 1, true",
  })
  void knowsALineThatCrossesItself(String trace, boolean crosses) {
    assertEquals(crosses, Geometry.crossesItself(trace));
  }
}
