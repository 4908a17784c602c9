/**
 * Reads what councils send. This is the port: what is sent, a format that reads it, and the sink that takes contests together with
 * the place that every value came from. Each format has a room below it; {@code read} knows them all.
 */
@NullMarked
package uk.declared.submission;

import org.jspecify.annotations.NullMarked;
