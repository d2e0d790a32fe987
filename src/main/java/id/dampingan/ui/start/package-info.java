/// The first screen: who works here, and which workspace is opened. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.start;

import org.jspecify.annotations.NullMarked;
