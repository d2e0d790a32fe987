/// The programme pack: which forms, indicators, villages and letters there are, and what they mean.
/// It must not know workbooks or screens.
@NullMarked
package id.dampingan.programme;

import org.jspecify.annotations.NullMarked;
