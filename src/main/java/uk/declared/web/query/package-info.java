/**
 * The pages of the query library: the list of queries, a form for each, and its answer as a table or as data.
 */
@NullMarked
package uk.declared.web.query;

import org.jspecify.annotations.NullMarked;
