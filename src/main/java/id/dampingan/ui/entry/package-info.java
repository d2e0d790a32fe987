/// One filled form, question by question. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.entry;

import org.jspecify.annotations.NullMarked;
