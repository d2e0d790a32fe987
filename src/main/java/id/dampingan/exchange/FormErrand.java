package id.dampingan.exchange;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.FormWarning;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.store.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at an XLSForm before it is used: its faults, what it would change, and then adds it.
public final class FormErrand {
  private final Office office;

  /// A form's file as it would be used.
  ///
  /// @param form null if it cannot be used
  /// @param errors why not, all of them
  /// @param changes what it would mean for the version before it, null: there is none, or this very
  ///     version is here
  /// @param known whether this very form is here already
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Proposal(
      String file,
      byte[] content,
      @Nullable Form form,
      List<FormError> errors,
      List<FormWarning> warnings,
      FormUpdates.@Nullable Report changes,
      boolean known) {
    public boolean isGood() {
      return form != null && errors.isEmpty();
    }
  }

  public FormErrand(Office office) {
    this.office = office;
  }

  /// Only the master adds forms: to officers they travel in its packages.
  public boolean mayAdd() {
    return office.store().workspace().role() == Role.MASTER;
  }

  /// Reads and tries a form; writes nothing.
  ///
  /// @throws IOException if the file cannot be read at all
  public Proposal look(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    Form form = null;
    List<FormError> errors = List.of();
    List<FormWarning> warnings = List.of();
    boolean known = false;
    try {
      XlsForms.Conversion conversion = XlsForms.convert(file);
      form = conversion.form();
      warnings = conversion.warnings();
      FormEngine.of(form, ChoiceLists.NONE);
      known = office.store().formVersions(form.id()).contains(form.version());
      office.store().checkForm(form, content);
    } catch (FormException e) {
      errors = e.errors();
    }
    Form before = form == null ? null : office.store().form(form.id()).orElse(null);
    boolean newer = form != null && before != null && errors.isEmpty() && !known;
    return new Proposal(
        name,
        content,
        form,
        errors,
        warnings,
        newer && form != null && before != null
            ? FormUpdates.before(office).report(before, form)
            : null,
        known && errors.isEmpty());
  }

  /// Adds it as the newest version, and notes what that meant.
  ///
  /// @throws FormException if it cannot be used
  public void add(Proposal proposal) throws FormException {
    Form form = proposal.form();
    if (form == null) {
      throw new FormException(proposal.errors());
    }
    add(form, proposal.content(), proposal.file());
  }

  /// The same of a form that was read already.
  public void add(Form form, byte[] content, String fileName) throws FormException {
    FormUpdates updates = FormUpdates.before(office);
    office.store().addForm(form, content, fileName);
    updates.note();
  }
}
