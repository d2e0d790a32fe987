/// An XLSForm becomes a form: sheets, then a tree of questions, then an XForm, with every fault named
/// by sheet and row. It must not know the engine that runs the XForm.
@NullMarked
package id.dampingan.form.xlsform;

import org.jspecify.annotations.NullMarked;
