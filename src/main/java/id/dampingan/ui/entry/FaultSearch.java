package id.dampingan.ui.entry;

import id.dampingan.form.FormSession;
import id.dampingan.form.FormTable;
import id.dampingan.form.Question;
import id.dampingan.form.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong or missing in a form, in the order of the screen.
final class FaultSearch {
  private final FormSession session;

  FaultSearch(FormSession session) {
    this.session = session;
  }

  List<Fault> all() {
    List<Fault> found = new ArrayList<>();
    for (Section each : session.sections()) {
      String table = each.repeatTable();
      if (!each.relevant()) {
        continue;
      }
      if (table == null) {
        collect(each.id(), session.questions(each.id()), found);
      } else {
        rows(each.id(), table, session.root(), found);
      }
    }
    return found;
  }

  private void rows(String section, String table, UUID parent, List<Fault> found) {
    for (UUID row : session.rows(table, parent)) {
      if (session.rowState(row).errors() + session.rowState(row).missing() == 0) {
        continue;
      }
      collect(section, session.questions(table, row), found);
      for (FormTable child : session.form().tables()) {
        if (table.equals(child.parent())) {
          rows(section, child.name(), row, found);
        }
      }
    }
  }

  private static void collect(String section, List<Question> asked, List<Fault> found) {
    for (Question question : asked) {
      if (question.problem() != null) {
        found.add(
            new Fault(
                new Spot(question.row(), question.field()), section, question, question.problem()));
      }
    }
  }

  /// The section that shows this question, or null.
  @Nullable Section sectionOf(Spot spot, List<Section> sections) {
    if (!session.has(spot.row())) {
      return null;
    }
    UUID row = spot.row();
    String table = "";
    for (UUID above = session.parent(row); above != null; above = session.parent(row)) {
      table = session.tableOf(row);
      row = above;
    }
    for (Section each : sections) {
      String repeat = each.repeatTable();
      if (repeat == null
          ? table.isEmpty()
              && session.questions(each.id()).stream()
                  .anyMatch(question -> question.field().equals(spot.field()))
          : repeat.equals(table)) {
        return each;
      }
    }
    return null;
  }
}
