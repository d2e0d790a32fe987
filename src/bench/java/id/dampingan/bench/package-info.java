/// Benchmarks, run by hand: each prints its time as a ratio to a named yardstick run beside it.
@NullMarked
package id.dampingan.bench;

import org.jspecify.annotations.NullMarked;
