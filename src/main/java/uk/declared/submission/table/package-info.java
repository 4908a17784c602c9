/** Tables with a row for every candidacy: finds the headings, and reads the rows below them. */
@NullMarked
package uk.declared.submission.table;

import org.jspecify.annotations.NullMarked;
