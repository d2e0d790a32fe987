/// Finds records that seem to describe the same person or household twice, and says why. It only
/// proposes: people decide, and what they decided is kept by the forms.
@NullMarked
package id.dampingan.duplicate;

import org.jspecify.annotations.NullMarked;
