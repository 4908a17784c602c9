package uk.declared.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is held against what RIOT reads of the same text. */
class CanonicalTriplesTest {
    private static final String START = "<http://example.org/s> <http://example.org/p> ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://example.org/\u0175>",
                "\"plain\"",
                "\"\"",
                "\"Ceredigion, \u0177 \uD83D\uDDF3\"",
                "\"O'Brien \\\"Bob\\\" \\\\ \\n \\t \\r\"",
                "\"\\b\\f\\u0001\\U0001F5F3\"",
                "\"Caerdydd\"@cy",
                "\"Cardiff\"@en-GB",
                "\"33.3\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                "\"text\"^^<http://www.w3.org/2001/XMLSchema#string>",
                "\"POINT(1 2)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>",
                "_:b0",
                "\"a\" . # what is not canonical is read too",
                "<http://example.org/\\u0041>"
            })
    void aTextIsReadAsAnyParserReadsIt(String object) {
        String text = START + object + " .\n" + START + "\"last\" .\n";

        assertThat(comparable(CanonicalTriples.read(text))).isEqualTo(comparable(byRiot(text)));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Node subject = NodeFactory.createURI("http://example.org/s");
        Node predicate = NodeFactory.createURI("http://example.org/p");
        List<Triple> triples = List.of(
                Triple.create(subject, predicate, NodeFactory.createLiteralString("two\nlines, \"quoted\" \\ \u0000")),
                Triple.create(subject, predicate, NodeFactory.createLiteralLang("Tŷ", "cy")),
                Triple.create(subject, predicate, subject));

        assertThat(CanonicalTriples.read(CanonicalTriples.write(triples))).containsExactlyInAnyOrderElementsOf(triples);
    }

    /** Every character of the first 0x3000, and one beyond the 16 bits, in literals of each kind. */
    @Test
    void aLineIsWrittenAsRiotWritesIt() {
        Node subject = NodeFactory.createURI("http://example.org/\u0175");
        Node predicate = NodeFactory.createURI("http://example.org/p");
        List<Triple> triples = new ArrayList<>();
        for (int code = 0; code < 0x3000; code++) {
            String text = "a" + Character.toString(code) + "b";
            triples.add(Triple.create(subject, predicate, NodeFactory.createLiteralString(text)));
            triples.add(Triple.create(subject, predicate, NodeFactory.createLiteralLang(text, "cy")));
        }
        triples.add(Triple.create(subject, predicate, NodeFactory.createLiteralString("\uD83D\uDDF3")));
        triples.add(Triple.create(subject, predicate, NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal)));
        triples.add(Triple.create(subject, predicate, subject));

        ByteArrayOutputStream riot = new ByteArrayOutputStream();
        RDFDataMgr.writeTriples(riot, triples.iterator());
        assertThat(CanonicalTriples.write(triples).split("\n"))
                .containsExactlyInAnyOrder(riot.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    void nothingIsReadOfNothing() {
        assertThat(CanonicalTriples.read("")).isEmpty();
    }

    private static List<Triple> byRiot(String text) {
        List<Triple> triples = new ArrayList<>();
        RDFParser.fromString(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), Lang.NTRIPLES)
                .checking(false)
                .parse(StreamRDFLib.sinkTriples(new TripleCollector(triples)));
        return triples;
    }

    /** A blank node has another label each time. */
    private static List<String> comparable(List<Triple> triples) {
        return triples.stream()
                .map(triple -> triple.getObject().isBlank() ? "blank" : triple.toString())
                .toList();
    }
}
