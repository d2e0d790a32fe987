package id.dampingan.report.paper;

import id.dampingan.form.FormOutline;
import id.dampingan.form.FormOutline.Ask;
import id.dampingan.form.FormOutline.Group;
import id.dampingan.form.FormOutline.Node;
import id.dampingan.form.FormOutline.Repeat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers of a form's questions, the same on the blank and on the filled paper.
final class Numbering {
  private final Map<String, Integer> byPath = new HashMap<>();

  Numbering(FormOutline outline) {
    number(outline.nodes());
  }

  private void number(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Ask ask when ask.field() != null -> byPath.putIfAbsent(ask.path(), byPath.size() + 1);
        case Ask _ -> {}
        case Group group -> number(group.nodes());
        case Repeat repeat -> number(repeat.nodes());
      }
    }
  }

  /// The number of the question at this path, or the empty text.
  String of(String path) {
    Integer number = byPath.get(path);
    return number == null ? "" : number.toString();
  }
}
