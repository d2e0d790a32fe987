package id.dampingan.merge;

import id.dampingan.submission.RowAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that waits, wholly or in some cells, kept as it stood so that it can be judged again and
/// sent back.
///
/// @param address where it stood
/// @param form the table's name
/// @param formVersion the version that the workbook names
/// @param uuid the submission that it speaks of
/// @param parent a repeat's parent, else null
/// @param wholeRow whether nothing of the row was taken
/// @param cells what waits, each with its reason
/// @param values all cells as they stood, by field
/// @param stampText the hidden texts as they stood
public record HeldRow(
    RowAddress address,
    String form,
    String formVersion,
    UUID uuid,
    @Nullable UUID parent,
    boolean wholeRow,
    List<HeldCell> cells,
    Map<String, String> values,
    String stampText) {
  public HeldRow {
    cells = List.copyOf(cells);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
