/// The keys, and what is safe. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.help;

import org.jspecify.annotations.NullMarked;
