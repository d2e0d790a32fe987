/// What could not be taken, with its reason and remedy. It must not know any
/// other screen.
@NullMarked
package id.dampingan.ui.held;

import org.jspecify.annotations.NullMarked;
