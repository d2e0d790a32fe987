package id.dampingan.ui.conflict;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A long text beside the one it was made of: what went struck through, what came marked.
final class Difference {
  /// Shorter texts are seen at a glance.
  private static final int LONG = 16;

  /// Marks that no answer contains.
  private static final String GONE = "\uE000";

  private static final String CAME = "\uE001";

  private Difference() {}

  static boolean isWorthwhile(String before, String now) {
    return !before.equals(now) && Math.min(before.length(), now.length()) >= LONG;
  }

  static TextFlow of(String before, String now) {
    DiffRowGenerator generator =
        DiffRowGenerator.create()
            .showInlineDiffs(true)
            .mergeOriginalRevised(true)
            .inlineDiffByWord(true)
            .lineNormalizer(line -> line)
            .oldTag(_ -> GONE)
            .newTag(_ -> CAME)
            .build();
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("difference");
    List<String> lines = new ArrayList<>();
    for (DiffRow row : generator.generateDiffRows(before.lines().toList(), now.lines().toList())) {
      lines.add(row.getOldLine());
    }
    boolean gone = false;
    boolean came = false;
    StringBuilder word = new StringBuilder();
    for (char letter : String.join("\n", lines).toCharArray()) {
      String mark = String.valueOf(letter);
      if (mark.equals(GONE) || mark.equals(CAME)) {
        add(flow, word, gone, came);
        if (mark.equals(GONE)) {
          gone = !gone;
        } else {
          came = !came;
        }
      } else {
        word.append(letter);
      }
    }
    add(flow, word, gone, came);
    return flow;
  }

  private static void add(TextFlow flow, StringBuilder word, boolean gone, boolean came) {
    if (!word.isEmpty()) {
      Text text = new Text(word.toString());
      text.getStyleClass()
          .add(gone ? "difference-gone" : came ? "difference-came" : "difference-same");
      flow.getChildren().add(text);
      word.setLength(0);
    }
  }
}
