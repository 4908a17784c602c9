/** Workbooks: finds out what stands on their sheets, and marks a copy with what was found. */
@NullMarked
package uk.declared.submission.xlsx;

import org.jspecify.annotations.NullMarked;
