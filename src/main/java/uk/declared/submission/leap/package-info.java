/** The tables of the Local Elections Archive Project, which have no headings. */
@NullMarked
package uk.declared.submission.leap;

import org.jspecify.annotations.NullMarked;
