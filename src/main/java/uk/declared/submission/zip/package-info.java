/** Archives of files of the other formats. */
@NullMarked
package uk.declared.submission.zip;

import org.jspecify.annotations.NullMarked;
