package uk.declared.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.JointNames;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Maps a party of a register to RDF. Its first name stands for it; the others are further names. */
final class PartyMapper {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private final Uris uris;

    PartyMapper(Uris uris) {
        this.uris = uris;
    }

    List<Triple> map(RegisteredParty party) {
        Triples triples = new Triples();
        Node node = uris.party(party.id());
        Triples.Describing described =
                triples.about(node).a(Vocabulary.term("Party")).add(SKOS.notation.asNode(), Literals.text(party.id()));
        int number = 0;
        for (String name : party.names()) {
            if (number++ == 0) {
                described.label(Literals.text(name));
            } else {
                described.add(SKOS.altLabel.asNode(), Literals.text(name));
            }
        }
        party.welshNames().stream().limit(1).forEach(name -> described.label(welsh(name)));
        party.welshNames().stream().skip(1).forEach(name -> described.add(SKOS.altLabel.asNode(), welsh(name)));
        party.descriptions().forEach(text -> described.le("registeredDescription", Literals.text(text)));
        party.welshDescriptions().forEach(text -> described.le("registeredDescription", welsh(text)));
        party.emblems().forEach(address -> described.external(FOAF + "logo", NodeFactory.createURI(address)));
        described.external(FOAF + "page", NodeFactory.createURI(PartyLinks.REGISTRATION + party.id()));
        party.wikidata()
                .or(() -> PartyLinks.wikidata(party.id()))
                .ifPresent(item -> described.add(SKOS.exactMatch.asNode(), WikidataItem.node(item)));
        Set<String> seen = new LinkedHashSet<>();
        for (RegisteredParty.Registration registration : party.registrations()) {
            describe(registration, node, seen, triples);
        }
        return triples.list();
    }

    /** A joint candidature of the register's parties. */
    List<Triple> map(JointCandidature joint) {
        Triples triples = new Triples();
        Triples.Describing described = triples.about(uris.party(joint.id()))
                .a(Vocabulary.term("Party"))
                .add(SKOS.notation.asNode(), Literals.text(joint.id()));
        JointNames.shipped().of(joint.members()).ifPresent(name -> described.label(Literals.text(name)));
        joint.members().forEach(member -> described.le("jointOf", uris.party(member)));
        joint.descriptions().forEach(text -> described.le("registeredDescription", Literals.text(text)));
        return triples.list();
    }

    /** A registration has its register in its URI, and a further one of the same register its first day as well. */
    private static void describe(
            RegisteredParty.Registration registration, Node party, Set<String> seen, Triples triples) {
        if (registration.register().isEmpty() && registration.from().isEmpty()) {
            return;
        }
        String register = registration.register().orElse("register");
        String day = seen.add(register)
                ? ""
                : registration.from().map(from -> "/" + from).orElse("/" + seen.size());
        Node node = Uris.partOf(party, "registration/" + register + day);
        triples.about(party).le("registration", node);
        Triples.Describing described =
                triples.about(node).a(Vocabulary.term("PartyRegistration")).label(Literals.text(registration.name()));
        registration.register().ifPresent(code -> described.le("register", Vocabulary.code("register", code)));
        registration.from().ifPresent(from -> described.le("registeredFrom", from));
        registration.until().ifPresent(until -> described.le("registeredUntil", until));
    }

    private static Node welsh(String name) {
        return NodeFactory.createLiteralLang(name, "cy");
    }
}
