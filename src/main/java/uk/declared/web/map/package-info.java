/** Maps: areas as drawings and as GeoJSON, and the colours of parties in them. */
@NullMarked
package uk.declared.web.map;

import org.jspecify.annotations.NullMarked;
