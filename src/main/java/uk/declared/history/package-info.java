/**
 * What was declared and when, read from the record: by contest, and in the order in which it was.
 */
@NullMarked
package uk.declared.history;

import org.jspecify.annotations.NullMarked;
