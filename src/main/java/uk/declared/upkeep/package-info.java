/**
 * What is done later with what is published: it is withdrawn, mapped anew, redacted, and its files deleted.
 */
@NullMarked
package uk.declared.upkeep;

import org.jspecify.annotations.NullMarked;
