package id.dampingan.sheet;

import id.dampingan.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the reader finds the forms that a workbook names.
public interface FormSource {
  /// The form in exactly this version, or null if it is not here.
  @Nullable Form form(String id, String version);

  /// Every known form in its newest version: candidates for a sheet that does not say what it is.
  List<Form> newest();

  /// The forms of a list, the newest version of each last.
  static FormSource of(List<Form> forms) {
    List<Form> known = List.copyOf(forms);
    return new FormSource() {
      @Override
      public @Nullable Form form(String id, String version) {
        for (Form form : known) {
          if (form.id().equals(id) && form.version().equals(version)) {
            return form;
          }
        }
        return null;
      }

      @Override
      public List<Form> newest() {
        java.util.Map<String, Form> newest = new java.util.LinkedHashMap<>();
        known.forEach(form -> newest.put(form.id(), form));
        return List.copyOf(newest.values());
      }
    };
  }
}
