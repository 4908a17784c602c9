package uk.declared.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;
import uk.declared.election.ContestResult;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.KeptKeys;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.projection.PublishedResults;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Report;
import uk.declared.report.Severity;
import uk.declared.submission.ContestSink;
import uk.declared.submission.Part;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.SubmissionReader;
import uk.declared.validation.ContestValidator;
import uk.declared.validation.EarlierContests;
import uk.declared.validation.Surroundings;

/**
 * The first half of the flow, which writes nothing: read → map → check. Contests pass through one at a time, so that a
 * file of any size can be checked.
 */
public final class SubmissionChecker {
    /** Has no state but the shapes, which take a while to read. */
    private static final ContestValidator VALIDATOR = new ContestValidator();

    private final ContestMapper mapper;
    private final Supplement supplement;
    private final KnownContests known;
    private final Supplier<ReferenceData> reference;
    private final EarlierContests published;
    private final PublishedResults results;
    private final ComingPolls coming;

    /**
     * @param known the contests that were declared before
     * @param reference gives what is loaded at the time of a check
     * @param published what the rules compare with
     */
    public SubmissionChecker(
            Uris uris, KnownContests known, Supplier<ReferenceData> reference, EarlierContests published) {
        this(uris, known, reference, published, PublishedResults.NONE, ComingPolls.by(SystemClock.UTC, uris));
    }

    /**
     * @param results what is published of contests: a candidacy keeps its URI where a name is spelt anew
     * @param coming knows which polling days are still to come
     */
    public SubmissionChecker(
            Uris uris,
            KnownContests known,
            Supplier<ReferenceData> reference,
            EarlierContests published,
            PublishedResults results,
            ComingPolls coming) {
        this.coming = coming;
        this.mapper = new ContestMapper(uris);
        this.results = results;
        this.supplement = new Supplement(uris, mapper, results);
        this.known = known;
        this.reference = reference;
        this.published = published;
    }

    /**
     * Checks a submission.
     *
     * @return what there is to say about it
     * @throws UnreadableSubmissionException where nothing can be read from it at all
     */
    public Report check(Submission submission, ReadOptions options) throws UnreadableSubmissionException {
        return check(submission, options, contest -> {});
    }

    /** Checks a submission and hands on every contest. */
    public Report check(Submission submission, ReadOptions options, Consumer<CheckedContest> consumer)
            throws UnreadableSubmissionException {
        return check(submission, options, consumer, finding -> {});
    }

    /** Reads a submission for the sake of some of its contests: the others are neither mapped nor checked. */
    void checkSome(
            Submission submission, ReadOptions options, Predicate<BallotId> wanted, Consumer<CheckedContest> consumer)
            throws UnreadableSubmissionException {
        Report.Builder report = Report.builder(submission.name());
        ReferenceData loaded = reference.get();
        Pass pass = new Pass(submission.name(), loaded, report, consumer, finding -> {}, contest -> {});
        pass.wanted = wanted;
        SubmissionReader.read(submission, options, loaded, pass);
    }

    /** The same, handing on what is found besides while it is found, that of a contest before the contest. */
    public Report check(
            Submission submission, ReadOptions options, Consumer<CheckedContest> consumer, Consumer<Finding> found)
            throws UnreadableSubmissionException {
        return check(submission, options, consumer, found, contest -> {});
    }

    /** The same, handing on too what could not be identified. */
    public Report check(
            Submission submission,
            ReadOptions options,
            Consumer<CheckedContest> consumer,
            Consumer<Finding> found,
            Consumer<UnidentifiedContest> unidentified)
            throws UnreadableSubmissionException {
        Report.Builder report = Report.builder(submission.name());
        ReferenceData loaded = reference.get();
        sayWhatIsNotChecked(loaded, submission.name(), report);
        Pass pass = new Pass(submission.name(), loaded, report, consumer, found, unidentified);
        SubmissionReader.read(submission, options, loaded, pass);
        pass.units.probable().forEach(report::finding);
        return report.build();
    }

    private static void sayWhatIsNotChecked(ReferenceData loaded, String file, Report.Builder report) {
        if (!loaded.geography().isLoaded()) {
            report.finding(aboutFile("I118", file));
        }
        if (!loaded.parties().isLoaded()) {
            report.finding(aboutFile("I208", file));
        }
    }

    private static Finding aboutFile(String rule, String file) {
        return new Finding(rule, Severity.INTERPRETATION, Place.of(file), Optional.empty(), Optional.empty(), Map.of());
    }

    /** One reading of one submission. */
    private final class Pass implements ContestSink {
        private final String file;
        private final ElectorateHistory history = new ElectorateHistory(published);
        private final Surroundings around;
        private final Report.Builder report;
        private final Consumer<CheckedContest> consumer;
        private final Consumer<Finding> found;
        private final Consumer<UnidentifiedContest> unidentified;
        private final RejectedUnits units = new RejectedUnits();
        private final Map<String, Place> seen = new HashMap<>();
        private Predicate<BallotId> wanted = contest -> true;

        private Pass(
                String file,
                ReferenceData reference,
                Report.Builder report,
                Consumer<CheckedContest> consumer,
                Consumer<Finding> found,
                Consumer<UnidentifiedContest> unidentified) {
            this.found = found;
            this.unidentified = unidentified;
            this.file = file;
            this.around = new Surroundings(reference, history);
            this.report = report;
            this.consumer = consumer;
        }

        @Override
        public void finding(Finding finding) {
            report.finding(finding);
            found.accept(finding);
        }

        @Override
        public void unidentified(UnidentifiedContest contest) {
            unidentified.accept(contest);
        }

        @Override
        public void contest(SubmittedContest submitted) {
            SubmittedContest contest = underItsFirstIdentifier(submitted);
            if (!wanted.test(contest.result().id())) {
                return;
            }
            Place place = contest.source().place(Part.CONTEST).orElseGet(() -> Place.of(file));
            refuseSecond(contest, place);
            if (contest.supplement()) {
                supplement
                        .join(contest)
                        .ifPresentOrElse(
                                joined -> {
                                    joined.findings().forEach(this::finding);
                                    check(joined.contest(), joined.graph());
                                },
                                () -> finding(Supplement.unpublished(contest, place)));
            } else {
                check(contest, graph(contest.result()));
            }
        }

        private void check(SubmittedContest contest, ContestGraph graph) {
            List<Finding> findings = new ArrayList<>(VALIDATOR.check(contest, graph, around, file));
            coming.of(contest, file).ifPresent(findings::add);
            findings.stream()
                    .filter(finding -> !finding.rule().equals(RejectedUnits.RULE))
                    .forEach(report::finding);
            units.note(contest.result(), findings);
            remember(contest.result(), graph);
            SummaryCount.count(contest.result(), report);
            consumer.accept(new CheckedContest(contest, graph, findings));
        }

        private ContestGraph graph(ContestResult result) {
            ContestGraph graph = mapper.map(result);
            List<Triple> earlier = results.of(result.id());
            return earlier.isEmpty() ? graph : mapper.map(result, KeptKeys.of(earlier, graph));
        }

        private void remember(ContestResult result, ContestGraph graph) {
            history.add(
                    graph.electoralArea().getURI(),
                    Vocabulary.code("office", result.office().notation()).getURI(),
                    result.pollingDate(),
                    result.account().electorate());
        }

        private SubmittedContest underItsFirstIdentifier(SubmittedContest contest) {
            ContestIdentity identity = contest.result().identity();
            Optional<BallotId> first = known.contestOf(identity);
            return first.isEmpty() || first.get().equals(contest.result().id())
                    ? contest
                    : contest.withResult(contest.result().withId(first.get()));
        }

        /** Two contests of one file cannot have one identifier: the second would replace the first. */
        private void refuseSecond(SubmittedContest contest, Place place) {
            String id = contest.result().id().value();
            Place first = seen.putIfAbsent(id, place);
            if (first != null) {
                Map<String, String> details = Map.of(
                        "contest", id, "row", Integer.toString(first.row().orElse(0)));
                finding(new Finding("F109", Severity.VIOLATION, place, Optional.of(id), Optional.empty(), details));
            }
        }
    }
}
