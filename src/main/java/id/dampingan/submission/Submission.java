package id.dampingan.submission;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The merged state of one filled form, or of one row of a repeat.
///
/// @param form the table's name: a form's id, or `form/repeat` of a repeat's row
/// @param formVersion the version of the form that its newest values were judged by
/// @param uuid the submission's identity, never changed
/// @param root the uuid of the filled form that the row belongs to; its own if it is one
/// @param version all changes taken into account
/// @param registers by field, system fields included; a field that nobody filled has none
public record Submission(
    String form,
    String formVersion,
    UUID uuid,
    UUID root,
    VersionVector version,
    SortedMap<String, Register> registers) {

  public Submission {
    registers = Collections.unmodifiableSortedMap(registers);
  }

  /// A submission of which nothing is known yet.
  public static Submission unknown(String form, String formVersion, UUID uuid, UUID root) {
    return new Submission(
        form, formVersion, uuid, root, VersionVector.EMPTY, new TreeMap<>(CodePoints.ORDER));
  }

  public Register register(String field) {
    Register register = registers.get(field);
    return register == null ? Register.EMPTY : register;
  }

  /// The value that people see; the empty text if there is none.
  public String value(String field) {
    String shown = register(field).shown(field);
    return shown == null ? "" : shown;
  }

  public boolean isDeleted() {
    return value(SystemField.DELETED).equals("1");
  }

  /// Whether it was called a duplicate of another, which speaks for it.
  public boolean isMerged() {
    return !value(SystemField.MERGED_INTO).isEmpty();
  }

  public @Nullable UUID parent() {
    String parent = value(SystemField.PARENT);
    return parent.isEmpty() ? null : UUID.fromString(parent);
  }

  /// The fields that are in conflict, system fields settled silently (`_induk`, `_urut`) excluded.
  public SortedMap<String, Register> conflicts() {
    SortedMap<String, Register> conflicts = new TreeMap<>(CodePoints.ORDER);
    registers.forEach((field, register) -> {
      if (isConflict(field, register)) {
        conflicts.put(field, register);
      }
    });
    return conflicts;
  }

  /// Whether a field is in conflict.
  public boolean isInConflict() {
    for (var entry : registers.entrySet()) {
      if (isConflict(entry.getKey(), entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(String field, Register register) {
    return register.isConflict()
        && !field.equals(SystemField.ORDER)
        && !field.equals(SystemField.PARENT);
  }

  /// The shown values of the form's own fields that are not empty.
  public SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>(CodePoints.ORDER);
    registers.forEach((field, register) -> {
      String shown = register.shown(field);
      if (shown != null && !shown.isEmpty() && !SystemField.is(field)) {
        values.put(field, shown);
      }
    });
    return values;
  }
}
