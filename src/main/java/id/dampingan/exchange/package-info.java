/// A whole errand each: export, import, undo, return. It must not know who asked for it, a window or
/// a command line.
@NullMarked
package id.dampingan.exchange;

import org.jspecify.annotations.NullMarked;
