/// Joins what two people did: plans, conflicts, undo, as MERGE says. It is pure: no clock, no file,
/// no database, no form.
@NullMarked
package id.dampingan.merge;

import org.jspecify.annotations.NullMarked;
