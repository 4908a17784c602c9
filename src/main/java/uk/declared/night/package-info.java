/**
 * The night of the count: what stood at any moment of a polling day's declarations, council by council and in all. It is
 * worked out from the record alone, kept as declarations come, and knows no HTTP.
 */
@NullMarked
package uk.declared.night;

import org.jspecify.annotations.NullMarked;
