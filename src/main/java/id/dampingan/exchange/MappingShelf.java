package id.dampingan.exchange;

import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.Mapping;
import id.dampingan.foreign.MappingJson;
import id.dampingan.foreign.OwnExports;
import id.dampingan.foreign.Recognition;
import id.dampingan.foreign.ShippedMappings;
import id.dampingan.store.Store;
import id.dampingan.workbook.WorkbookRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The mappings that a workspace knows: those saved in it, those shipped, and those of our own
/// forms as KoboToolbox and ODK Central export them.
public final class MappingShelf {
  private static final String SETTING = "pemetaan";

  private final Store store;

  public MappingShelf(Store store) {
    this.store = store;
  }

  /// Those that people saved, by name.
  public List<Mapping> saved() {
    String text = store.setting(SETTING);
    return text.isEmpty() ? List.of() : MappingJson.readAll(text);
  }

  /// All of them, saved ones first; a saved one stands for another of its name.
  public List<Mapping> all() {
    List<Mapping> all = new ArrayList<>(saved());
    List<Mapping> others = new ArrayList<>(ShippedMappings.all());
    store.forms().forEach(form -> others.add(OwnExports.of(form)));
    for (Mapping other : others) {
      boolean known = all.stream().anyMatch(each -> each.name().equalsIgnoreCase(other.name()));
      boolean possible = store.form(other.form()).isPresent();
      if (!known && possible) {
        all.add(other);
      }
    }
    return all;
  }

  public Optional<Mapping> find(String name) {
    return all().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /// Keeps it, in the place of one with its name.
  public void save(Mapping mapping) {
    List<Mapping> kept = new ArrayList<>(saved());
    kept.removeIf(each -> each.name().equalsIgnoreCase(mapping.name()));
    kept.add(mapping);
    kept.sort(Comparator.comparing(Mapping::name, String.CASE_INSENSITIVE_ORDER));
    store.setSetting(SETTING, MappingJson.writeAll(kept));
  }

  /// @return whether there was one
  public boolean remove(String name) {
    List<Mapping> kept = new ArrayList<>(saved());
    boolean there = kept.removeIf(each -> each.name().equalsIgnoreCase(name));
    if (there) {
      store.setSetting(SETTING, kept.isEmpty() ? "" : MappingJson.writeAll(kept));
    }
    return there;
  }

  /// The mappings that the file was likely made for, the best first.
  public List<Recognition> recognise(ForeignBook book) {
    return Recognition.likely(book, all(), store.forms());
  }

  /// The mappings that the file was likely made for, the best first.
  ///
  /// @throws WorkbookRefused if it cannot be read as a table
  public List<Recognition> recognise(Path file, List<String> passwords) throws WorkbookRefused {
    try (ForeignBook book = ForeignBook.open(file, passwords)) {
      return recognise(book);
    }
  }
}
