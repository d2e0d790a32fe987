/// What one person likes, and what the workspace is. It must not know any other
/// screen.
@NullMarked
package id.dampingan.ui.settings;

import org.jspecify.annotations.NullMarked;
