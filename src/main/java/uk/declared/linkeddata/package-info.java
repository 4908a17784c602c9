/**
 * The vocabulary's constants, the URIs of things, the mapping from the domain to RDF, and the RDF syntaxes.
 */
@NullMarked
package uk.declared.linkeddata;

import org.jspecify.annotations.NullMarked;
