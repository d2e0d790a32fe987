/// What was filled in of one form: search, filter, open. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.list;

import org.jspecify.annotations.NullMarked;
