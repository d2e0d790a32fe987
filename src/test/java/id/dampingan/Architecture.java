package id.dampingan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.NullMarked;

/// The table of packages (DESIGN 3) as rules over one tree of packages.
///
/// @param root the package that holds the tree: `id.dampingan`, or a planted one
record Architecture(String root) {
  /// Top of the table first: a package may import only from rows above its own, and these only.
  static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("submission", Set.of()),
          entry("text", Set.of("submission")),
          entry("workbook", Set.of("submission")),
          entry("form", Set.of("submission", "workbook")),
          entry("merge", Set.of("submission")),
          entry("store", Set.of("submission", "merge", "form")),
          entry("sheet", Set.of("submission", "form", "workbook")),
          // Beyond the design: the pack's lists are .csv, and reading those is the room of
          // workbook.
          entry("programme", Set.of("submission", "text", "workbook", "form", "store")),
          entry("duplicate", Set.of("submission", "form", "store")),
          // Beyond the design: other programmes' tables. It knows neither store nor merge.
          entry("foreign", Set.of("submission", "form", "workbook")),
          entry("report", above("report")),
          entry("exchange", above("exchange")),
          entry("cli", above("cli")),
          entry("ui", above("ui", "cli")),
          entry("app", above("app")));

  /// The libraries that a package alone may use; everybody may use the JDK and JSpecify.
  static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          entry("submission", List.of("com.fasterxml.jackson.core")),
          entry(
              "workbook",
              List.of(
                  "org.apache.poi",
                  "org.openxmlformats",
                  "org.dhatim",
                  "org.apache.commons.csv",
                  "org.apache.commons.compress")),
          entry("form", List.of("org.javarosa", "org.kxml2", "org.xmlpull", "org.joda.time")),
          entry(
              "store",
              List.of(
                  "org.jooq",
                  "org.h2",
                  "org.flywaydb",
                  "org.bouncycastle",
                  "java.sql",
                  "javax.sql")),
          entry(
              "report",
              List.of(
                  "com.openhtmltopdf",
                  "org.apache.pdfbox",
                  "org.apache.fontbox",
                  "com.samskivert.mustache")),
          // Beyond the design: sealed packages are age files, and photos tell their place.
          entry("exchange", List.of("com.exceptionfactory.jagged", "com.drew")),
          entry("duplicate", List.of("org.apache.commons.text")),
          entry("foreign", List.of("org.apache.commons.text")),
          entry("cli", List.of("picocli")),
          entry(
              "ui",
              List.of(
                  "javafx",
                  "org.controlsfx",
                  "atlantafx",
                  "org.kordamp.ikonli",
                  "org.commonmark",
                  "com.github.difflib")),
          entry(
              "app",
              List.of("picocli", "javafx", "org.controlsfx", "atlantafx", "org.kordamp.ikonli")));

  static final List<String> JDK =
      List.of("java", "javax", "jdk", "org.w3c.dom", "org.xml.sax", "org.jspecify");

  static final Set<String> BANNED =
      Set.of(
          "Manager", "Helper", "Util", "Common", "Base", "Impl", "Data", "Info", "Service", "DTO",
          "Pair");

  private static Set<String> above(String row, String... but) {
    List<String> table =
        List.of(
            "submission",
            "text",
            "workbook",
            "form",
            "merge",
            "store",
            "sheet",
            "programme",
            "duplicate",
            "foreign",
            "report",
            "exchange",
            "cli",
            "ui",
            "app");
    return table.subList(0, table.indexOf(row)).stream()
        .filter(name -> !List.of(but).contains(name))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  ArchRule everyPackageIsOnTheMap() {
    return eachClass(
        "be in a package of the table", (type, _) -> MAY_IMPORT.containsKey(rowOf(type)));
  }

  ArchRule importsPointDownTheTable() {
    return eachDependency(
        "import only what its row of the table allows",
        (from, to) -> {
          String row = rowOf(to);
          return !isOurs(to)
              || row.equals(rowOf(from))
              || MAY_IMPORT.getOrDefault(rowOf(from), Set.of()).contains(row);
        });
  }

  ArchRule librariesStayBehindTheirWalls() {
    return eachDependency(
        "use only the libraries of its row",
        (from, to) -> {
          List<String> own = LIBRARIES.getOrDefault(rowOf(from), List.of());
          if (isOurs(to) || isIn(to, own)) {
            return true;
          }
          return isIn(to, JDK) && !isIn(to, List.of("java.sql", "javax.sql"));
        });
  }

  ArchRule mergeIsPure() {
    return eachDependency(
        "know no clock, no file and no library",
        (from, to) ->
            !rowOf(from).equals("merge")
                || isOurs(to)
                || isIn(to, List.of("java.lang", "java.util", "org.jspecify")));
  }

  SliceRule packagesAreFreeOfCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  SliceRule screensDoNotKnowEachOther() {
    return slices().matching(root + ".ui.(*)..").should().notDependOnEachOther();
  }

  ArchRule theWindowKnowsNoScreen() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".ui")
        .should()
        .dependOnClassesThat(are(resideInAPackage(root + ".ui.(*)..")))
        .allowEmptyShould(true);
  }

  ArchRule namesSayWhatTheThingIs() {
    return eachClass(
        "have a name without the words " + BANNED,
        (type, _) ->
            Arrays.stream(
                    type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
                .noneMatch(BANNED::contains));
  }

  ArchRule everyPackageIsNullMarked() {
    return eachClass(
        "be in a @NullMarked package",
        (type, _) -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }

  /// The row of the table, or the empty text outside the tree.
  String rowOf(JavaClass type) {
    if (!isOurs(type)) {
      return "";
    }
    String rest = type.getPackageName().substring(root.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
  }

  private boolean isOurs(JavaClass type) {
    return isIn(type, List.of(root));
  }

  private static boolean isIn(JavaClass type, List<String> packages) {
    String name = type.getPackageName() + ".";
    return packages.stream().anyMatch(each -> name.startsWith(each + "."));
  }

  private ArchRule eachDependency(String what, BiPredicate<JavaClass, JavaClass> allowed) {
    return classes()
        .should(
            new ArchCondition<JavaClass>(what) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass().getBaseComponentType();
                  if (!target.isPrimitive() && !allowed.test(type, target)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                }
              }
            });
  }

  private ArchRule eachClass(String what, BiPredicate<JavaClass, JavaClass> allowed) {
    return classes()
        .should(
            new ArchCondition<JavaClass>(what) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!allowed.test(type, type)) {
                  events.add(SimpleConditionEvent.violated(type, type.getName() + " does not"));
                }
              }
            });
  }
}
