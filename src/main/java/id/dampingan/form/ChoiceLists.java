package id.dampingan.form;

import java.util.List;

/// Where a form's lists from outside come from (`select_one_from_file desa.csv`, `csv-external`).
public interface ChoiceLists {
  /// No list is known.
  ChoiceLists NONE = _ -> List.of();

  /// All items of a list, in its order; empty if the list is unknown.
  ///
  /// An item's value is the entity's name (its uuid, or the code that names it); its properties are
  /// what forms saved to it, always with `name` and `label` among them.
  ///
  /// @param list the file name's stem
  List<Choice> items(String list);
}
