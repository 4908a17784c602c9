package uk.declared.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.BallotId;
import uk.declared.election.ContestResult;
import uk.declared.election.Declaration;
import uk.declared.election.DeclarationDetails;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.DeclarationMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
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
 *   <li>keep the submission, byte for byte, by its hash,
 *   <li>append the contests that say something new to the record, and force it to disk: from here they cannot be lost,
 *   <li>apply what the record has and the store has not to the store, in one transaction.
 * </ol>
 *
 * <p>The submission is read twice, once to check and to plan and once to append, so that no more than a contest at a time
 * is in memory. One submission at a time passes through.
 */
public final class Publisher {
    /** The version of the vocabulary that declarations are mapped with. */
    static final String VOCABULARY_VERSION = "0.1.0";

    /** How many changes a declaration tells in words; there is more to see in the two versions themselves. */
    private static final int MOST_NOTES = 50;

    private final Uris uris;
    private final RecordLog record;
    private final KeptSubmissions submissions;
    private final SubmissionChecker checker;
    private final DeclarationMapper declarations;
    private final StoreUpdater updater;
    private final PublishedResults results;
    private final RecordedRights recordedRights;
    private final Clock clock;

    Publisher(
            Uris uris,
            RecordLog record,
            KeptSubmissions submissions,
            StoreUpdater updater,
            SubmissionChecker checker,
            PublishedResults results,
            Clock clock) {
        this.uris = uris;
        this.record = record;
        this.submissions = submissions;
        this.updater = updater;
        this.results = results;
        this.clock = clock;
        this.checker = checker;
        this.declarations = new DeclarationMapper(uris);
        this.recordedRights = new RecordedRights(record);
    }

    /** Publishes a submission as a whole or not at all. */
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
        Plan plan = plan(submission, options, terms);
        Publication publication = plan.publication();
        if (publication.refused()) {
            return publication;
        }
        try {
            append(submission, options, terms, plan);
            updater.catchUp();
            return publication;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says what publishing would do, and publishes nothing.
     *
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     */
    public synchronized Publication rehearse(Submission submission, ReadOptions options, Terms terms)
            throws UnreadableSubmissionException {
        return plan(submission, options, terms).publication();
    }

    /** The graph that a contest of a submission would have; absent where the submission has no such contest. */
    public synchronized Optional<ContestGraph> graphOf(Submission submission, ReadOptions options, BallotId contest)
            throws UnreadableSubmissionException {
        List<ContestGraph> found = new ArrayList<>();
        checker.check(submission, options, checked -> {
            if (checked.contest().result().id().equals(contest)) {
                found.add(checked.graph());
            }
        });
        return found.stream().findFirst();
    }

    /** The position of the record that a submission sent now has seen. */
    public synchronized long position() {
        return record.head().sequence();
    }

    private Plan plan(Submission submission, ReadOptions options, Terms terms) throws UnreadableSubmissionException {
        Plan plan = new Plan(record, results, terms, recordedRights);
        Report report = checker.check(submission, options, plan::contest, plan::finding);
        plan.decide(report);
        return plan;
    }

    /**
     * Withdraws a contest: a further version without a result takes the place of the last, which stays readable.
     *
     * @param reason why, in words that everybody may read
     * @return the version that withdraws it; absent where the contest is not known, or is withdrawn already
     */
    public synchronized Optional<Publication.Version> withdraw(BallotId contest, String reason, Source source) {
        Optional<Latest> latest = record.latest(contest).filter(last -> last.status() != DeclarationStatus.WITHDRAWN);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        try {
            Entry.Declared last =
                    (Entry.Declared) record.entry(latest.get().sequence()).content();
            Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            String notice = submissions.keep("Withdrawn: " + contest.value() + "\n" + time + "\n" + reason + "\n");
            int version = latest.get().version() + 1;
            List<Triple> declaration = declarations.map(new Declaration(
                    contest,
                    version,
                    DeclarationStatus.WITHDRAWN,
                    source,
                    notice,
                    time,
                    DeclarationDetails.NONE,
                    new TreeSet<>(),
                    Rights.OPEN_GOVERNMENT,
                    Optional.of(reason)));
            try (RecordBatch batch = record.begin()) {
                batch.add(new DeclarationEntry(
                        contest,
                        last.declaration().identity(),
                        version,
                        DeclarationStatus.WITHDRAWN,
                        source,
                        notice,
                        time,
                        VOCABULARY_VERSION,
                        "",
                        Map.of(),
                        CanonicalTriples.write(declaration)));
                batch.commit(notice);
            }
            updater.catchUp();
            return Optional.of(new Publication.Version(contest, version, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes submissions that are to be kept no longer, and returns their SHA-256. */
    synchronized List<String> purge(Period period) throws IOException {
        List<String> deleted = new Retention(record, submissions, clock).purge(period);
        updater.catchUp();
        return deleted;
    }

    /** Maps the kept submissions anew. */
    synchronized Remapping remap(Remapper remapper, SubmissionChecker comparing) throws IOException {
        Remapping done = remapper.run(comparing);
        updater.catchUp();
        return done;
    }

    private void append(Submission submission, ReadOptions options, Terms terms, Plan plan)
            throws IOException, UnreadableSubmissionException {
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (RecordBatch batch = record.begin()) {
            checker.check(
                    submission,
                    options,
                    contest -> plan.versionOf(contest.contest().result().id())
                            .ifPresent(version -> write(
                                    entry(contest, version, standing(contest, terms), submission.sha256(), time),
                                    batch)));
            if (batch.size() > 0) {
                submissions.keep(submission);
                batch.commit(submission.sha256(), RememberedOptions.of(options, terms.rights()));
            }
        }
    }

    /**
     * What a declaration is, and who says so.
     *
     * @param status of the result as a whole
     * @param source of the votes
     * @param rights to all of it
     */
    private record Standing(DeclarationStatus status, Source source, Rights rights) {}

    /** Later figures leave a result what it was, and the votes whose they were. */
    private Standing standing(CheckedContest contest, Terms terms) {
        ContestResult result = contest.contest().result();
        Rights rights = terms.rightsTo(contest.contest());
        return record.latest(result.id())
                .filter(last -> contest.contest().supplement())
                .map(last -> new Standing(
                        last.status(), last.source(), RecordedRights.stricter(recordedRights.of(last), rights)))
                .orElseGet(() -> new Standing(result.status(), terms.source(), rights));
    }

    private DeclarationEntry entry(
            CheckedContest contest, Publication.Version version, Standing standing, String submission, Instant time) {
        List<Triple> declaration = declarations.map(new Declaration(
                version.contest(),
                version.version(),
                standing.status(),
                standing.source(),
                submission,
                time,
                contest.contest().details(),
                contest.warnings(),
                standing.rights()));
        ChangeWords.notes(version.changes(), MOST_NOTES)
                .forEach(note -> declaration.add(Triple.create(
                        uris.declaration(version.contest(), version.version()), SKOS.changeNote.asNode(), note)));
        return new DeclarationEntry(
                version.contest(),
                contest.contest().result().identity().key(),
                version.version(),
                standing.status(),
                standing.source(),
                submission,
                time,
                VOCABULARY_VERSION,
                CanonicalTriples.write(contest.graph().result()),
                CanonicalTriples.writeAll(TemporaryAreas.shared(results.of(version.contest()), contest.graph())),
                CanonicalTriples.write(declaration));
    }

    private static void write(DeclarationEntry entry, RecordBatch batch) {
        try {
            batch.add(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
