/**
 * Releases: numbered states of everything, frozen with their checksums and what is needed to cite them, and never changed again.
 */
@NullMarked
package uk.declared.release;

import org.jspecify.annotations.NullMarked;
