/**
 * Results written as tables: every contest and election as CSV, in the layouts that others use and in our own, each of which our
 * readers take back.
 */
@NullMarked
package uk.declared.export;

import org.jspecify.annotations.NullMarked;
