package id.dampingan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slices;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the sources to the table of packages (DESIGN 3); each rule is first shown to bite.
class ArchitectureTest {
  /// Rows that may still be empty.
  private static final Set<String> NOT_YET = Set.of();

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("id.dampingan");

  private static final Map<String, Function<Architecture, ArchRule>> RULES =
      Map.of(
          "offmap", Architecture::everyPackageIsOnTheMap,
          "upward", Architecture::importsPointDownTheTable,
          "library", Architecture::librariesStayBehindTheirWalls,
          "sql", Architecture::librariesStayBehindTheirWalls,
          "clock", Architecture::mergeIsPure,
          "cycle", Architecture::packagesAreFreeOfCycles,
          "screens", Architecture::screensDoNotKnowEachOther,
          "window", Architecture::theWindowKnowsNoScreen,
          "names", Architecture::namesSayWhatTheThingIs,
          "upward.form", Architecture::everyPackageIsNullMarked);

  @Test
  void seesClassesInEveryRowOfTheTable() {
    assertEquals(Set.of(), emptyRows(new Architecture("id.dampingan"), OURS));
  }

  @Test
  void noticesARowWithoutClasses() {
    JavaClasses planted = new ClassFileImporter().importPackages("planted.upward");

    Set<String> empty = emptyRows(new Architecture("planted.upward"), planted);

    assertEquals(
        Set.of(
            "app",
            "cli",
            "duplicate",
            "exchange",
            "foreign",
            "merge",
            "programme",
            "report",
            "sheet",
            "store",
            "text",
            "ui",
            "workbook"),
        empty);
  }

  @Test
  void cyclesAreSoughtAmongMoreThanOnePackage() {
    assertTrue(Slices.matching("id.dampingan.(*)..").transform(OURS).stream().count() > 1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void ruleCatchesItsPlantedViolation(String fault) {
    String root = "planted." + fault;
    JavaClasses planted = new ClassFileImporter().importPackages(root);

    assertTrue(rule(fault, root).evaluate(planted).hasViolation());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void ruleHoldsForOurs(String fault) {
    rule(fault, "id.dampingan").allowEmptyShould(true).check(OURS);
  }

  static Stream<String> faults() {
    return RULES.keySet().stream().sorted();
  }

  private static ArchRule rule(String fault, String root) {
    Function<Architecture, ArchRule> rule = RULES.get(fault);
    if (rule == null) {
      throw new IllegalArgumentException(fault);
    }
    return rule.apply(new Architecture(root));
  }

  private static Set<String> emptyRows(Architecture architecture, JavaClasses classes) {
    Set<String> empty = new TreeSet<>(Architecture.MAY_IMPORT.keySet());
    empty.removeAll(NOT_YET);
    classes.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .forEach(type -> empty.remove(architecture.rowOf(type)));
    return empty;
  }
}
