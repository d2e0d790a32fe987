/// An XLSForm becomes a form, and a form a session of questions and answers; a row is judged by the
/// form's own rules. It must not know where lists and submissions are kept: it asks [ChoiceLists].
@NullMarked
package id.dampingan.form;

import org.jspecify.annotations.NullMarked;
