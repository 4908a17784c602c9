package uk.declared.linkeddata;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationDetails;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;

/** Maps what is said about a declaration, as opposed to the result that it declares. */
public final class DeclarationMapper {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    private final Uris uris;

    public DeclarationMapper(Uris uris) {
        this.uris = uris;
    }

    /**
     * The statements about one declaration.
     *
     * @param version counted from 1; from 2 on it revises the one before
     * @param submission the SHA-256 of what was sent
     * @param time when it was accepted
     */
    public List<Triple> map(
            BallotId contest,
            int version,
            DeclarationStatus status,
            Source source,
            String submission,
            Instant time,
            DeclarationDetails details) {
        Triples triples = new Triples();
        Node node = uris.declaration(contest, version);
        Triples.Describing declaration = triples.about(node)
                .a(Vocabulary.term("Declaration"))
                .le("declarationOf", uris.contest(contest))
                .le("version", Literals.integer(version))
                .le("declarationStatus", Vocabulary.code("declaration-status", status.notation()))
                .le("source", Vocabulary.code("source", source.notation()))
                .external(PROV + "wasDerivedFrom", uris.submission(submission))
                .external(PROV + "generatedAtTime", Literals.dateTime(time));
        if (version > 1) {
            declaration.external(PROV + "wasRevisionOf", uris.declaration(contest, version - 1));
        }
        describeDetails(details, node, triples);
        return triples.list();
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
            triples.about(officer).external(FOAF + "name", Literals.text(name));
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
