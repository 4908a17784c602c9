package uk.declared.linkeddata;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import uk.declared.election.Declaration;
import uk.declared.election.DeclarationDetails;

/** Maps what is said about a declaration, as opposed to the result that it declares. */
public final class DeclarationMapper {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    /** The time of a declaration that is not accepted yet; {@link #dated} puts the real one in its place. */
    public static final Instant UNDATED = Instant.EPOCH;

    private final Uris uris;

    public DeclarationMapper(Uris uris) {
        this.uris = uris;
    }

    /** The statements about one declaration. */
    public List<Triple> map(Declaration of) {
        Triples triples = new Triples();
        Node node = uris.declaration(of.contest(), of.version());
        Triples.Describing declaration = triples.about(node)
                .a(Vocabulary.term("Declaration"))
                .le("declarationOf", uris.contest(of.contest()))
                .le("version", Literals.integer(of.version()))
                .le(
                        "declarationStatus",
                        Vocabulary.code("declaration-status", of.status().notation()))
                .le("source", Vocabulary.code("source", of.source().notation()))
                .external(PROV + "wasDerivedFrom", uris.submission(of.submission()))
                .external(PROV + "generatedAtTime", Literals.dateTime(of.time()));
        if (of.version() > 1) {
            declaration.external(PROV + "wasRevisionOf", uris.declaration(of.contest(), of.version() - 1));
        }
        RightsStatements.describe(of.rights(), declaration);
        of.changeReason().ifPresent(reason -> declaration.le("changeReason", Literals.text(reason)));
        describeDetails(of.details(), node, triples);
        of.warnings().forEach(rule -> describeWarning(rule, node, triples));
        return triples.list();
    }

    /** The canonical text of an undated declaration's statements, with the time at which it was accepted. */
    public static String dated(String statements, Instant time) {
        String said = "<" + PROV + "generatedAtTime> " + NodeFmtLib.strNT(Literals.dateTime(UNDATED)) + " .";
        String now = "<" + PROV + "generatedAtTime> " + NodeFmtLib.strNT(Literals.dateTime(time)) + " .";
        return statements.replace(said, now);
    }

    /** The canonical text of a declaration's statements without a warning that was not upheld. */
    public static String withoutWarning(String statements, String rule) {
        return statements
                .lines()
                .filter(line -> !line.contains("/quality/" + rule + ">"))
                .collect(Collectors.joining("\n", "", statements.endsWith("\n") ? "\n" : ""));
    }

    /** A warning stays with what was published, so that a researcher can leave such contests out (W3C DQV, section 5). */
    private static void describeWarning(String rule, Node declaration, Triples triples) {
        Node annotation = Uris.partOf(declaration, "quality/" + rule);
        triples.about(declaration).external(DQV + "hasQualityAnnotation", annotation);
        triples.about(annotation)
                .a(NodeFactory.createURI(DQV + "QualityAnnotation"))
                .external(OA + "hasTarget", declaration)
                .external(OA + "hasBody", Vocabulary.rule(rule))
                .external(OA + "motivatedBy", NodeFactory.createURI(DQV + "qualityAssessment"));
    }

    private void describeDetails(DeclarationDetails details, Node node, Triples triples) {
        Triples.Describing declaration = triples.about(node);
        details.publicationDate().ifPresent(date -> declaration.external(DCTERMS + "issued", Literals.date(date)));
        details.publisher().ifPresent(body -> declaration.external(DCTERMS + "publisher", uris.body(body)));
        details.page().ifPresent(page -> declaration.external(FOAF + "page", NodeFactory.createURI(page.toString())));
        details.service()
                .ifPresent(service ->
                        declaration.external(DCTERMS + "subject", NodeFactory.createURI(service.toString())));
        details.returningOfficer().ifPresent(name -> {
            Node officer = NodeFactory.createURI(node.getURI() + "/returning-officer");
            declaration.le("returningOfficer", officer);
            triples.about(officer)
                    .a(NodeFactory.createURI(FOAF + "Person"))
                    .external(FOAF + "name", Literals.text(name));
        });
        describeContact(details, node, triples);
    }

    private void describeContact(DeclarationDetails details, Node node, Triples triples) {
        if (details.contactName().isEmpty()
                && details.contactEmail().isEmpty()
                && details.contactTelephone().isEmpty()) {
            return;
        }
        Node contact = NodeFactory.createURI(node.getURI() + "/contact");
        triples.about(node).le("contactPoint", contact);
        Triples.Describing described = triples.about(contact).a(NodeFactory.createURI(VCARD + "Group"));
        details.contactName().ifPresent(name -> described.external(VCARD + "fn", Literals.text(name)));
        details.contactEmail().ifPresent(email -> described.external(VCARD + "hasEmail", uri("mailto:", email)));
        details.contactTelephone().ifPresent(number -> described.external(VCARD + "hasTelephone", uri("tel:", number)));
    }

    /** Spaces have no place in a URI: a telephone number is joined by hyphens (RFC 3966, section 3). */
    private static Node uri(String scheme, String text) {
        return NodeFactory.createURI(scheme + text.strip().replaceAll("[^A-Za-z0-9@._+-]+", "-"));
    }
}
