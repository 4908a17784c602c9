/** What columns of tables hold, and which headings each known table has for them. */
@NullMarked
package uk.declared.submission.column;

import org.jspecify.annotations.NullMarked;
