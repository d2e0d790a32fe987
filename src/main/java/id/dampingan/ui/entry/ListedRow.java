package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import id.dampingan.submission.Problem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line of the list of questions: a question or a note.
interface ListedRow {
  Region node();

  /// Whether this line can show the question as it stands now.
  boolean fits(Question question);

  /// Shows the question as it stands now.
  ///
  /// @param shown the problem to show, or null
  void show(Question question, @Nullable Problem shown);

  /// Whether it takes an answer.
  boolean isAsked();

  void focus();
}
