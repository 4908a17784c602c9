package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.junit.jupiter.api.Test;
import uk.declared.linkeddata.Uris;

/** The library as other people's editors load it. */
class LibraryDescriptionTest {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final QueryLibrary LIBRARY = QueryLibrary.load();
    private static final Graph DESCRIBED = new LibraryDescription(new Uris("http://localhost:8080")).of(LIBRARY);

    @Test
    void everyQueryIsAnExecutableAsShaclDefinesIt() {
        Graph shapes =
                RDFParser.source("src/test/resources/web/shacl-executables.ttl").toGraph();

        assertThat(ShaclValidator.get().validate(shapes, DESCRIBED).getEntries())
                .isEmpty();
        assertThat(DESCRIBED.stream(Node.ANY, shacl("select"), Node.ANY))
                .hasSize(LIBRARY.queries().size());
    }

    /** SHACL 5.2.1: the declared prefixes go before the text; there they are enough. */
    @Test
    void theDeclaredPrefixesAreAllThatAQueryNeeds() {
        for (LibraryQuery query : LIBRARY.queries()) {
            Node name = NodeFactory.createURI("http://localhost:8080/queries/" + query.name());
            StringBuilder text = new StringBuilder();
            List<Node> declarations = DESCRIBED.stream(name, shacl("declare"), Node.ANY)
                    .map(Triple::getObject)
                    .toList();
            for (Node declaration : declarations) {
                text.append("PREFIX ")
                        .append(literal(declaration, "prefix"))
                        .append(": <")
                        .append(literal(declaration, "namespace"))
                        .append(">\n");
            }
            query.text()
                    .lines()
                    .filter(line -> !line.startsWith("PREFIX"))
                    .forEach(line -> text.append(line).append('\n'));

            assertThat(QueryFactory.create(text.toString()).getResultVars())
                    .as(query.name())
                    .isEqualTo(query.query().getResultVars());
        }
    }

    private static String literal(Node subject, String property) {
        return DESCRIBED.stream(subject, shacl(property), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElseThrow();
    }

    private static Node shacl(String term) {
        return NodeFactory.createURI(SHACL + term);
    }
}
