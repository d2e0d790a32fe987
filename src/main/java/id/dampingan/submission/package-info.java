/// A filled form as plain values: names, canonical values, fingerprints, dots and registers, rows
/// with their addresses, problem codes. It must not know files, forms, screens or databases.
@NullMarked
package id.dampingan.submission;

import org.jspecify.annotations.NullMarked;
