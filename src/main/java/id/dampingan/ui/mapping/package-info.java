/// The mapping of another programme's table: its columns beside a form's questions, what its cells
/// mean, and what would become of its first rows.
/// It must not know how a mapping is kept or applied.
@NullMarked
package id.dampingan.ui.mapping;

import org.jspecify.annotations.NullMarked;
