package planted.upward.submission;

import planted.upward.form.Seen;

/// Looks up the table.
final class Upward {
  Seen seen = new Seen();
}
