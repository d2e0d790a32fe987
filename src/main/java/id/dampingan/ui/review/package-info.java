/// The screen "Tinjau": filled forms are approved, or returned with remarks on questions.
///
/// What it says travels to the author like any other change.
@org.jspecify.annotations.NullMarked
package id.dampingan.ui.review;
