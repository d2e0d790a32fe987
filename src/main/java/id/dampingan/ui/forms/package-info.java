/// The workspace's forms: their versions, and adding one after it was looked at and tried. It must
/// not know any other screen.
@NullMarked
package id.dampingan.ui.forms;

import org.jspecify.annotations.NullMarked;
