/// What goes out: chosen, written to a file, told. It must not know any
/// other screen.
@NullMarked
package id.dampingan.ui.send;

import org.jspecify.annotations.NullMarked;
