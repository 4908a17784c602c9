package uk.declared.web.version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.record.RecordedVersion;
import uk.declared.store.Store;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * What was declared of the contests of a thing at a time: of an election, an area, an elected body, a party, a person, or by a
 * submission.
 *
 * <ol>
 *   <li>the contests are those that the store ties to the thing now, those whose identifiers are of the election, and the
 *       withdrawn ones whose last result named the thing,
 *   <li>the versions of each are in the record's index; a moment is each second in which one of them was accepted,
 *   <li>at a moment each contest has the version that was accepted last.
 * </ol>
 *
 * A contest that a correction took away from the thing is not found by the thing, only by itself.
 */
@Component
@ConditionalOnBean(Deployment.class)
final class Moments {
    private static final String ELECTION = "election";
    private static final String SUBMISSION = "submission";

    private final Store store;
    private final Uris uris;
    private final Versions versions;
    private final Query contestsAbout = StoredQuery.read("contests-about");

    Moments(Store store, Uris uris, Versions versions) {
        this.store = store;
        this.uris = uris;
        this.versions = versions;
    }

    /** By contest, its versions in order, as far as they speak of the thing; nothing where no contest does. */
    Map<BallotId, List<RecordedVersion>> versions(Node thing) {
        TreeSet<BallotId> contests = new TreeSet<>();
        for (Row row : store.select(contestsAbout, Map.of("thing", thing), Row::all)) {
            uris.idOf("contest", row.required("contest"))
                    .flatMap(versions::known)
                    .ifPresent(contests::add);
        }
        Predicate<BallotId> ofElection = ofElection(thing);
        for (BallotId contest : versions.history().contests()) {
            if (ofElection.test(contest) || (!contests.contains(contest) && lastResultNamed(contest, thing))) {
                contests.add(contest);
            }
        }
        Map<BallotId, List<RecordedVersion>> found = new LinkedHashMap<>();
        for (BallotId contest : contests) {
            List<RecordedVersion> all = versions.history().of(contest);
            found.put(contest, uris.idOf(SUBMISSION, thing).isPresent() ? derivedFrom(contest, all, thing) : all);
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /** The seconds in which something changed, the earliest first. */
    static SortedSet<Instant> times(Map<BallotId, List<RecordedVersion>> versions) {
        SortedSet<Instant> times = new TreeSet<>();
        versions.values().forEach(all -> all.forEach(version -> times.add(second(version.time()))));
        return times;
    }

    /** The version of each contest that was in force at a time. */
    static Map<BallotId, RecordedVersion> at(Map<BallotId, List<RecordedVersion>> versions, Instant time) {
        Map<BallotId, RecordedVersion> inForce = new LinkedHashMap<>();
        versions.forEach((contest, all) -> all.stream()
                .filter(version -> !second(version.time()).isAfter(time))
                .reduce((earlier, later) -> later)
                .ifPresent(version -> inForce.put(contest, version)));
        return inForce;
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a contest's identifier is of the election or the day's group: the same beginning and the same day. */
    private Predicate<BallotId> ofElection(Node thing) {
        String id = uris.idOf(ELECTION, thing).orElse("");
        int day = id.lastIndexOf('.');
        if (day < 0) {
            return contest -> false;
        }
        String beginning = id.substring(0, day) + ".";
        String end = id.substring(day);
        return contest ->
                contest.value().startsWith(beginning) && contest.value().endsWith(end);
    }

    private boolean lastResultNamed(BallotId contest, Node thing) {
        List<RecordedVersion> all = versions.history().of(contest);
        return !all.isEmpty()
                && all.get(all.size() - 1).status() == DeclarationStatus.WITHDRAWN
                && lastResult(contest, all)
                        .filter(version -> names(version, thing))
                        .isPresent();
    }

    private Optional<History.Version> lastResult(BallotId contest, List<RecordedVersion> all) {
        List<RecordedVersion> latestFirst = new ArrayList<>(all);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .filter(version -> version.status() != DeclarationStatus.WITHDRAWN)
                .findFirst()
                .flatMap(version -> versions.history().of(contest, version.version()));
    }

    private List<RecordedVersion> derivedFrom(BallotId contest, List<RecordedVersion> all, Node submission) {
        return all.stream()
                .filter(version -> versions.history()
                        .of(contest, version.version())
                        .filter(read -> read.declaration().declaration().contains("<" + submission.getURI() + ">"))
                        .isPresent())
                .toList();
    }

    private static boolean names(History.Version version, Node thing) {
        String name = "<" + thing.getURI() + ">";
        return version.declaration().result().contains(name)
                || version.declaration().shared().values().stream().anyMatch(text -> text.contains(name));
    }
}
