package uk.declared.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.Declaration;
import uk.declared.election.Source;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.DeclarationMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Latest;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.report.Report;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * The flow from a submission to the store:
 *
 * <ol>
 *   <li>read, map and check every contest; one violation refuses the submission, and nothing is kept but the report,
 *       unless the terms are that what conforms is published,
 *   <li>keep the submission, byte for byte, by its hash,
 *   <li>append the contests that say something new to the record, and force it to disk: from here they cannot be lost,
 *   <li>apply what the record has and the store has not to the store, in one transaction.
 * </ol>
 *
 * <p>The submission is read twice, once to check and once to append, so that no more than a contest at a time is in
 * memory. One submission at a time passes through.
 */
public final class Publisher {
    /** The version of the vocabulary that declarations are mapped with. */
    static final String VOCABULARY_VERSION = "0.1.0";

    private final Uris uris;
    private final RecordLog record;
    private final KeptSubmissions submissions;
    private final SubmissionChecker checker;
    private final DeclarationMapper declarations;
    private final StoreUpdater updater;
    private final Clock clock;

    Publisher(
            Uris uris,
            RecordLog record,
            KeptSubmissions submissions,
            StoreUpdater updater,
            SubmissionChecker checker,
            Clock clock) {
        this.uris = uris;
        this.record = record;
        this.submissions = submissions;
        this.updater = updater;
        this.clock = clock;
        this.checker = checker;
        this.declarations = new DeclarationMapper(uris);
    }

    /**
     * Publishes a submission, all of it or nothing.
     *
     * @param source who says so
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     * @throws UncheckedIOException where the disk fails; what was not acknowledged is then not in the record
     */
    public Publication publish(Submission submission, ReadOptions options, Source source)
            throws UnreadableSubmissionException {
        return publish(submission, options, Terms.of(source));
    }

    /**
     * Publishes a submission.
     *
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     * @throws UncheckedIOException where the disk fails; what was not acknowledged is then not in the record
     */
    public synchronized Publication publish(Submission submission, ReadOptions options, Terms terms)
            throws UnreadableSubmissionException {
        Check check = check(submission, options, terms);
        if (!check.forbidden().isEmpty()) {
            return Publication.forbidden(check.report(), check.forbidden());
        }
        if (check.report().refused() && (!terms.conforming() || check.nothingConforms())) {
            return Publication.refused(check.report());
        }
        try {
            Publication publication = append(submission, options, terms.source(), check);
            updater.catchUp();
            return publication;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says what publishing would say, and publishes nothing.
     *
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     */
    public Publication rehearse(Submission submission, ReadOptions options, Terms terms)
            throws UnreadableSubmissionException {
        Check check = check(submission, options, terms);
        return check.forbidden().isEmpty()
                ? Publication.refused(check.report())
                : Publication.forbidden(check.report(), check.forbidden());
    }

    /** What the first reading shows. */
    private record Check(Report report, Set<BallotId> refused, boolean nothingConforms, List<BallotId> forbidden) {}

    private Check check(Submission submission, ReadOptions options, Terms terms) throws UnreadableSubmissionException {
        List<BallotId> forbidden = new ArrayList<>();
        RefusedContests refusals = new RefusedContests();
        Report report = checker.check(
                submission,
                options,
                contest -> {
                    refusals.contest(contest.contest(), submission.name());
                    BallotId id = contest.contest().result().id();
                    if (!terms.mayPublish().test(contest.contest().result().body(), id)) {
                        forbidden.add(id);
                    }
                },
                refusals::finding);
        return new Check(report, refusals.refused(), refusals.refusesAll(), forbidden);
    }

    private Publication append(Submission submission, ReadOptions options, Source source, Check check)
            throws IOException, UnreadableSubmissionException {
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Appending appending = new Appending(submission.sha256(), source, time, check.refused());
        try (RecordBatch batch = record.begin()) {
            checker.check(submission, options, contest -> appending.add(contest, batch));
            if (batch.size() > 0) {
                submissions.keep(submission);
                batch.commit(submission.sha256());
            }
        }
        return new Publication(
                check.report(),
                appending.published,
                appending.unchanged,
                appending.outranked,
                check.refused().stream()
                        .sorted(Comparator.comparing(BallotId::value))
                        .toList(),
                List.of());
    }

    /** The second reading of one submission, contest by contest. */
    private final class Appending {
        private final String submission;
        private final Source source;
        private final Instant time;
        private final Set<BallotId> refused;
        private final List<Publication.Version> published = new ArrayList<>();
        private final List<BallotId> outranked = new ArrayList<>();
        private int unchanged;

        private Appending(String submission, Source source, Instant time, Set<BallotId> refused) {
            this.refused = refused;
            this.submission = submission;
            this.source = source;
            this.time = time;
        }

        private void add(CheckedContest contest, RecordBatch batch) {
            BallotId id = contest.contest().result().id();
            if (refused.contains(id)) {
                return;
            }
            Optional<Latest> latest = record.latest(id);
            DeclarationEntry entry = entry(contest, latest.map(Latest::version).orElse(0) + 1);
            if (latest.filter(last -> last.resultHash().equals(entry.resultHash()))
                    .isPresent()) {
                unchanged++;
            } else if (latest.filter(last -> last.source().outranks(source)).isPresent()) {
                outranked.add(id);
            } else {
                write(entry, batch);
                published.add(new Publication.Version(id, entry.version()));
            }
        }

        private DeclarationEntry entry(CheckedContest contest, int version) {
            BallotId id = contest.contest().result().id();
            List<Triple> declaration = declarations.map(new Declaration(
                    id,
                    version,
                    contest.contest().result().status(),
                    source,
                    submission,
                    time,
                    contest.contest().details(),
                    contest.warnings()));
            Map<String, String> shared = new LinkedHashMap<>();
            contest.graph().shared().forEach((name, triples) -> shared.put(name, CanonicalTriples.write(triples)));
            return new DeclarationEntry(
                    id,
                    contest.contest().result().identity().key(),
                    version,
                    contest.contest().result().status(),
                    source,
                    submission,
                    time,
                    VOCABULARY_VERSION,
                    CanonicalTriples.write(contest.graph().result()),
                    shared,
                    CanonicalTriples.write(declaration));
        }

        private void write(DeclarationEntry entry, RecordBatch batch) {
            try {
                batch.add(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
