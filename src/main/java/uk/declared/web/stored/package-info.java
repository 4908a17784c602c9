/**
 * What the pages ask of the store: queries from files, and their rows as copied values.
 */
@NullMarked
package uk.declared.web.stored;

import org.jspecify.annotations.NullMarked;
