/**
 * The flow from a file of reference data to the store.
 */
@NullMarked
package uk.declared.imports;

import org.jspecify.annotations.NullMarked;
