/// What there is to do, what was done last, and how the villages stand. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.home;

import org.jspecify.annotations.NullMarked;
