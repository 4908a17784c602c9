/** The search: one box for councils, wards, parties, candidates and elections, by an index that follows the store. */
@NullMarked
package uk.declared.web.search;

import org.jspecify.annotations.NullMarked;
