/// Many files at once: one line a file, one bad one stops nothing. It must not know any
/// other screen.
@NullMarked
package id.dampingan.ui.reception;

import org.jspecify.annotations.NullMarked;
