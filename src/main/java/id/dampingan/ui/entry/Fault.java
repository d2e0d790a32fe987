package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import id.dampingan.submission.Problem;

/// One thing that is wrong or missing.
///
/// @param section the id of the section that it stands in
public record Fault(Spot spot, String section, Question question, Problem problem) {}
