package uk.declared.night;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Reads a version of a contest from its triples. */
final class PollReader {
    private static final String OF_COUNCILLORS = "local.";

    private final Map<Node, Map<Node, List<Node>>> facts = new HashMap<>();
    private final Node contest;

    private PollReader(Collection<Triple> triples, Node contest) {
        this.contest = contest;
        for (Triple triple : triples) {
            facts.computeIfAbsent(triple.getSubject(), missing -> new HashMap<>())
                    .computeIfAbsent(triple.getPredicate(), missing -> new ArrayList<>())
                    .add(triple.getObject());
        }
    }

    /**
     * Reads it.
     *
     * @param triples of the result, and of the area, where they are known
     */
    static Poll read(
            Collection<Triple> triples,
            Node contest,
            BallotId id,
            int version,
            long sequence,
            Instant time,
            DeclarationStatus status) {
        PollReader reader = new PollReader(triples, contest);
        Optional<Node> area = reader.node(contest, "electoralArea");
        return new Poll(
                id,
                version,
                sequence,
                time,
                status,
                false,
                reader.code("office"),
                reader.code("contestType").equals("by-election"),
                reader.code("contestStatus"),
                reader.code("contestStatusReason"),
                area.map(Uris::lastPart).orElse(""),
                reader.areaName(area, id),
                councilOf(id),
                reader.code("election"),
                reader.number(contest, "seats"),
                reader.number(contest, "electorate"),
                reader.number(contest, "ballotPapersCast"),
                reader.text(contest, "turnoutPercentage")
                        .or(() -> reader.text(contest, "turnout"))
                        .map(BigDecimal::new),
                reader.number(contest, "recounts"),
                reader.text(contest, "expectedDeclarationTime").map(Instant::parse),
                reader.stands());
    }

    /** The council of a contest for its councillors. */
    static Optional<String> councilOf(BallotId id) {
        String text = id.value();
        if (!text.startsWith(OF_COUNCILLORS)) {
            return Optional.empty();
        }
        String rest = text.substring(OF_COUNCILLORS.length());
        return Optional.of(rest.substring(0, rest.indexOf('.')));
    }

    private String areaName(Optional<Node> area, BallotId id) {
        return area.flatMap(node -> label(node))
                .or(() -> label(contest).map(text -> text.replaceFirst(",.*", "")))
                .orElse(id.value());
    }

    private List<Stand> stands() {
        return all(contest, Vocabulary.term("candidacy")).stream()
                .map(this::stand)
                .sorted(Comparator.comparing((Stand stand) -> -stand.votes().orElse(-1))
                        .thenComparing(stand -> !stand.elected())
                        .thenComparing(Stand::name))
                .toList();
    }

    private Stand stand(Node candidacy) {
        String name =
                text(candidacy, "nameOnBallotPaper").or(() -> label(candidacy)).orElse("");
        String given = text(candidacy, "partyNameAsGiven").orElse("");
        return new Stand(
                name,
                node(candidacy, "party").map(Uris::lastPart).orElseGet(() -> withoutId(candidacy, given)),
                given,
                number(candidacy, "votes"),
                text(candidacy, "elected").filter("true"::equals).isPresent(),
                text(candidacy, "decidedByLot").filter("true"::equals).isPresent());
    }

    private String withoutId(Node candidacy, String given) {
        String slug = Slug.of(given);
        if (!slug.isEmpty()) {
            return Parties.NAMED + slug;
        }
        String standing = node(candidacy, "standing").map(Uris::lastPart).orElse(Parties.NOT_STATED);
        return standing.equals(Parties.INDEPENDENT) ? standing : Parties.NOT_STATED;
    }

    private String code(String property) {
        return node(contest, property).map(Uris::lastPart).orElse("");
    }

    private Optional<String> label(Node thing) {
        return all(thing, RDFS.Nodes.label).stream()
                .min(Comparator.comparing(node -> node.getLiteralLanguage().equals("cy") ? 1 : 0))
                .map(Node::getLiteralLexicalForm);
    }

    private Optional<Node> node(Node thing, String property) {
        return all(thing, Vocabulary.term(property)).stream().findFirst();
    }

    private Optional<String> text(Node thing, String property) {
        return node(thing, property).map(Node::getLiteralLexicalForm);
    }

    private OptionalInt number(Node thing, String property) {
        return text(thing, property)
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    private List<Node> all(Node thing, Node property) {
        return facts.getOrDefault(thing, Map.of()).getOrDefault(property, List.of());
    }
}
