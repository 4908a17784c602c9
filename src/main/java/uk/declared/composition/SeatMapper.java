package uk.declared.composition;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.composition.Timeline.Counted;
import uk.declared.composition.Timeline.Seating;
import uk.declared.election.Control;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Maps who sits on a council, and how its seats were counted, to the vocabulary. */
final class SeatMapper {
    private static final String ORG = "http://www.w3.org/ns/org#";

    private final Node council;
    private final Triples triples = new Triples();
    private final Set<Node> posts = new LinkedHashSet<>();
    private final Map<Node, Counted> described = new HashMap<>();

    SeatMapper(Node council) {
        this.council = council;
    }

    List<Triple> map(Seating seating) {
        seating.tenures().forEach(this::membership);
        seating.counted().forEach(this::control);
        return triples.list().stream().distinct().toList();
    }

    private void membership(Tenure tenure) {
        Occupant.Holder holder = tenure.holder();
        Triples.Describing membership = triples.about(holder.membership())
                .a(NodeFactory.createURI(ORG + "Membership"))
                .external(ORG + "organization", council)
                .leText("memberName", Optional.of(holder.name()));
        holder.person().ifPresent(person -> membership.external(ORG + "member", person));
        holder.candidacy().ifPresent(candidacy -> membership.le("wonBy", candidacy));
        tenure.ward().area().ifPresent(area -> membership.le("electoralArea", area));
        membership.leText("wardName", Optional.of(tenure.ward().name()));
        affiliation(membership, holder.affiliation());
        tenure.starts().ifPresent(day -> membership.le("termStarts", day));
        tenure.heldOn().ifPresent(day -> membership.le("heldOn", day));
        tenure.ends()
                .or(() -> tenure.due().isPresent() && !tenure.isOver()
                        ? Optional.of(TermDays.end(tenure.due().getAsInt()))
                        : Optional.empty())
                .ifPresent(day -> membership.le("termEnds", day));
        tenure.endedBy().ifPresent(day -> membership.le("endedBy", day));
        if (!tenure.isOver()) {
            tenure.perhapsEndedBy().ifPresent(day -> membership.le("perhapsEndedBy", day));
        }
        post(tenure).ifPresent(post -> membership.le("post", post));
    }

    /** Whom a member sits for. */
    private static void affiliation(Triples.Describing membership, Node affiliation) {
        if (affiliation.getURI().startsWith(Vocabulary.CODES)) {
            membership.le("standing", affiliation);
        } else {
            membership.le("party", affiliation);
        }
    }

    private Optional<Node> post(Tenure tenure) {
        OptionalInt seat = tenure.seat();
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        Ward ward = tenure.ward();
        String name = ward.area().map(Uris::lastPart).orElseGet(() -> Slug.of(ward.name()));
        int number = seat.getAsInt() + 1;
        Node post = Uris.partOf(council, "post/" + name + "-" + number);
        if (posts.add(post)) {
            Triples.Describing described = triples.about(post)
                    .a(NodeFactory.createURI(ORG + "Post"))
                    .external(ORG + "postIn", council)
                    .label(Literals.english("Councillor for " + ward.name() + ", seat " + number))
                    .label(NodeFactory.createLiteralLang("Cynghorydd dros " + ward.name() + ", sedd " + number, "cy"))
                    .le("office", Vocabulary.code("office", "councillor"));
            ward.area().ifPresent(area -> described.le("electoralArea", area));
        }
        return Optional.of(post);
    }

    private void control(Counted counted) {
        Strengths strengths = counted.strengths();
        Node control = Uris.partOf(council, "control/" + strengths.asAt());
        counted.elections().forEach(election -> link(counted, election, control));
        // Two polls within three days of each other share a day between them; what is said of it first stands.
        if (described.putIfAbsent(control, counted) != null) {
            return;
        }
        Triples.Describing about = triples.about(control)
                .a(Vocabulary.term("PoliticalControl"))
                .le("controlOf", council)
                .le("asAt", strengths.asAt());
        counted.progress()
                .ifPresent(progress -> about.le("contestsDecided", Literals.integer(progress.decided()))
                        .le("contestsInAll", Literals.integer(progress.all())));
        strengths.unknown().ifPresent(unknown -> about.le("seatsUnknown", Literals.integer(unknown)));
        if (strengths.vacant() > 0) {
            about.le("vacantSeats", Literals.integer(strengths.vacant()));
        }
        if (strengths.control() instanceof Control.Majority<Node> majority) {
            about.le("controlState", Vocabulary.code("political-control", "majority"))
                    .le("controlledBy", majority.group());
        } else if (strengths.control() instanceof Control.Nobody<Node>) {
            about.le("controlState", Vocabulary.code("political-control", "no-overall-control"));
        }
        strengths.seats().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Node::getURI)))
                .forEach(each -> {
                    Node strength = Uris.partOf(control, Uris.lastPart(each.getKey()));
                    about.le("partyStrength", strength);
                    triples.about(strength)
                            .a(Vocabulary.term("PartyStrength"))
                            .le("affiliation", each.getKey())
                            .le("seatsHeld", Literals.integer(each.getValue()));
                });
    }

    /** What an election left is said once nothing that is still out can alter it; until then the count is an interim one. */
    private void link(Counted counted, Node election, Node control) {
        if (counted.before()) {
            triples.about(election).le("controlBefore", control);
        } else if (counted.progress().isEmpty()
                || !(counted.strengths().control() instanceof Control.NotCertain<Node>)) {
            triples.about(election).le("controlAfter", control);
        } else {
            triples.about(control).le("interimCountOf", election);
        }
    }
}
