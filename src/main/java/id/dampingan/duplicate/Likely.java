package id.dampingan.duplicate;

import id.dampingan.form.Form;
import id.dampingan.store.Store;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Asks of one record that is not yet saved whether it is already there.
public final class Likely {
  private Likely() {}

  /// The records that it is likely the same as, the likeliest first.
  ///
  /// @param form the form's id
  /// @param values the answers so far, by field
  public static List<Likeness> of(Store store, String form, Map<String, String> values) {
    return of(store, form, UUID.randomUUID(), values);
  }

  /// @param uuid the record's own identity: it is not like itself
  public static List<Likeness> of(Store store, String form, UUID uuid, Map<String, String> values) {
    Duplicates duplicates = new Duplicates(store);
    Findings findings = new Findings(duplicates.different());
    store
        .form(form)
        .map(Form::main)
        .flatMap(Portrait::of)
        .ifPresent(portrait ->
            duplicates.around(portrait, List.of(subject(portrait, uuid, values)), findings));
    return findings.likeliestFirst();
  }

  private static Subject subject(Portrait portrait, UUID uuid, Map<String, String> values) {
    return Subject.of(
        uuid,
        uuid,
        values.getOrDefault("desa", ""),
        values.getOrDefault("putaran", ""),
        values.getOrDefault(portrait.nik(), ""),
        values.getOrDefault(portrait.kk(), ""),
        values.getOrDefault(portrait.name(), ""),
        values.getOrDefault(portrait.birth(), ""),
        values.getOrDefault("dusun", ""),
        values.getOrDefault("rt_terdaftar", ""),
        values.getOrDefault("pindah_ke", ""));
  }
}
