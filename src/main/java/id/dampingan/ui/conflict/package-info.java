/// Where two people differ: side by side, decided by a key. It must not know any
/// other screen.
@NullMarked
package id.dampingan.ui.conflict;

import org.jspecify.annotations.NullMarked;
