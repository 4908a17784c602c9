/**
 * Dereferencing: {@code /id/…} leads to {@code /doc/…}, which describes a thing as a page or in RDF.
 */
@NullMarked
package uk.declared.web.thing;

import org.jspecify.annotations.NullMarked;
