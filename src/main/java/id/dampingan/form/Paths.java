package id.dampingan.form;

import java.util.List;
import org.javarosa.core.model.instance.TreeReference;

/// XForm paths, `/form/group/question`, as texts and as JavaRosa's references.
final class Paths {
  private Paths() {}

  /// The reference without positions.
  static TreeReference reference(String path) {
    TreeReference reference = TreeReference.rootRef();
    for (String step : steps(path)) {
      reference.add(step, TreeReference.INDEX_UNBOUND);
    }
    return reference;
  }

  /// The path without positions and predicates.
  static String of(TreeReference reference) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < reference.size(); i++) {
      path.append('/').append(reference.getName(i));
    }
    return path.toString();
  }

  static List<String> steps(String path) {
    return List.of(path.substring(1).split("/"));
  }

  /// The steps from one path down to another.
  static List<String> steps(String from, String to) {
    return to.equals(from) ? List.of() : steps(to.substring(from.length()));
  }

  static boolean isWithin(String path, String ancestor) {
    return path.startsWith(ancestor)
        && (path.length() == ancestor.length() || path.charAt(ancestor.length()) == '/');
  }

  static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
