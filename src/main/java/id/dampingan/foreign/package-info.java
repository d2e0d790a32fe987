/// Other programmes' tables read as if they had been typed into our own workbook: mappings of
/// columns to a form's questions, suggested, kept as JSON, and applied row by row.
/// It must not know the store, the merge, or where mappings are kept.
@NullMarked
package id.dampingan.foreign;

import org.jspecify.annotations.NullMarked;
