/// Printing: what, on which paper, with a look at the pages first. It must not know how a page is
/// made, nor any other screen.
@NullMarked
package id.dampingan.ui.print;

import org.jspecify.annotations.NullMarked;
