package uk.declared.linkeddata;

import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import uk.declared.election.BallotId;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Report;
import uk.declared.report.RuleTexts;
import uk.declared.report.Severity;

/**
 * Writes a report on a submission as a SHACL validation report (W3C SHACL, section 3.6): each result names the contest, the
 * rule, what is wrong in English and Welsh, and the place that it came from as a selector of the Web Annotation
 * vocabulary: a cell of a CSV file as RFC 7111 writes it, a cell of a workbook, or a path.
 */
public final class ShaclReport {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final Node CSV_FRAGMENTS = NodeFactory.createURI("http://tools.ietf.org/rfc/rfc7111");
    /** SHACL asks for one; the rules are told apart by their shapes. */
    private static final Node COMPONENT =
            NodeFactory.createURI("https://w3id.org/local-elections/rule/RuleConstraintComponent");

    private static final Locale WELSH = Locale.forLanguageTag("cy");

    private final Uris uris;
    private final RuleTexts english = RuleTexts.in(Locale.ENGLISH);
    private final RuleTexts welsh = RuleTexts.in(WELSH);

    public ShaclReport(Uris uris) {
        this.uris = uris;
    }

    /** The report as RDF. Findings that the report counts without listing are not in it. */
    public Graph map(Report report) {
        Triples triples = new Triples();
        Node node = NodeFactory.createBlankNode("report");
        triples.about(node)
                .a(shacl("ValidationReport"))
                .add(DCTerms.source.asNode(), Literals.text(report.file()))
                .add(shacl("conforms"), Literals.bool(!report.refused()));
        int number = 0;
        for (Finding finding : report.findings()) {
            number++;
            Node result = NodeFactory.createBlankNode("result" + number);
            triples.about(node).add(shacl("result"), result);
            describe(finding, result, number, triples);
        }
        Graph graph = GraphFactory.createDefaultGraph();
        triples.list().forEach(graph::add);
        return graph;
    }

    private void describe(Finding finding, Node node, int number, Triples triples) {
        Triples.Describing result = triples.about(node)
                .a(shacl("ValidationResult"))
                .add(shacl("resultSeverity"), severity(finding.severity()))
                .add(shacl("sourceShape"), Vocabulary.rule(finding.rule()))
                .add(shacl("sourceConstraintComponent"), COMPONENT)
                .add(shacl("focusNode"), focus(finding))
                .add(shacl("resultMessage"), message(english, finding, "en"))
                .add(shacl("resultMessage"), message(welsh, finding, "cy"));
        finding.value().ifPresent(value -> result.add(shacl("value"), Literals.text(value)));
        Node selector = NodeFactory.createBlankNode("place" + number);
        if (describePlace(finding.place(), selector, triples)) {
            result.external(OA + "hasSelector", selector);
        }
    }

    /** The contest, or the file by its name where the finding is about no contest. */
    private Node focus(Finding finding) {
        return finding.contest()
                .map(id -> uris.contest(new BallotId(id)))
                .orElseGet(() -> Literals.text(finding.place().file()));
    }

    private boolean describePlace(Place place, Node node, Triples triples) {
        String words = english.place(place);
        if (words.isEmpty()) {
            return false;
        }
        Triples.Describing selector = triples.about(node)
                .label(Literals.text(words))
                .add(DCTerms.source.asNode(), Literals.text(place.file()));
        selector.a(NodeFactory.createURI(OA + "FragmentSelector"));
        if (place.sheet().isEmpty() && place.row().isPresent()) {
            String row = Integer.toString(place.row().getAsInt());
            String value = place.column().isPresent()
                    ? "cell=" + row + "," + place.column().getAsInt()
                    : "row=" + row;
            selector.add(DCTerms.conformsTo.asNode(), CSV_FRAGMENTS).add(RDF.value.asNode(), Literals.text(value));
        } else if (place.sheet().isPresent() && place.row().isPresent()) {
            selector.add(
                    RDF.value.asNode(),
                    Literals.text("'" + place.sheet().get().replace("'", "''") + "'!"
                            + place.columnLetters().orElse("A")
                            + place.row().getAsInt()));
        }
        return true;
    }

    private static Node message(RuleTexts texts, Finding finding, String language) {
        return NodeFactory.createLiteralLang(texts.message(finding) + " " + texts.mend(finding), language);
    }

    private static Node severity(Severity severity) {
        return switch (severity) {
            case VIOLATION -> shacl("Violation");
            case WARNING -> shacl("Warning");
            case INTERPRETATION -> shacl("Info");
        };
    }

    private static Node shacl(String name) {
        return NodeFactory.createURI(SH + name);
    }
}
