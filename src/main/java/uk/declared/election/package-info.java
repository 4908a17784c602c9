/**
 * The domain: contests, candidacies, ballot accounts and the identifiers of elections, as plain records. Knows no
 * RDF and no HTTP.
 */
@NullMarked
package uk.declared.election;

import org.jspecify.annotations.NullMarked;
