package id.dampingan.form;

import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One question or calculation of a form: a column of its sheet and of its table.
///
/// Notes are no fields; metadata (`start`, `today`, `username`, …) and calculations are derived.
///
/// @param name the question's name (its path with dots, without the table's, only for twins)
/// @param path the XForm path, such as `/rumah_tangga/rumah/lantai`
/// @param groups the labels of the groups around it, outermost first, repeats excluded
/// @param type the kind of answer
/// @param list the choices: a list of the choices sheet, or the stem of a file; null if not a choice
/// @param listFromFile whether `list` is answered from outside
/// @param choiceFilter the expression that narrows the list, or the empty text
/// @param required whether the form asks for an answer (always, or by an expression)
/// @param relevant the expression, or the empty text
/// @param constraint the expression, or the empty text
/// @param derived computed by the form: never merged, never typed
/// @param readOnly shown, not asked (prelist values); still merged
/// @param key one of the fields that name a typed row (`dampingan:kunci`)
/// @param sensitivity `dampingan:sensitif`
/// @param number which official number it holds (`dampingan:jenis`: nik, kk, nip, hp), else ""
/// @param ownedByMaster an officer's edit is a proposal (`dampingan:pemilik`)
/// @param appearance words of the appearance column
/// @param parameters the parameters column (`max-pixels`, `value`, `label`, …)
/// @param saveTo the entity's property, or the empty text
public record Field(
    String name,
    String path,
    List<Localized> groups,
    FieldType type,
    Localized label,
    Localized hint,
    Localized guidance,
    @Nullable String list,
    boolean listFromFile,
    String choiceFilter,
    boolean required,
    String relevant,
    String constraint,
    boolean derived,
    boolean readOnly,
    boolean key,
    Sensitivity sensitivity,
    String number,
    boolean ownedByMaster,
    String appearance,
    Map<String, String> parameters,
    String saveTo) {
  public Field {
    groups = List.copyOf(groups);
    parameters = Map.copyOf(parameters);
  }
}
