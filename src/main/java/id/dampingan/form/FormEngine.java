package id.dampingan.form;

import id.dampingan.submission.FilledForm;

/// Judges filled forms by their form's own rules, as often as asked, parsed once.
///
/// Not thread-safe: one engine a thread. Lists are read when it is made; make a new one when they
/// have changed.
public final class FormEngine {
  private final ParsedForm parsed;
  private final Judge judge;

  private FormEngine(ParsedForm parsed) {
    this.parsed = parsed;
    this.judge = new Judge(parsed);
  }

  /// @throws FormException if an expression of the form cannot be read
  public static FormEngine of(Form form, ChoiceLists lists) throws FormException {
    return new FormEngine(ParsedForm.of(form, lists));
  }

  public Form form() {
    return parsed.form;
  }

  /// What the form's rules say of these values; changes none of them.
  public Judgement judge(FilledForm filled, JudgeSetting setting) {
    parsed.surroundings.judge(setting, filled.root().uuid().toString());
    Filling filling = Filling.of(parsed, filled);
    parsed.compute(false);
    return judge.judge(filling);
  }
}
