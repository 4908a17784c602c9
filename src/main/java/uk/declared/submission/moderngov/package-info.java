/** Answers of councils' modern.gov systems, as XML. */
@NullMarked
package uk.declared.submission.moderngov;

import org.jspecify.annotations.NullMarked;
