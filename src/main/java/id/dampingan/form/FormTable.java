package id.dampingan.form;

import id.dampingan.submission.Localized;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of a form outside its repeats, or of one repeat.
///
/// @param name the form's id, or `form/repeat` (a repeat's name is unique in its form; if not, its
///     path with dots)
/// @param parent the table around a repeat, null of the form itself
/// @param path the XForm path of the form's root or of the repeat, such as `/rumah_tangga/anggota`
/// @param label the repeat's label, or the form's title
/// @param fields in the form's order, groups flattened
public record FormTable(
    String name, @Nullable String parent, String path, Localized label, List<Field> fields) {
  public FormTable {
    fields = List.copyOf(fields);
  }

  public boolean isRepeat() {
    return parent != null;
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// The fields that name a row typed into a workbook.
  public List<Field> keys() {
    return fields.stream().filter(Field::key).toList();
  }
}
