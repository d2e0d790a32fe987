package id.dampingan.form;

import java.util.List;
import java.util.stream.Collectors;

/// An XLSForm cannot be used; every fault that was found is told.
public final class FormException extends Exception {
  private final transient List<FormError> errors;

  public FormException(List<FormError> errors) {
    super(errors.stream().map(FormError::message).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  public List<FormError> errors() {
    return errors;
  }
}
