/**
 * Checks the RDF of one contest against the shapes, and ties every result to the cell that caused it.
 */
@NullMarked
package uk.declared.validation;

import org.jspecify.annotations.NullMarked;
