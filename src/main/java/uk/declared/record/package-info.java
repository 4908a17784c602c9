/**
 * The append-only record of everything accepted: the truth that the system keeps.
 */
@NullMarked
package uk.declared.record;

import org.jspecify.annotations.NullMarked;
