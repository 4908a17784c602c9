/** Ballot papers of counts by the single transferable vote (BLT), which are counted here. */
@NullMarked
package uk.declared.submission.ballots;

import org.jspecify.annotations.NullMarked;
