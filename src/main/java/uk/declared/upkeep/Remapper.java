package uk.declared.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.folder.KeptMappings;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ContestChanges;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.PublishedResults;
import uk.declared.publish.CheckedContest;
import uk.declared.publish.DeclarationEntries;
import uk.declared.publish.Publication;
import uk.declared.publish.RememberedOptions;
import uk.declared.publish.SubmissionChecker;
import uk.declared.record.Entry;
import uk.declared.record.Latest;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.Sha256;
import uk.declared.report.Severity;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * Maps the kept submissions anew, for a time when the vocabulary or the readers have moved on:
 *
 * <ol>
 *   <li>every submission that a contest's current version hangs on is read as it was read before,
 *   <li>a contest that says something else now gets a further version, from the same source and with the same status,
 *   <li>one that breaks a rule now, or whose submission is no longer kept, stays as it is and is named.
 * </ol>
 */
public final class Remapper {
    private final RecordLog record;
    private final KeptSubmissions kept;
    private final KeptMappings mappings;
    private final PublishedResults published;
    private final DeclarationEntries entries;
    private final Clock clock;
    private final RemapPurpose purpose;
    private final Map<BallotId, List<Triple>> anew = new HashMap<>();

    public Remapper(
            Uris uris,
            RecordLog record,
            KeptSubmissions kept,
            KeptMappings mappings,
            PublishedResults published,
            Clock clock,
            RemapPurpose purpose) {
        this.record = record;
        this.kept = kept;
        this.mappings = mappings;
        this.published = published;
        this.entries = new DeclarationEntries(uris, record, published);
        this.clock = clock;
        this.purpose = purpose;
    }

    /** What one batch of the record declared, by contest: the sequence of each entry. */
    private record Sent(String submission, Map<String, String> beside, Map<BallotId, Long> contests) {}

    /** The results as mapped anew so far, else as published: later figures join the new mapping of what they belong to. */
    public List<Triple> results(BallotId contest) {
        return anew.containsKey(contest) ? anew.get(contest) : published.of(contest);
    }

    /** @param checker one that compares with {@link #results} */
    public Remapping run(SubmissionChecker checker) throws IOException {
        List<Sent> all = sent();
        Map<BallotId, Integer> versions = new HashMap<>();
        all.forEach(each -> each.contests().keySet().forEach(contest -> versions.merge(contest, 1, Integer::sum)));
        Pass pass = new Pass(versions);
        try (RecordBatch batch = record.begin()) {
            for (Sent each : all) {
                pass.map(each, checker, batch);
            }
            if (batch.size() > 0) {
                batch.commit("", Map.of("remapped", DeclarationEntries.VOCABULARY_VERSION));
            }
        }
        return new Remapping(pass.looked, pass.changed, pass.refused, List.copyOf(pass.missing));
    }

    private List<Sent> sent() throws IOException {
        List<Sent> all = new ArrayList<>();
        Map<String, Map<BallotId, Long>> waiting = new LinkedHashMap<>();
        try (RecordReader entries = record.readAfter(0)) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.content() instanceof Entry.Declared declared
                        && declared.declaration().status() != DeclarationStatus.WITHDRAWN) {
                    waiting.computeIfAbsent(declared.declaration().submission(), missing -> new LinkedHashMap<>())
                            .put(declared.declaration().contest(), entry.sequence());
                } else if (entry.content() instanceof Entry.Commit commit) {
                    waiting.forEach((file, contests) -> all.add(new Sent(file, commit.beside(), contests)));
                    waiting.clear();
                }
            }
        }
        return all;
    }

    private final class Pass {
        private final Map<BallotId, Integer> versions;
        private final List<Publication.Version> changed = new ArrayList<>();
        private final List<BallotId> refused = new ArrayList<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        private int looked;

        private Pass(Map<BallotId, Integer> versions) {
            this.versions = versions;
        }

        private void map(Sent sent, SubmissionChecker checker, RecordBatch batch) throws IOException {
            boolean needed = sent.contests().keySet().stream()
                    .filter(purpose.contests())
                    .anyMatch(contest -> isCurrent(sent, contest) || versions.getOrDefault(contest, 0) > 1);
            if (!needed) {
                return;
            }
            if (!kept.holds(sent.submission())) {
                missing.add(sent.submission());
                return;
            }
            try {
                checker.check(
                        Submission.open(kept.path(sent.submission())),
                        RememberedOptions.read(sent.beside(), mappings),
                        contest -> take(contest, sent, batch));
            } catch (UnreadableSubmissionException e) {
                sent.contests().keySet().stream()
                        .filter(contest -> purpose.contests().test(contest) && isCurrent(sent, contest))
                        .forEach(refused::add);
            }
        }

        private boolean isCurrent(Sent sent, BallotId contest) {
            long sequence = sent.contests().getOrDefault(contest, -1L);
            return record.latest(contest)
                    .filter(latest -> latest.sequence() == sequence)
                    .isPresent();
        }

        private void take(CheckedContest contest, Sent sent, RecordBatch batch) {
            BallotId id = contest.contest().result().id();
            if (!sent.contests().containsKey(id) || !purpose.contests().test(id)) {
                return;
            }
            if (versions.getOrDefault(id, 0) > 1) {
                anew.put(id, contest.graph().result());
            }
            if (!isCurrent(sent, id)) {
                return;
            }
            looked++;
            if (!purpose.accepts().test(contest.graph())) {
                return;
            }
            Latest latest = record.latest(id).orElseThrow();
            String result = CanonicalTriples.write(contest.graph().result());
            if (Sha256.of(result).equals(latest.resultHash())) {
                return;
            }
            if (contest.findings().stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION)) {
                refused.add(id);
                return;
            }
            Publication.Version version = new Publication.Version(
                    id,
                    latest.version() + 1,
                    ContestChanges.between(
                            published.of(id),
                            contest.graph().result(),
                            contest.graph().contest()));
            try {
                batch.add(entries.anew(contest, latest, sent.submission(), time, purpose.note()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            changed.add(version);
        }
    }
}
