/// Start-up: wires everything by `new`, in reading order. It alone knows all places.
@NullMarked
package id.dampingan.app;

import org.jspecify.annotations.NullMarked;
