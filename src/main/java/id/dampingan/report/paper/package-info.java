/// Forms, lists, letters and profiles on paper: facts of the store put into the pack's templates and
/// made into PDF pages. It must not know screens, commands or which printer people have.
@NullMarked
package id.dampingan.report.paper;

import org.jspecify.annotations.NullMarked;
