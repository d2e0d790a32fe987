/// The screen of likely duplicates: two records side by side, what speaks for their being one, and
/// the deeds that settle it. Only people decide; every decision can be taken back.
@NullMarked
package id.dampingan.ui.duplicate;

import org.jspecify.annotations.NullMarked;
