/// Taking all records away from this laptop, for good. It must not know any other screen.
@NullMarked
package id.dampingan.ui.purge;

import org.jspecify.annotations.NullMarked;
