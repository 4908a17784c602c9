package uk.declared.web.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import uk.declared.web.sparql.QueryRefusedException.Spot;

/**
 * Decides whether a stranger's query may run:
 *
 * <ol>
 *   <li>its text is measured before it is parsed: length and depth,
 *   <li>it is parsed as standard SPARQL 1.1, or else 1.2 ({@link NewerSyntax}), without Jena's extensions,
 *   <li>every part of it is visited, and refused where it reaches out of the store or can be made to run without end
 *       ({@link QueryVisit}),
 *   <li>functions that may run long on a single value are put in a form that can be stopped ({@link StoppableFunctions}).
 * </ol>
 */
final class QueryGuard {
    /** Relative IRIs have no meaning here; they resolve against something that names nothing. */
    private static final String BASE = "urn:x-declared:relative/";

    private static final Pattern PLACE = Pattern.compile("(?i)line (\\d+), column (\\d+)");

    private final SparqlLimits limits;

    QueryGuard(SparqlLimits limits) {
        this.limits = limits;
    }

    /** @throws QueryRefusedException where it may not */
    GuardedQuery admit(SparqlRequest request, Deadline deadline) {
        String text = request.query();
        if (text.length() > limits.queryLength()) {
            throw new QueryRefusedException(Refusal.TOO_LONG_QUERY, limits.queryLength());
        }
        if (NestingScan.depth(text) > limits.nesting()) {
            throw new QueryRefusedException(Refusal.TOO_DEEP);
        }
        try {
            Query query = parse(text);
            QueryVisit visit = new QueryVisit(limits);
            visit.visit(query);
            return withGraphs(StoppableFunctions.rewrite(query, deadline, limits), visit.isChanging(), request);
        } catch (StackOverflowError e) {
            throw new QueryRefusedException(Refusal.TOO_DEEP);
        }
    }

    private static Query parse(String text) {
        try {
            return QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            return NewerSyntax.read(text, BASE).orElseThrow(() -> syntaxError(e));
        } catch (QueryException e) {
            throw new QueryRefusedException(Refusal.SYNTAX, String.valueOf(e.getMessage()));
        }
    }

    /** The place is taken from the message: the exception's own is that of the word before the one that is wrong. */
    private static QueryRefusedException syntaxError(QueryParseException error) {
        String said = error.getMessage() == null ? "" : error.getMessage().strip();
        Matcher place = PLACE.matcher(said);
        if (place.find()) {
            Spot spot = new Spot(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
            return new QueryRefusedException(Refusal.SYNTAX, spot, said);
        }
        return error.getLine() > 0
                ? new QueryRefusedException(
                        Refusal.SYNTAX, new Spot(error.getLine(), Math.max(1, error.getColumn())), said)
                : new QueryRefusedException(Refusal.SYNTAX, said);
    }

    /** The protocol's graphs take the place of the query's own (SPARQL 1.1 Protocol, section 2.1.4). */
    private static GuardedQuery withGraphs(Query query, boolean changing, SparqlRequest request) {
        boolean byProtocol =
                !request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty();
        GuardedQuery guarded = new GuardedQuery(
                query,
                nodes(byProtocol ? request.defaultGraphs() : query.getGraphURIs()),
                nodes(byProtocol ? request.namedGraphs() : query.getNamedGraphURIs()),
                changing);
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        return guarded;
    }

    private static List<Node> nodes(List<String> uris) {
        uris.forEach(QueryVisit::refuseSystemGraph);
        return uris.stream().map(NodeFactory::createURI).toList();
    }
}
