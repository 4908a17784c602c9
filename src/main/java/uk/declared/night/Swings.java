package uk.declared.night;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.election.BallotId;
import uk.declared.election.Slug;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.night.Votes.Cast;
import uk.declared.store.Store;

/**
 * The swing of the contests of a day, each worked out when it is first asked for:
 *
 * <ol>
 *   <li>compared is the latest earlier ordinary contest for the same office in the same area, or in one that it shares nine
 *       tenths of its ground with, either way,
 *   <li>votes are compared where {@link NotCompared} knows no reason against it,
 *   <li>{@link Votes#swing} is what it is then; where that is not certain there is none.
 * </ol>
 */
public final class Swings {
    private static final Query BEFORE = QueryFactory.create(Shipped.text(Swings.class, "contests-before.rq"));
    private static final Optional<Swing> NONE = Optional.empty();

    private final Store store;
    private final Uris uris;
    private final Map<Version, Optional<Swing>> known = new ConcurrentHashMap<>();
    private final AtomicInteger forgotten = new AtomicInteger();

    Swings(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    private record Version(BallotId contest, int number) {}

    /**
     * Everybody who stood in a contest and before it: see {@code contests-before.rq} for what is to be bound, and for the
     * columns.
     */
    public static Query contestsBefore() {
        return BEFORE;
    }

    /** The swing of one version of a contest; absent where none is certain. */
    public Optional<Swing> of(Poll poll) {
        if (!poll.isDeclared() || poll.area().isEmpty() || poll.office().isEmpty()) {
            return NONE;
        }
        Version version = new Version(poll.contest(), poll.version());
        Optional<Swing> kept = known.get(version);
        if (kept == null) {
            int before = forgotten.get();
            kept = read(poll);
            if (forgotten.get() == before) {
                known.put(version, kept);
            }
        }
        return kept;
    }

    /** Something of an earlier day was published, or reference data were imported. */
    void forget() {
        forgotten.incrementAndGet();
        known.clear();
    }

    private Optional<Swing> read(Poll poll) {
        Node thing = uris.contest(poll.contest());
        Node area = uris.thing(Uris.AREA + poll.area());
        List<Binding> rows = store.select(
                BEFORE,
                Map.of(
                        "thing",
                        thing,
                        "area",
                        area,
                        "office",
                        Vocabulary.code("office", poll.office()),
                        "day",
                        Literals.date(poll.day())),
                found -> found.stream().map(Binding::detach).toList());
        Map<Node, List<Binding>> byContest = new LinkedHashMap<>();
        rows.forEach(row -> byContest
                .computeIfAbsent(row.get("contest"), missing -> new ArrayList<>())
                .add(row));
        List<Binding> own = Optional.ofNullable(byContest.remove(thing)).orElse(List.of());
        Optional<List<Binding>> before = byContest.values().stream()
                .filter(its -> comparability(area, its.get(0)).isGood())
                .findFirst();
        if (own.isEmpty() || before.isEmpty()) {
            return NONE;
        }
        List<Cast<String>> then = cast(before.get());
        List<Cast<String>> now = poll.stands().stream()
                .map(stand -> new Cast<>(
                        stand.party(),
                        stand.party(),
                        Parties.members(stand.party()),
                        stand.votes().isPresent() ? Optional.of(stand.votes().getAsInt()) : Optional.<Integer>empty()))
                .toList();
        Set<String> alone = new LinkedHashSet<>(Votes.alone(then));
        alone.addAll(Votes.alone(now));
        Votes<String> votesThen = Votes.of(then, alone);
        Votes<String> votesNow = Votes.of(now, alone);
        return NotCompared.of(
                                votesNow,
                                votesThen,
                                Optional.ofNullable(own.get(0).get("system")),
                                Optional.ofNullable(before.get().get(0).get("system")))
                        .isPresent()
                ? NONE
                : votesNow.swing(votesThen).map(points -> swing(votesNow, points));
    }

    /** Between the first and the second: a swing below nothing is one to the second. */
    private static Swing swing(Votes<String> votes, BigDecimal points) {
        List<String> two = votes.by().keySet().stream().limit(2).toList();
        BigDecimal rounded = points.setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() < 0
                ? new Swing(two.get(0), two.get(1), rounded.negate())
                : new Swing(two.get(1), two.get(0), rounded);
    }

    private static Comparability comparability(Node area, Binding row) {
        return Comparability.of(row.get("held").equals(area), decimal(row, "share"), decimal(row, "back"));
    }

    private static Optional<BigDecimal> decimal(Binding row, String column) {
        return Optional.ofNullable(row.get(column))
                .map(Node::getLiteralLexicalForm)
                .map(BigDecimal::new);
    }

    private static List<Cast<String>> cast(List<Binding> rows) {
        Map<Node, Binding> byCandidacy = new LinkedHashMap<>();
        rows.forEach(row -> byCandidacy.putIfAbsent(row.get("candidacy"), row));
        return byCandidacy.values().stream()
                .map(row -> {
                    Optional<Node> party = Optional.ofNullable(row.get("party"));
                    String key = key(
                            party,
                            Optional.ofNullable(row.get("given")).map(Node::getLiteralLexicalForm),
                            Optional.ofNullable(row.get("standing")));
                    return new Cast<>(
                            key,
                            key,
                            Parties.members(key),
                            Optional.ofNullable(row.get("votes"))
                                    .map(votes -> Integer.parseInt(votes.getLiteralLexicalForm())));
                })
                .toList();
    }

    /**
     * The key of what somebody stands for.
     *
     * @param given the party's name as the source has it
     */
    public static String key(Optional<Node> party, Optional<String> given, Optional<Node> standing) {
        return party.map(Uris::lastPart)
                .or(() -> standing.map(Uris::lastPart).filter(Parties.INDEPENDENT::equals))
                .or(() -> given.map(Slug::of).filter(slug -> !slug.isEmpty()).map(slug -> Parties.NAMED + slug))
                .orElse(Parties.NOT_STATED);
    }
}
