/**
 * Reads what councils send. One small reader for each format, each yielding contests together with the place that
 * every value came from.
 */
@NullMarked
package uk.declared.submission;

import org.jspecify.annotations.NullMarked;
