/** Texts as people and programs write them: names, days, numbers, what stands in for nothing. */
@NullMarked
package uk.declared.submission.text;

import org.jspecify.annotations.NullMarked;
