package uk.declared.linkeddata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.Area;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.ElectionId;
import uk.declared.election.PartyReference;
import uk.declared.election.Slug;
import uk.declared.election.Standing;

/**
 * Describes what contests share: the area, the elected body, the election and its group, the parties. Each kind has a
 * data set of its own, since a contest's graph describes only the contest's own subjects.
 */
public final class SharedDescriptions {
    private static final String REGISTRATION = "https://search.electoralcommission.org.uk/English/Registrations/";

    private final Uris uris;

    public SharedDescriptions(Uris uris) {
        this.uris = uris;
    }

    Map<String, List<Triple>> of(ContestResult result) {
        Map<String, List<Triple>> shared = new LinkedHashMap<>();
        Triples areas = new Triples();
        describeArea(area(result), "ElectoralArea", result.area(), areas);
        result.parts().forEach(part -> describeArea(area(result, part.area()), "Area", part.area(), areas));
        shared.put("areas", areas.list());
        shared.put("councils", describeBody(result.body()));
        shared.put("elections", describeElection(result));
        shared.put("parties", describeParties(result.candidacies()));
        List<Triple> links = DemocracyClubLinks.of(result, uris);
        if (!links.isEmpty()) {
            shared.put("links", links);
        }
        return shared;
    }

    /** The URI of the area of a contest. */
    Node area(ContestResult result) {
        return area(result, result.area());
    }

    /** The URI of an area that votes of a contest were counted in. */
    Node area(ContestResult result, Area area) {
        return area.code()
                .map(uris::area)
                .orElseGet(() -> uris.area(result.body().slug(), Slug.of(area.name()), result.pollingDate()));
    }

    /** The URI of the party that a candidate stands for, where it has one. */
    Optional<Node> party(Standing standing) {
        if (standing instanceof Standing.ForParty stands) {
            return stands.party().id().map(uris::party);
        }
        if (standing instanceof Standing.Joint joint) {
            return jointId(joint).map(uris::party);
        }
        return Optional.empty();
    }

    private static void describeArea(Node node, String type, Area of, Triples triples) {
        Triples.Describing area = triples.about(node).a(Vocabulary.term(type)).label(Literals.text(of.name()));
        of.code()
                .ifPresent(code -> area.add(SKOS.notation.asNode(), Literals.text(code.value()))
                        .le("statisticalGeography", Uris.statisticalGeography(code)));
    }

    /** What a body is called, what it governs, and what others call it: as it is now, since contests of all days share it. */
    public List<Triple> describeBody(ElectedBody given) {
        ElectedBody body = Councils.shipped().latest(given);
        Triples triples = new Triples();
        Node type = Vocabulary.term(body.kind() == ElectedBody.Kind.COUNCIL ? "Council" : "ElectedBody");
        Triples.Describing described = triples.about(uris.body(body)).a(type).label(Literals.text(body.name()));
        body.area().ifPresent(code -> described.le("governs", uris.area(code)));
        body.officialUri()
                .ifPresent(uri -> described.add(SKOS.exactMatch.asNode(), NodeFactory.createURI(uri.toString())));
        return triples.list();
    }

    private List<Triple> describeElection(ContestResult result) {
        Triples triples = new Triples();
        Node group = uris.election(ElectionId.groupOf(result.office(), result.pollingDate()));
        Node election = uris.election(ElectionId.of(result.body(), result.office(), result.pollingDate()));
        triples.about(group)
                .a(Vocabulary.term("ElectionGroup"))
                .label(Literals.english(Labels.electionGroup(result)))
                .le("pollingDate", result.pollingDate());
        if (!group.equals(election)) {
            triples.about(election).le("group", group);
        }
        triples.about(election)
                .a(Vocabulary.term("Election"))
                .label(Literals.english(Labels.election(result)))
                .le("electedBody", uris.body(result.body()))
                .le("pollingDate", result.pollingDate());
        return triples.list();
    }

    private List<Triple> describeParties(List<Candidacy> candidacies) {
        Triples triples = new Triples();
        for (Candidacy candidacy : candidacies) {
            if (candidacy.standing() instanceof Standing.ForParty stands) {
                describeParty(stands.party(), triples);
            } else if (candidacy.standing() instanceof Standing.Joint joint) {
                describeJoint(joint, triples);
            }
        }
        return triples.list();
    }

    private void describeParty(PartyReference party, Triples triples) {
        party.id().ifPresent(id -> {
            Triples.Describing described = triples.about(uris.party(id))
                    .a(Vocabulary.term("Party"))
                    .add(SKOS.notation.asNode(), Literals.text(id))
                    .external("http://xmlns.com/foaf/0.1/page", NodeFactory.createURI(REGISTRATION + id));
            party.name().filter(name -> party.isItsName()).ifPresent(name -> described.label(Literals.text(name)));
        });
    }

    private void describeJoint(Standing.Joint joint, Triples triples) {
        jointId(joint).ifPresent(id -> {
            Triples.Describing described = triples.about(uris.party(id))
                    .a(Vocabulary.term("Party"))
                    .add(SKOS.notation.asNode(), Literals.text(id));
            joint.parties().stream()
                    .flatMap(party -> party.id().stream())
                    .forEach(member -> described.le("jointOf", uris.party(member)));
            String names = joint.parties().stream()
                    .flatMap(party -> party.name().stream())
                    .distinct()
                    .collect(Collectors.joining(" and "));
            Optional.of(names)
                    .filter(given -> !given.isEmpty())
                    .or(() -> JointNames.shipped()
                            .of(joint.parties().stream()
                                    .flatMap(party -> party.id().stream())
                                    .toList()))
                    .ifPresent(name -> described.label(Literals.text(name)));
            joint.parties().forEach(party -> describeParty(party, triples));
        });
    }

    /** Democracy Club's form, {@code joint-party-51-83}; absent where a party's identifier is unknown. */
    private static Optional<String> jointId(Standing.Joint joint) {
        List<String> numbers = joint.parties().stream()
                .flatMap(party -> party.id().stream())
                .map(id -> id.replaceFirst("^PP", ""))
                .toList();
        return numbers.size() == joint.parties().size()
                ? Optional.of("joint-party-" + String.join("-", numbers))
                : Optional.empty();
    }
}
