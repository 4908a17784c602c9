/**
 * The flow from a submission to the store: read, map, check, append to the record, apply to the store.
 */
@NullMarked
package uk.declared.publish;

import org.jspecify.annotations.NullMarked;
