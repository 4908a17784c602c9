package uk.declared.web.sparql;

import java.util.List;

/**
 * A query operation of the SPARQL 1.1 Protocol.
 *
 * @param query its text
 * @param defaultGraphs the values of {@code default-graph-uri}
 * @param namedGraphs the values of {@code named-graph-uri}
 */
record SparqlRequest(String query, List<String> defaultGraphs, List<String> namedGraphs) {}
