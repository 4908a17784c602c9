package uk.declared.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ContestChange;
import uk.declared.linkeddata.ContestChanges;
import uk.declared.record.Latest;
import uk.declared.record.RecordLog;
import uk.declared.record.Sha256;
import uk.declared.report.Finding;
import uk.declared.report.Report;

/** What is to become of each contest of one submission, found out while it is checked. */
final class Plan {
    private final RecordLog record;
    private final PublishedResults results;
    private final Terms terms;
    private final RecordedRights rights;
    private final ConformingContests chosen = new ConformingContests();
    private final Map<BallotId, Publication.Version> versions = new LinkedHashMap<>();
    private final List<BallotId> unchanged = new ArrayList<>();
    private final List<Publication.Outranked> outranked = new ArrayList<>();
    private final List<BallotId> forbidden = new ArrayList<>();
    private final List<BallotId> overtaken = new ArrayList<>();
    private Publication publication;

    Plan(RecordLog record, PublishedResults results, Terms terms, RecordedRights rights) {
        this.rights = rights;
        this.record = record;
        this.results = results;
        this.terms = terms;
        this.publication = nothing(Report.builder("").build());
    }

    void finding(Finding finding) {
        chosen.finding(finding);
    }

    void contest(CheckedContest contest) {
        chosen.contest(contest);
        BallotId id = contest.contest().result().id();
        if (!terms.mayPublish().test(contest.contest().result().body(), id)) {
            forbidden.add(id);
            return;
        }
        Optional<Latest> latest = record.latest(id);
        if (latest.isEmpty()) {
            versions.put(id, new Publication.Version(id, 1, List.of()));
        } else {
            compare(contest, latest.get());
        }
    }

    private void compare(CheckedContest contest, Latest latest) {
        BallotId id = contest.contest().result().id();
        boolean same = latest.resultHash()
                .equals(Sha256.of(CanonicalTriples.write(contest.graph().result())));
        if (same && !statesOtherRights(latest)) {
            unchanged.add(id);
        } else if (latest.source().outranks(terms.source()) && !terms.overriding()) {
            outranked.add(new Publication.Outranked(id, latest.source(), changes(contest)));
        } else if (terms.seen().isPresent() && latest.sequence() > terms.seen().getAsLong()) {
            overtaken.add(id);
        } else {
            versions.put(id, new Publication.Version(id, latest.version() + 1, changes(contest)));
        }
    }

    /** A licence that is stated anew is published even where the result is the same. */
    private boolean statesOtherRights(Latest latest) {
        return terms.rights()
                .filter(stated -> !stated.equals(rights.of(latest)))
                .isPresent();
    }

    private List<ContestChange> changes(CheckedContest contest) {
        BallotId id = contest.contest().result().id();
        Node node = contest.graph().contest();
        List<Triple> earlier = results.of(id);
        return ContestChanges.between(earlier, contest.graph().result(), node);
    }

    /** Decides, once all is read. */
    void decide(Report report) {
        boolean wrong = report.refused() && !(terms.conforming() && chosen.canBeChosen());
        if (wrong || !forbidden.isEmpty() || !overtaken.isEmpty()) {
            publication = nothing(report);
            return;
        }
        List<BallotId> leftOut = chosen.others();
        versions.keySet().removeAll(leftOut);
        unchanged.removeAll(leftOut);
        outranked.removeIf(contest -> leftOut.contains(contest.contest()));
        publication = new Publication(
                report, false, List.copyOf(versions.values()), unchanged, outranked, leftOut, List.of(), List.of());
    }

    private Publication nothing(Report report) {
        return Publication.nothing(report, forbidden, overtaken);
    }

    Publication publication() {
        return publication;
    }

    /** The version that a contest is to be published as, where it is to be. */
    Optional<Publication.Version> versionOf(BallotId contest) {
        return Optional.ofNullable(versions.get(contest));
    }
}
