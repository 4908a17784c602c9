package uk.declared.web.sparql;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.sparql_12.javacc.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;
import uk.declared.web.sparql.QueryRefusedException.Spot;

/**
 * SPARQL 1.2, as far as Jena has it and the data have a use for it: VERSION, texts with a direction, and the functions on language,
 * direction and triple terms. Triple terms, reifiers and annotations are refused by name: no data here hold any.
 */
final class NewerSyntax {
    /** By the kind of a token, the feature that it begins. */
    private static final Map<Integer, String> REFUSED = Map.of(
            SPARQLParser12Constants.L_TRIPLE, "triple terms <<( … )>>",
            SPARQLParser12Constants.LT2, "reified triples << … >>",
            SPARQLParser12Constants.L_ANN, "annotations {| … |}",
            SPARQLParser12Constants.TILDE, "reifiers ~",
            SPARQLParser12Constants.TRIPLE, "TRIPLE");

    private NewerSyntax() {}

    /**
     * Reads what is no SPARQL 1.1.
     *
     * @return absent where it is no SPARQL 1.2 either
     * @throws QueryRefusedException where it uses what is not offered, with its name and place
     */
    static Optional<Query> read(String text, String base) {
        Query query;
        try {
            query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_12);
        } catch (QueryException e) {
            return Optional.empty();
        }
        SPARQLParser12TokenManager tokens = new SPARQLParser12TokenManager(new JavaCharStream(new StringReader(text)));
        try {
            for (Token token = tokens.getNextToken();
                    token.kind != SPARQLParser12Constants.EOF;
                    token = tokens.getNextToken()) {
                String feature = REFUSED.get(token.kind);
                if (feature != null) {
                    throw new QueryRefusedException(
                            Refusal.NEWER_SYNTAX, new Spot(token.beginLine, token.beginColumn), feature);
                }
            }
        } catch (TokenMgrError e) {
            return Optional.empty();
        }
        return Optional.of(query);
    }
}
