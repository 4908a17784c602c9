/**
 * The library of queries: files with a title, a description and typed parameters, run against a store and written as
 * tables. The command line and the pages both use it.
 */
@NullMarked
package uk.declared.query;

import org.jspecify.annotations.NullMarked;
