package id.dampingan.form;

/// How carefully a field is handled (UU PDP 27/2022, article 4).
public enum Sensitivity {
  NONE,
  /// `umum`: general personal data, masked.
  PERSONAL,
  /// `spesifik`: health, children, money; never shown by name.
  SPECIFIC
}
