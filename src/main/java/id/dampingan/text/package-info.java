/// Turns problems into sentences; languages, number and date formats, masking. It must not know
/// forms, workbooks or screens.
@NullMarked
package id.dampingan.text;

import org.jspecify.annotations.NullMarked;
