package id.dampingan.submission;

import java.util.List;

/// A filled form with all rows of its repeats: what a form's rules judge as one.
///
/// @param form the form's id
/// @param version the form's version
/// @param rows the form itself first, then the rows of its repeats, parents before children
public record FilledForm(String form, String version, List<FilledRow> rows) {
  public FilledForm {
    rows = List.copyOf(rows);
  }

  public FilledRow root() {
    return rows.getFirst();
  }
}
