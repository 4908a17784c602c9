/** Counts by the single transferable vote in tables of their own, as Northern Ireland publishes them. */
@NullMarked
package uk.declared.submission.count;

import org.jspecify.annotations.NullMarked;
