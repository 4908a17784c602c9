/**
 * GeoSPARQL's functions over the public endpoint: how one geometry lies to another, distances and areas, all bounded by the
 * endpoint's limits.
 */
@NullMarked
package uk.declared.web.sparql.geo;

import org.jspecify.annotations.NullMarked;
