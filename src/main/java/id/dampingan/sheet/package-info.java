/// A form and its submissions as sheets of a workbook, both ways: columns, hidden cells, choices,
/// held cells. It must not know the store or the merge.
@NullMarked
package id.dampingan.sheet;

import org.jspecify.annotations.NullMarked;
