/// The villages, and one village with its forms. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.village;

import org.jspecify.annotations.NullMarked;
