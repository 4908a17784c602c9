/** What Democracy Club's interface answers, as JSON. */
@NullMarked
package uk.declared.submission.democracyclub;

import org.jspecify.annotations.NullMarked;
