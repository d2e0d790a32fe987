package id.dampingan.store;

import java.util.List;

/// One page of a search.
///
/// @param rows the page, the last changed first
/// @param total how many rows there are on all pages
public record Found(List<StoredRow> rows, int total) {
  public Found {
    rows = List.copyOf(rows);
  }
}
