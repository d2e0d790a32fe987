/// A record's history: every change with where it came from, and the record as it was on a day. It
/// must not know any other screen.
@NullMarked
package id.dampingan.ui.history;

import org.jspecify.annotations.NullMarked;
