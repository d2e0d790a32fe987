/// Tests of the programme pack.
@NullMarked
package id.dampingan.programme;

import org.jspecify.annotations.NullMarked;
