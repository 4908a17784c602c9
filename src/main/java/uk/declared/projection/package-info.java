/**
 * What the record means for the store: which triples each entry adds and takes away, and how the store is kept at the
 * record.
 */
@NullMarked
package uk.declared.projection;

import org.jspecify.annotations.NullMarked;
