package uk.declared.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.ContestResult;
import uk.declared.linkeddata.ContestChange;
import uk.declared.linkeddata.ContestChanges;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.projection.PublishedResults;
import uk.declared.projection.RecordedRights;
import uk.declared.record.Latest;
import uk.declared.record.Sha256;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.submission.UnidentifiedContest;

/** What is to become of each contest of one submission, found out while it is checked. */
final class Plan {
    private final Looked looked;
    private final PublishedResults results;
    private final Terms terms;
    private final RecordedRights rights;
    private final ConformingContests chosen = new ConformingContests();
    private final Map<BallotId, Publication.Version> versions = new LinkedHashMap<>();
    private final List<BallotId> unchanged = new ArrayList<>();
    private final List<Publication.Outranked> outranked = new ArrayList<>();
    private final List<Publication.Poorer> poorer = new ArrayList<>();
    private final List<BallotId> forbidden = new ArrayList<>();
    private final List<BallotId> overtaken = new ArrayList<>();
    private final Map<BallotId, RecentElectorates.Noted> electorates = new LinkedHashMap<>();
    private Publication publication;

    Plan(Looked looked, PublishedResults results, Terms terms, RecordedRights rights) {
        this.rights = rights;
        this.looked = looked;
        this.results = results;
        this.terms = terms;
        this.publication = nothing(Report.builder("").build());
    }

    void finding(Finding finding) {
        chosen.finding(finding);
    }

    void unidentified(UnidentifiedContest contest) {
        chosen.unidentified(contest);
    }

    /** Takes a contest, and says as which version it is to be published, if it is and nothing further stands against it. */
    Optional<Publication.Version> contest(CheckedContest contest, String result) {
        chosen.contest(contest);
        BallotId id = contest.contest().result().id();
        if (!terms.mayPublish().test(contest.contest().result().body(), id)) {
            forbidden.add(id);
            return Optional.empty();
        }
        Optional<Latest> latest = looked.latest(id);
        if (latest.isEmpty()) {
            versions.put(id, new Publication.Version(id, 1, List.of()));
        } else {
            compare(contest, result, latest.get());
        }
        electorates.put(id, noted(contest));
        return versionOf(id);
    }

    private static RecentElectorates.Noted noted(CheckedContest contest) {
        ContestResult result = contest.contest().result();
        return new RecentElectorates.Noted(
                ElectorateHistory.key(
                        contest.graph().electoralArea().getURI(),
                        Vocabulary.code("office", result.office().notation()).getURI()),
                result.pollingDate(),
                result.account().electorate());
    }

    /** The electorates of the contests that are to be published. */
    List<RecentElectorates.Noted> electorates() {
        return publication.published().stream()
                .flatMap(version -> Optional.ofNullable(electorates.get(version.contest())).stream())
                .toList();
    }

    private void compare(CheckedContest contest, String result, Latest latest) {
        BallotId id = contest.contest().result().id();
        boolean same = latest.resultHash().equals(Sha256.of(result));
        if (same && !statesOtherRights(latest)) {
            unchanged.add(id);
        } else if (latest.source().outranks(terms.sourceOf(contest.contest())) && !terms.overriding()) {
            outranked.add(new Publication.Outranked(id, latest.source(), changes(contest)));
        } else if (terms.seen().isPresent() && latest.sequence() > terms.seen().getAsLong()) {
            overtaken.add(id);
        } else {
            List<ContestChange> losses = terms.losing() || contest.contest().supplement() ? List.of() : losses(contest);
            if (losses.isEmpty()) {
                versions.put(id, new Publication.Version(id, latest.version() + 1, changes(contest)));
            } else {
                poorer.add(new Publication.Poorer(id, losses));
            }
        }
    }

    /** A licence that is stated anew is published even where the result is the same. */
    private boolean statesOtherRights(Latest latest) {
        return terms.rights()
                .filter(stated -> !stated.equals(rights.of(latest)))
                .isPresent();
    }

    /** What is published of a contest, and not sent. */
    private List<ContestChange> losses(CheckedContest contest) {
        return Losses.between(
                results.of(contest.contest().result().id()),
                contest.graph().result(),
                contest.graph().contest());
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
        poorer.removeIf(contest -> leftOut.contains(contest.contest()));
        publication = new Publication(
                report,
                false,
                List.copyOf(versions.values()),
                unchanged,
                outranked,
                poorer,
                leftOut,
                chosen.unidentified(),
                List.of(),
                List.of());
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
