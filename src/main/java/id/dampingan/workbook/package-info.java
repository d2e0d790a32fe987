/// An .xlsx or .csv file as cells, dropdowns and comments, both ways, as a stream. It must not know
/// what a form is.
@NullMarked
package id.dampingan.workbook;

import org.jspecify.annotations.NullMarked;
