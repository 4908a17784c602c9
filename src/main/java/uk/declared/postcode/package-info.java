/**
 * Postcodes and the wards that they lie in: reads the directories of the Office for National Statistics, keeps what is
 * needed of them in a small file, and looks postcodes up in it. Knows no RDF and no HTTP.
 */
@NullMarked
package uk.declared.postcode;

import org.jspecify.annotations.NullMarked;
