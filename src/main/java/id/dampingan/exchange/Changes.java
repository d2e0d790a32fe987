package id.dampingan.exchange;

import id.dampingan.merge.Change;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.List;

/// A change as people read it: cell by cell, old and new.
final class Changes {
  private Changes() {}

  static RowChange cells(Change change, RowAddress source) {
    Submission after = change.after();
    List<RowChange.Cell> cells = new ArrayList<>();
    after
        .registers()
        .forEach((field, register) -> {
          Register before =
              change.before() == null ? Register.EMPTY : change.before().register(field);
          if (!before.live().equals(register.live())) {
            String old = before.shown(field);
            List<String> now =
                register.live().size() == 1
                    ? List.copyOf(register.live().values())
                    : register.candidates(field).stream().map(Candidate::value).toList();
            if (!(now.size() == 1 && now.getFirst().equals(old == null ? standing(field) : old))) {
              cells.add(new RowChange.Cell(field, old == null ? "" : old, now));
            }
          }
        });
    return new RowChange(source, after.form(), after.uuid(), "", change.outcome(), cells);
  }

  /// What a field says where nobody has: a record that says of itself for the first time that it is
  /// not deleted tells people nothing.
  private static String standing(String field) {
    return field.equals(SystemField.DELETED) ? "0" : "";
  }
}
