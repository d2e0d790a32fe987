/// Taking a batch back at any later time: what it means is said before it is done. It must not know
/// any other screen.
@NullMarked
package id.dampingan.ui.undo;

import org.jspecify.annotations.NullMarked;
