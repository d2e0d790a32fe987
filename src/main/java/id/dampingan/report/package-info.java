/// Indicators, before and after, recaps: figures of the store as sheets that people print. It must
/// not know screens or commands.
@NullMarked
package id.dampingan.report;

import org.jspecify.annotations.NullMarked;
