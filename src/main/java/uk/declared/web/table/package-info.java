/**
 * Tables over HTTP: files of rows with a name to save them under, and beside each its description for programs (CSV on the
 * Web).
 */
@NullMarked
package uk.declared.web.table;

import org.jspecify.annotations.NullMarked;
