package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Derives the statistics of a contest from its result, as observations with several measures of an RDF Data Cube whose
 * structures are in {@code ontology/statistics.ttl}:
 *
 * <ol>
 *   <li>one for each affiliation, with its votes and vote share, where every candidate has votes,
 *   <li>one for each affiliation, with its candidates and seats, where the source says who was elected,
 *   <li>one with electorate, turnout and papers rejected wholly, as far as the result has them. It belongs to the data
 *       set that promises what it has, since each observation of a data set has all measures of its structure
 *       (integrity constraint IC-14),
 *   <li>beside the observations, the contest's margin, by which the closest contests of a country are found without counting.
 * </ol>
 *
 * Independents and candidates of whom nothing is said are counted under codes; so is a party that the source names
 * without an identifier, since names alone never merge two parties.
 */
public final class StatisticsMapper {
    /** Votes are counted once under all others, so that the last elected and the first of the rest are so many apart. */
    private static final Set<String> SEVERAL_ROUNDS = Set.of("single-transferable-vote", "supplementary-vote");

    /** Electorate, turnout and rejected papers. */
    private static final int WHOLE_ACCOUNT = 3;

    private final Uris uris;

    public StatisticsMapper(Uris uris) {
        this.uris = uris;
    }

    /**
     * The observations of one contest.
     *
     * @param result the triples of the contest's graph
     */
    public List<Triple> map(Collection<Triple> result) {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.add(graph, result.iterator());
        Optional<Node> contest = graph.stream(Node.ANY, RDF.Nodes.type, Vocabulary.term("Contest"))
                .map(Triple::getSubject)
                .findFirst();
        return contest.map(node -> new OneContest(node, graph).observe()).orElse(List.of());
    }

    /** The votes, candidates and seats of one affiliation. */
    private static final class Share {
        private int candidates;
        private int seats;
        private long votes;
    }

    /** A figure of the account: its name in those of data sets, its property and its value. */
    private record Measure(String name, String property, Node figure) {}

    private final class OneContest {
        private final Node contest;
        private final Graph graph;
        private final Triples triples = new Triples();

        private OneContest(Node contest, Graph graph) {
            this.contest = contest;
            this.graph = graph;
        }

        private List<Triple> observe() {
            Map<Node, Share> shares = shares();
            if (candidaciesAllHave("votes")) {
                observeVotes(shares);
            }
            if (candidaciesAllHave("elected")) {
                shares.forEach((affiliation, share) -> observe("seats", affiliation)
                        .le("observedCandidates", Literals.integer(share.candidates))
                        .le("observedSeats", Literals.integer(share.seats)));
            }
            observeAccount();
            margin().ifPresent(votes -> triples.about(contest).le("margin", Literals.integer(votes)));
            return triples.list();
        }

        private Map<Node, Share> shares() {
            Map<Node, Share> shares = new LinkedHashMap<>();
            for (Node candidacy : candidacies()) {
                Share share = shares.computeIfAbsent(affiliation(candidacy), missing -> new Share());
                share.candidates++;
                share.votes += value(candidacy, "votes").map(OneContest::number).orElse(0L);
                share.seats += value(candidacy, "elected")
                                .filter(Literals.bool(true)::equals)
                                .isPresent()
                        ? 1
                        : 0;
            }
            return shares;
        }

        private void observeVotes(Map<Node, Share> shares) {
            long all = shares.values().stream().mapToLong(share -> share.votes).sum();
            shares.forEach((affiliation, share) -> Figures.percentage(share.votes, all)
                    .ifPresent(percentage -> observe("votes", affiliation)
                            .le("observedVotes", Literals.integer(share.votes))
                            .le("observedVoteShare", Literals.decimal(percentage))));
        }

        private void observeAccount() {
            List<Measure> measures = new ArrayList<>();
            value(contest, "electorate")
                    .ifPresent(figure -> measures.add(new Measure("electorate", "observedElectorate", figure)));
            value(contest, "turnout")
                    .ifPresent(figure -> measures.add(new Measure("turnout", "observedTurnout", figure)));
            rejectedWholly()
                    .ifPresent(figure -> measures.add(
                            new Measure("rejected-ballot-papers", "observedRejectedBallotPapers", figure)));
            if (measures.isEmpty()) {
                return;
            }
            String dataSet = measures.size() == WHOLE_ACCOUNT
                    ? "account"
                    : measures.stream().map(Measure::name).collect(Collectors.joining("-"));
            Triples.Describing account = describe("account", dataSet);
            measures.forEach(measure -> account.le(measure.property, measure.figure));
        }

        /** Certain where it is known of everybody how many votes they had and whether they were elected. */
        private OptionalLong margin() {
            // Where the system is not known, preferences may have been transferred.
            boolean severalRounds = value(contest, "countStage").isPresent()
                    || value(contest, "votingSystem").isEmpty()
                    || value(contest, "votingSystem")
                            .filter(system -> SEVERAL_ROUNDS.contains(system.getLocalName()))
                            .isPresent();
            if (severalRounds || !candidaciesAllHave("votes") || !candidaciesAllHave("elected")) {
                return OptionalLong.empty();
            }
            OptionalLong lowest = votes(true).min();
            OptionalLong highest = votes(false).max();
            return lowest.isPresent() && highest.isPresent()
                    ? OptionalLong.of(lowest.getAsLong() - highest.getAsLong())
                    : OptionalLong.empty();
        }

        private LongStream votes(boolean elected) {
            return candidacies().stream()
                    .filter(candidacy -> value(candidacy, "elected")
                            .filter(Literals.bool(elected)::equals)
                            .isPresent())
                    .flatMap(candidacy -> value(candidacy, "votes").stream())
                    .mapToLong(OneContest::number);
        }

        /** As declared, or the sum of the legal grounds where there is a figure for each. */
        private Optional<Node> rejectedWholly() {
            return value(contest, "rejectedBallotPapers").or(() -> {
                OptionalLong sum = RejectedPapers.sum(graph, contest);
                return sum.isPresent() ? Optional.of(Literals.integer(sum.getAsLong())) : Optional.empty();
            });
        }

        private Node affiliation(Node candidacy) {
            Node independent = Vocabulary.code("standing", "independent");
            return value(candidacy, "party")
                    .orElseGet(() -> value(candidacy, "standing")
                            .filter(independent::equals)
                            .orElseGet(() -> Vocabulary.code("standing", "not-stated")));
        }

        private Triples.Describing observe(String dataSet, Node affiliation) {
            String key = Uris.lastPart(affiliation);
            return describe(dataSet + "/" + key, dataSet).le("affiliation", affiliation);
        }

        private Triples.Describing describe(String path, String dataSet) {
            Triples.Describing described = triples.about(Uris.partOf(contest, "observation/" + path))
                    .a(Vocabulary.cube("Observation"))
                    .add(Vocabulary.cube("dataSet"), uris.data("statistics/" + dataSet))
                    .le("contest", contest);
            value(contest, "statisticalGeography")
                    .or(() -> value(contest, "electoralArea"))
                    .ifPresent(area -> described.add(Vocabulary.REF_AREA, area));
            value(contest, "pollingDate").ifPresent(day -> described.add(Vocabulary.REF_PERIOD, day));
            return described;
        }

        private List<Node> candidacies() {
            return objects(contest, "candidacy");
        }

        private boolean candidaciesAllHave(String property) {
            List<Node> candidacies = candidacies();
            return !candidacies.isEmpty()
                    && candidacies.stream()
                            .allMatch(candidacy -> value(candidacy, property).isPresent());
        }

        private List<Node> objects(Node subject, String property) {
            return graph.stream(subject, Vocabulary.term(property), Node.ANY)
                    .map(Triple::getObject)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
        }

        private Optional<Node> value(Node subject, String property) {
            return graph.stream(subject, Vocabulary.term(property), Node.ANY)
                    .map(Triple::getObject)
                    .findFirst();
        }

        private static long number(Node literal) {
            return Long.parseLong(literal.getLiteralLexicalForm());
        }
    }
}
