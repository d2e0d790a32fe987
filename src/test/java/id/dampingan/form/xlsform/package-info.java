/// Tests of the XLSForm converter: each clause to its XForm, and its XForm in the engine. They must
/// not know how the converter works inside, but for its expressions' grammar.
@NullMarked
package id.dampingan.form.xlsform;

import org.jspecify.annotations.NullMarked;
