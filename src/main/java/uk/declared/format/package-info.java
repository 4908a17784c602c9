/**
 * What the columns of tables are: one file in CSV on the Web for each kind of table, under {@code declared/formats}, from which
 * reading, exporting, descriptions, pages and forms derive.
 */
@NullMarked
package uk.declared.format;

import org.jspecify.annotations.NullMarked;
