package uk.declared.web.stored;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import uk.declared.ground.Shipped;

/** Reads the queries of pages, which are files beside the templates. */
public final class StoredQuery {
    private static final String FOLDER = "uk/declared/web/queries/";

    private StoredQuery() {}

    /**
     * Reads and parses a query.
     *
     * @param name of its file, without the ending
     */
    public static Query read(String name) {
        String file = FOLDER + name + ".rq";
        return QueryFactory.create(Shipped.text(file), Syntax.syntaxSPARQL_11);
    }

    /**
     * A query as people read it, with a thing in the place of {@code ?thing}.
     *
     * @param name of its file, without the ending
     */
    public static String text(String name, Node thing) {
        return Shipped.text(FOLDER + name + ".rq").replace("?thing ", "<" + thing.getURI() + "> ");
    }

    /** The same query for one page of its rows, and one row more, which tells whether there is a further page. */
    public static Query page(Query query, int page, int size) {
        Query bounded = query.cloneQuery();
        bounded.setOffset((long) (page - 1) * size);
        bounded.setLimit(size + 1L);
        return bounded;
    }

    /** The same query, asked about several things at once. */
    public static Query among(Query query, String variable, Collection<Node> things) {
        Var of = Var.alloc(variable);
        Query bounded = query.cloneQuery();
        bounded.setValuesDataBlock(
                List.of(of),
                things.stream().map(thing -> BindingFactory.binding(of, thing)).toList());
        return bounded;
    }
}
