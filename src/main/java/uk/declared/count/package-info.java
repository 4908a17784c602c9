/**
 * Counts ballot papers by the single transferable vote as Scotland does, and compares counts. Knows the domain alone:
 * no files, no findings.
 */
@NullMarked
package uk.declared.count;

import org.jspecify.annotations.NullMarked;
