/// What came in: previewed cell by cell, then taken, and undone if wished. It must not know any
/// other screen.
@NullMarked
package id.dampingan.ui.receive;

import org.jspecify.annotations.NullMarked;
