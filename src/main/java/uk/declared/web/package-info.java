/**
 * The HTTP interface: dereferencing, SPARQL, queries and pages.
 */
@NullMarked
package uk.declared.web;

import org.jspecify.annotations.NullMarked;
