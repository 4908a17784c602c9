package uk.declared.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.DeclarationMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.PublishedResults;
import uk.declared.projection.RecordedRights;
import uk.declared.projection.StoreUpdater;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.record.WaitingEntries;
import uk.declared.report.Report;
import uk.declared.report.Severity;
import uk.declared.store.StoreUnavailableException;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * The flow from a submission to the store:
 *
 * <ol>
 *   <li>read, map and check every contest, outside any lock and as many submissions at a time as there are processors; one violation refuses the
 *       submission, and nothing is kept but the report; what was worked out is kept,
 *   <li>in turn: see that what it was compared with still holds, and begin again where somebody else has published the same
 *       contests meanwhile,
 *   <li>keep the submission, byte for byte, by its hash,
 *   <li>append the contests that say something new to the record, and force it to disk: from here they cannot be lost,
 *   <li>apply what the record has and the store has not to the store, one transaction for all that wait.
 * </ol>
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** How often a submission is planned outside the lock before it keeps everybody waiting. */
    private static final int ATTEMPTS = 3;

    private final RecordLog record;
    private final Appending appending;
    private final KeptSubmissions submissions;
    private final Function<Looked, SubmissionChecker> checkers;
    private final DeclarationEntries mapped;
    private final StoreUpdater updater;
    private final PublishedResults results;
    private final RecordedRights recordedRights;
    private final RecentElectorates recent;
    private final Processors processors = new Processors();
    private final Clock clock;
    private volatile boolean waitingForStore;

    /** @param checkers make a checker that notes what it compares with */
    public Publisher(
            Uris uris,
            RecordLog record,
            Appending appending,
            KeptSubmissions submissions,
            StoreUpdater updater,
            Function<Looked, SubmissionChecker> checkers,
            PublishedResults results,
            RecentElectorates recent,
            Clock clock) {
        this.record = record;
        this.appending = appending;
        this.submissions = submissions;
        this.updater = updater;
        this.results = results;
        this.recent = recent;
        this.clock = clock;
        this.checkers = checkers;
        this.recordedRights = new RecordedRights(record);
        this.mapped = new DeclarationEntries(uris, record, results);
    }

    /** Publishes a submission as a whole or not at all. */
    public Publication publish(Submission submission, ReadOptions options, Source source)
            throws UnreadableSubmissionException {
        return publish(submission, options, Terms.of(source));
    }

    /**
     * Publishes a submission. What it published can be seen by everybody when this returns, unless the store does not answer.
     *
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     * @throws StorageFailedException where the disk fails; it says whether what was sent is in the record
     */
    public Publication publish(Submission submission, ReadOptions options, Terms terms)
            throws UnreadableSubmissionException {
        try (Planned planned = plan(submission, options, terms)) {
            Publication publication = append(planned);
            if (!publication.published().isEmpty()) {
                apply();
            }
            return publication;
        }
    }

    /**
     * Reads, maps and checks a submission, and keeps what is to be appended.
     *
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     */
    public Planned plan(Submission submission, ReadOptions options, Terms terms) throws UnreadableSubmissionException {
        try (Processors.Turn turn = processors.turn(submission.size())) {
            return planNow(submission, options, terms);
        }
    }

    /**
     * Appends what was planned to the record, from where it cannot be lost; {@link #apply} makes it seen.
     *
     * @throws UnreadableSubmissionException where the file was changed since it was planned
     */
    public Publication append(Planned planned) throws UnreadableSubmissionException {
        Optional<Publication> done = appendIfItHolds(planned);
        for (int attempt = 1; done.isEmpty() && attempt < ATTEMPTS; attempt++) {
            try (Planned anew = plan(planned.submission(), planned.options(), planned.terms())) {
                done = appendIfItHolds(anew);
            }
        }
        return done.isPresent() ? done.get() : appendWhileOthersWait(planned);
    }

    private Optional<Publication> appendIfItHolds(Planned planned) {
        if (planned.plan().publication().refused() && planned.stillHolds()) {
            return Optional.of(planned.plan().publication());
        }
        synchronized (appending) {
            return planned.stillHolds() ? Optional.of(appendNow(planned)) : Optional.empty();
        }
    }

    /** Others were quicker again and again. */
    private Publication appendWhileOthersWait(Planned planned) throws UnreadableSubmissionException {
        synchronized (appending) {
            try (Planned anew = planNow(planned.submission(), planned.options(), planned.terms())) {
                return appendNow(anew);
            }
        }
    }

    /**
     * Brings the store to where the record is, unless somebody else does so meanwhile. Where it does not answer, what the record has is
     * seen later ({@link #isWaitingForStore}).
     */
    public void apply() {
        try {
            updater.catchUp();
            waitingForStore = false;
        } catch (StoreUnavailableException e) {
            waitingForStore = true;
            LOG.warn("{}", e.getMessage());
        } catch (IOException e) {
            throw StorageFailedException.afterRecording(e);
        } catch (IllegalStateException e) {
            // The store and the record do not belong together, which is no matter of the disk.
            throw e;
        } catch (RuntimeException e) {
            throw StorageFailedException.afterRecording(e);
        }
    }

    /**
     * Says what publishing would do, and publishes nothing.
     *
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     */
    public Publication rehearse(Submission submission, ReadOptions options, Terms terms)
            throws UnreadableSubmissionException {
        try (Planned planned = plan(submission, options, terms)) {
            return planned.plan().publication();
        }
    }

    /** The graph that a contest of a submission would have; absent where the submission has no such contest. */
    public Optional<ContestGraph> graphOf(Submission submission, ReadOptions options, BallotId contest)
            throws UnreadableSubmissionException {
        List<ContestGraph> found = new ArrayList<>();
        try (Processors.Turn turn = processors.turn(submission.size())) {
            checkers.apply(new Looked(record, recent)).check(submission, options, checked -> {
                if (checked.contest().result().id().equals(contest)) {
                    found.add(checked.graph());
                }
            });
        }
        return found.stream().findFirst();
    }

    /** The names of a submission's contests in English, for whoever is to know them without their identifiers. */
    public Map<BallotId, String> namesOf(Submission submission, ReadOptions options)
            throws UnreadableSubmissionException {
        Map<BallotId, String> names = new LinkedHashMap<>();
        try (Processors.Turn turn = processors.turn(submission.size())) {
            checkers.apply(new Looked(record, recent))
                    .check(
                            submission,
                            options,
                            checked -> checked.graph()
                                    .name()
                                    .ifPresent(name ->
                                            names.put(checked.contest().result().id(), name)));
        }
        return names;
    }

    /** Whether what was published last is recorded, and cannot be seen before the store answers again. */
    public boolean isWaitingForStore() {
        return waitingForStore;
    }

    /** The position of the record that a submission sent now has seen. */
    public long position() {
        return record.head().sequence();
    }

    private Planned planNow(Submission submission, ReadOptions options, Terms terms)
            throws UnreadableSubmissionException {
        Looked looked = new Looked(record, recent);
        Plan plan = new Plan(looked, looked.results(results), terms, recordedRights);
        WaitingEntries entries = new WaitingEntries();
        boolean planned = false;
        try {
            Report report = checkers.apply(looked)
                    .check(
                            submission,
                            options,
                            contest -> {
                                String result =
                                        CanonicalTriples.write(contest.graph().result());
                                plan.contest(contest, result)
                                        .map(version ->
                                                mapped.entry(contest, version, terms, submission.sha256(), result))
                                        .ifPresent(entries::add);
                            },
                            plan::finding,
                            plan::unidentified);
            plan.decide(report);
            planned = true;
            return new Planned(submission, options, terms, looked, plan, entries);
        } finally {
            if (!planned) {
                entries.close();
            }
        }
    }

    private Publication appendNow(Planned planned) {
        Publication publication = planned.plan().publication();
        if (publication.published().isEmpty()) {
            return publication;
        }
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String submission = planned.submission().sha256();
        try (RecordBatch batch = record.begin()) {
            planned.entries().forEach(entry -> {
                if (planned.plan().versionOf(entry.contest()).isPresent()) {
                    write(
                            entry.accepted(
                                    time, DeclarationMapper.dated(upheld(entry.declaration(), publication), time)),
                            batch);
                }
            });
            submissions.keep(planned.submission());
            batch.commit(
                    submission,
                    RememberedOptions.of(planned.options(), planned.terms().rights()));
        } catch (IOException e) {
            throw StorageFailedException.beforeRecording(e);
        }
        recent.add(planned.plan().electorates(), record.head().sequence(), updater.applied());
        return publication;
    }

    /** Whether rejected papers are probably votes is known once the whole file is read. */
    private static String upheld(String declaration, Publication publication) {
        boolean upheld = publication.report().of(Severity.WARNING).stream()
                .anyMatch(finding -> finding.rule().equals(RejectedUnits.RULE));
        return upheld ? declaration : DeclarationMapper.withoutWarning(declaration, RejectedUnits.RULE);
    }

    private static void write(DeclarationEntry entry, RecordBatch batch) {
        try {
            batch.add(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
