/** Makes contests of rows of named columns, in whatever kind of file the rows stand. */
@NullMarked
package uk.declared.submission.row;

import org.jspecify.annotations.NullMarked;
