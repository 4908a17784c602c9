package uk.declared.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The code lists are well-made SKOS, and every code says where in law or practice it comes from. */
class CodeListsTest {
    private static final Graph CODES = ModelFiles.read(ModelFiles.ONTOLOGY.resolve("codes.ttl"));

    @Test
    void theCodeListsPassTheUsualChecks() {
        assertThat(CODES.stream(Node.ANY, RDF.Nodes.type, SKOS.Concept.asNode()))
                .isNotEmpty();
        assertThat(SkosChecks.problems(CODES)).isEmpty();
    }

    /** A list in which everything is wrong, so that no check can pass by never finding anything. */
    @Test
    void theChecksFindWhatIsWrong() {
        Graph broken = ModelFiles.read(ModelFiles.CASES.resolve("skos/broken.ttl"));

        assertThat(SkosChecks.problems(broken))
                .extracting(problem -> problem.replace("http://example.org/list", ""))
                .containsExactlyInAnyOrder(
                        "broader-elsewhere /child",
                        "cycle /a",
                        "cycle /b",
                        "definitions /child",
                        "descriptions ",
                        "descriptions /lost",
                        "label-twice ",
                        "labels-not-disjoint /a",
                        "neither-top-nor-below /lost",
                        "no-notation /lost",
                        "no-scheme /lost",
                        "no-source /lost",
                        "no-top-concept ",
                        "no-top-concept /lost",
                        "not-named-by-its-notation /b",
                        "notation-twice ",
                        "one-way /a",
                        "one-way /b",
                        "one-way /child",
                        "preferred-labels /lost",
                        "related-and-broader /a",
                        "related-and-broader /b",
                        "scheme-and-concept /lost",
                        "source-not-in-words /lost",
                        "titles ",
                        "titles /lost");
    }
}
