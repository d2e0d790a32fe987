/// What new versions of forms meant for the records that were there. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.update;

import org.jspecify.annotations.NullMarked;
