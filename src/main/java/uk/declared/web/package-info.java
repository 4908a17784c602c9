/**
 * The HTTP interface: dereferencing, SPARQL, queries and pages. {@link uk.declared.web.DeclaredServer} starts it.
 */
@NullMarked
package uk.declared.web;

import org.jspecify.annotations.NullMarked;
