@NullMarked
package id.dampingan.exchange;

import org.jspecify.annotations.NullMarked;
