/** Which areas a point lies in. */
@NullMarked
package uk.declared.web.place;

import org.jspecify.annotations.NullMarked;
