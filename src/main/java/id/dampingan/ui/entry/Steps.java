package id.dampingan.ui.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be undone and done again; kept with the workspace, so that it outlives a restart.
final class Steps {
  private static final int MOST = 200;

  /// A longer text would be slow to keep after each answer.
  private static final int LONGEST = 60_000;

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();

  void add(Step step) {
    done.push(step);
    undone.clear();
    while (done.size() > MOST) {
      done.removeLast();
    }
  }

  boolean canUndo() {
    return !done.isEmpty();
  }

  boolean canRedo() {
    return !undone.isEmpty();
  }

  /// The act to take back, null: none.
  @Nullable Step takeDone() {
    return done.poll();
  }

  @Nullable Step takeUndone() {
    return undone.poll();
  }

  void putDone(Step step) {
    done.push(step);
  }

  void putUndone(Step step) {
    undone.push(step);
  }

  /// The newest acts first, those done before those undone.
  String write() {
    List<Step> kept = new ArrayList<>(done);
    String text = written(kept);
    while (text.length() > LONGEST && !kept.isEmpty()) {
      kept = kept.subList(0, kept.size() / 2);
      text = written(kept);
    }
    return text;
  }

  private String written(List<Step> kept) {
    return Step.write(kept) + "\n" + Step.write(List.copyOf(undone));
  }

  static Steps read(String text) {
    Steps steps = new Steps();
    int line = text.indexOf('\n');
    if (line > 0) {
      steps.done.addAll(Step.read(text.substring(0, line)));
      steps.undone.addAll(Step.read(text.substring(line + 1)));
    }
    return steps;
  }
}
