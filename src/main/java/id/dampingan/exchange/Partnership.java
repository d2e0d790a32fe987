package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.programme.Pack;
import id.dampingan.store.FormCount;
import id.dampingan.store.Store;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A workspace of a partner or student: the forms that the package brought, numbers of persons
/// masked for good, everything purged after it was sent.
public final class Partnership {
  private static final String PARTNER = "mitra";
  private static final String FORMS = "mitra.formulir";

  private final Office office;

  public Partnership(Office office) {
    this.office = office;
  }

  /// Whether the workspace is a partner's.
  public static boolean is(Store store) {
    return !store.setting(PARTNER).isEmpty();
  }

  /// The forms of the workspace's work: of a partner's those that the package brought.
  public static List<Form> forms(Store store) {
    String kept = is(store) ? store.setting(FORMS) : "";
    if (kept.isEmpty()) {
      return store.forms();
    }
    Set<String> mine = Set.copyOf(Arrays.asList(kept.split(" ")));
    return store.forms().stream().filter(form -> mine.contains(form.id())).toList();
  }

  /// Makes a new workspace a partner's and takes the package in.
  ///
  /// @return what the import says; refused: the workspace is of no use
  public FileResult begin(Path received, Progress progress) {
    Store store = office.store();
    new SetUpErrand(office).bringPack(Pack.load());
    FileResult result = new ImportErrand(office, List.of()).merge(received, progress);
    if (result.error() == null) {
      store.setSetting(PARTNER, "1");
      store.setSetting(FORMS, String.join(" ", brought(received)));
    }
    return result;
  }

  /// The forms in the package, else those of which it brought records; none: all are used.
  private Set<String> brought(Path received) {
    Set<String> forms =
        new TreeSet<>(IncomingPackage.forms(received, new Seals(office.store())).keySet());
    if (forms.isEmpty()) {
      forms.addAll(
          office.store().counts().stream().map(FormCount::form).collect(Collectors.toSet()));
    }
    forms.retainAll(
        office.store().forms().stream()
            .filter(Partnership::isWork)
            .map(Form::id)
            .collect(Collectors.toSet()));
    return forms;
  }

  static boolean isWork(Form form) {
    return !form.main().fields().stream()
        .filter(field -> !field.derived())
        .allMatch(Field::ownedByMaster);
  }
}
