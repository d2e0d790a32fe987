/// The commands, a class each: options in, an errand run, people's text or JSON out. It must not
/// know the window.
@NullMarked
package id.dampingan.cli;

import org.jspecify.annotations.NullMarked;
