/// A village's work split between laptops: parts, counts, who has which. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.share;

import org.jspecify.annotations.NullMarked;
