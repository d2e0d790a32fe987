/// Keeps submissions, their history, batches, held rows and media in an encrypted database. It must
/// not know workbooks or screens.
@NullMarked
package id.dampingan.store;

import org.jspecify.annotations.NullMarked;
