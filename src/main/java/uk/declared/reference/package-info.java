/**
 * Reference data that results link to: areas, parties and what else is published about them, in dated releases. Readers
 * match names with it, rules look codes up in it; where nothing is loaded, both go without and say so.
 */
@NullMarked
package uk.declared.reference;

import org.jspecify.annotations.NullMarked;
