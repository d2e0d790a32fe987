/// The window and its navigator; each place is a package below, and none imports another. It must not
/// know the command line.
@NullMarked
package id.dampingan.ui;

import org.jspecify.annotations.NullMarked;
