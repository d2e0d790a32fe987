/// Giving everything to a successor, with a record to sign. It must not know any other screen.
@NullMarked
package id.dampingan.ui.handover;

import org.jspecify.annotations.NullMarked;
