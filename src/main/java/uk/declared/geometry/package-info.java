/**
 * The shapes of areas: reads files of boundaries, brings them into longitude and latitude, measures how much of one lies
 * in another, and simplifies them for maps. Knows no RDF and no HTTP.
 */
@NullMarked
package uk.declared.geometry;

import org.jspecify.annotations.NullMarked;
