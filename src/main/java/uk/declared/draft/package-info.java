/**
 * What was sent to be looked at before it is published.
 */
@NullMarked
package uk.declared.draft;

import org.jspecify.annotations.NullMarked;
