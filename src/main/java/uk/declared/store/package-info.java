/**
 * The triple store: a projection of the record, which can be thrown away and rebuilt from it alone.
 */
@NullMarked
package uk.declared.store;

import org.jspecify.annotations.NullMarked;
