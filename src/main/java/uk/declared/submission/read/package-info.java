/** Reads a submission in whichever known format it is in. */
@NullMarked
package uk.declared.submission.read;

import org.jspecify.annotations.NullMarked;
