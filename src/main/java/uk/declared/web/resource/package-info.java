/**
 * Documents about whatever has a URI and no kind of page of its own: parts of things, graphs, data sets, and what a table of the
 * census is made of. Whole graphs can be read too (SPARQL 1.1 Graph Store HTTP Protocol).
 */
@NullMarked
package uk.declared.web.resource;

import org.jspecify.annotations.NullMarked;
