/**
 * The public SPARQL endpoint: the protocol, the guard in front of Fuseki, and the bounds within which a stranger's query
 * runs.
 */
@NullMarked
package uk.declared.web.sparql;

import org.jspecify.annotations.NullMarked;
