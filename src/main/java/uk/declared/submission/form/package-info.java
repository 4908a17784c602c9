/** Forms on a sheet, a ward each, whose values are found by the labels beside them. */
@NullMarked
package uk.declared.submission.form;

import org.jspecify.annotations.NullMarked;
