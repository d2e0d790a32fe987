package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.form.Question;
import id.dampingan.submission.FieldType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which question a photo's place may answer: one in the photo's row that is asked and still empty.
final class EmptyPlace {
  private EmptyPlace() {}

  /// The one that stands nearest to the photo in the form.
  static Optional<Spot> near(Editing editing, Spot photo) {
    FormTable table = editing.form().table(editing.session().tableOf(photo.row())).orElseThrow();
    List<String> names = table.fields().stream().map(Field::name).toList();
    int at = names.indexOf(photo.field());
    return table.fields().stream()
        .filter(field -> field.type() == FieldType.GEOPOINT && !field.derived())
        .map(Field::name)
        .filter(name -> isOpen(editing.session().question(photo.row(), name)))
        .min(Comparator.comparingInt(name -> Math.abs(names.indexOf(name) - at)))
        .map(name -> new Spot(photo.row(), name));
  }

  private static boolean isOpen(Question question) {
    return question.relevant() && !question.readOnly() && question.value().isEmpty();
  }
}
