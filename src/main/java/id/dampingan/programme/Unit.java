package id.dampingan.programme;

import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.StoredRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a record is a picture of: a household or a village through the rounds (FORMS 2).
///
/// A form of pictures ("potret") is known by its key: the round is part of it. Its unit is named by
/// the question that its entities sheet calls the entity's id, else by the rest of its key.
public final class Unit {
  /// The question for the round.
  public static final String ROUND = "putaran";

  /// The later of two records of one unit: by round, by date, by uuid, never by arrival.
  public static final Comparator<StoredRow> LATEST =
      Comparator.comparing(StoredRow::round)
          .thenComparing(row -> row.value("tanggal"))
          .thenComparing(row -> row.submission().uuid().toString());

  private static final Pattern ONE_QUESTION = Pattern.compile("\\s*\\$\\{([^}]+)}\\s*");

  private Unit() {}

  /// Whether the form has a record for each unit and round.
  public static boolean isPictured(Form form) {
    return form.main().keys().stream().anyMatch(key -> key.name().equals(ROUND));
  }

  /// The question that ties a unit's records together; empty on its first record.
  public static Optional<Field> tie(Form form) {
    for (EntityDeclaration entity : form.entities()) {
      Matcher one = ONE_QUESTION.matcher(entity.entityId());
      if (entity.table().equals(form.id()) && one.matches()) {
        return form.main().field(one.group(1));
      }
    }
    return Optional.empty();
  }

  /// The unit's name: what ties it, else the rest of the key if all of it is filled, else the
  /// record's own uuid.
  public static String of(Form form, StoredRow row) {
    String own = row.submission().uuid().toString();
    Optional<Field> tie = tie(form);
    if (tie.isPresent()) {
      String tied = row.value(tie.get().name());
      return tied.isEmpty() ? own : tied;
    }
    List<String> key =
        form.main().keys().stream()
            .map(Field::name)
            .filter(name -> !name.equals(ROUND))
            .map(row::value)
            .toList();
    return key.isEmpty() || key.contains("") ? own : String.join(" ", key);
  }
}
