package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Derives the statistics of a contest from its result, as observations of an RDF Data Cube whose structures are in {@code
 * ontology/statistics.ttl}:
 *
 * <ol>
 *   <li>votes and vote share of each affiliation, where every candidate has votes,
 *   <li>candidates and seats of each affiliation, where the source says who was elected,
 *   <li>electorate, turnout, and papers rejected wholly, each where the result has it.
 * </ol>
 *
 * Independents and candidates of whom nothing is said are counted under codes; so is a party that the source names
 * without an identifier, since names alone never merge two parties.
 */
public final class StatisticsMapper {
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

    private final class OneContest {
        private final Node contest;
        private final Graph graph;
        private final Triples triples = new Triples();
        private final Set<Node> begunSlices = new HashSet<>();

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
                shares.forEach((affiliation, share) -> {
                    observe("seats", "candidates", affiliation, Literals.integer(share.candidates));
                    observe("seats", "seats", affiliation, Literals.integer(share.seats));
                });
            }
            value(contest, "electorate").ifPresent(value -> observe("electorate", "electorate", value));
            value(contest, "turnout").ifPresent(value -> observe("turnout", "turnout", value));
            rejectedWholly().ifPresent(value -> observe("rejected-ballot-papers", "rejected-ballot-papers", value));
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
            shares.forEach((affiliation, share) -> {
                Optional<BigDecimal> percentage = Figures.percentage(share.votes, all);
                if (percentage.isPresent()) {
                    observe("votes", "votes", affiliation, Literals.integer(share.votes));
                    observe("votes", "vote-share", affiliation, Literals.decimal(percentage.get()));
                }
            });
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

        private void observe(String dataSet, String measure, Node affiliation, Node value) {
            String key = affiliation.getURI().substring(affiliation.getURI().lastIndexOf('/') + 1);
            Node observation = part("observation/" + measure + "/" + key);
            describe(observation, dataSet, measure, value);
            triples.about(observation).le("affiliation", affiliation);
        }

        private void observe(String dataSet, String measure, Node value) {
            describe(part("observation/" + measure), dataSet, measure, value);
        }

        private void describe(Node observation, String dataSet, String measure, Node value) {
            Node property = Vocabulary.term("observed" + camelCase(measure));
            Triples.Describing described = triples.about(observation)
                    .a(Vocabulary.cube("Observation"))
                    .add(Vocabulary.cube("dataSet"), uris.data("statistics/" + dataSet))
                    .add(Vocabulary.cube("measureType"), property)
                    .add(property, value);
            addDimensions(described);
            addToSlice(observation, dataSet);
        }

        /** A slice holds the contest's observations of one data set; it is described once. */
        private void addToSlice(Node observation, String dataSet) {
            Node slice = part("slice/" + dataSet);
            Triples.Describing described = triples.about(slice);
            if (begunSlices.add(slice)) {
                described
                        .a(Vocabulary.cube("Slice"))
                        .add(Vocabulary.cube("sliceStructure"), Vocabulary.cubeStructure("contest-slice"));
                addDimensions(described);
                triples.about(uris.data("statistics/" + dataSet)).add(Vocabulary.cube("slice"), slice);
            }
            described.add(Vocabulary.cube("observation"), observation);
        }

        private void addDimensions(Triples.Describing described) {
            described.le("contest", contest);
            value(contest, "statisticalGeography")
                    .or(() -> value(contest, "electoralArea"))
                    .ifPresent(area -> described.add(Vocabulary.REF_AREA, area));
            value(contest, "pollingDate").ifPresent(day -> described.add(Vocabulary.REF_PERIOD, day));
            value(contest, "office").ifPresent(office -> described.le("office", office));
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

        private Node part(String path) {
            return Uris.partOf(contest, path);
        }

        private static long number(Node literal) {
            return Long.parseLong(literal.getLiteralLexicalForm());
        }
    }

    /** {@code vote-share} becomes {@code VoteShare}. */
    private static String camelCase(String measure) {
        StringBuilder name = new StringBuilder();
        for (String word : measure.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
