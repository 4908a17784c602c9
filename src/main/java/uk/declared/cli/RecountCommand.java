package uk.declared.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.count.CountComparison;
import uk.declared.count.CountMatch;
import uk.declared.election.ContestResult;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.TextReport;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.SubmissionReader;

/** Counts ballot papers by preference again and compares the stages with those that were declared. */
@Command(
        name = "recount",
        description =
                "Counts ballot papers by preference (a BLT file) by the Scottish rules and compares every stage with a"
                        + " declared count. Exit code 0: they agree; 1: they differ; 2: unreadable.")
final class RecountCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PAPERS", description = "The ballot papers.")
    private Path papers = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "DECLARED",
            description =
                    "A file with the declared count, in any format that has stages; it may hold other contests too.")
    private Path declared = Path.of("");

    @Option(names = "--council", paramLabel = "SLUG", required = true, description = "The council.")
    private String council = "";

    @Option(names = "--date", paramLabel = "D", required = true, description = "The polling day (such as 2022-05-05).")
    private LocalDate pollingDate = LocalDate.EPOCH;

    @Option(
            names = "--within",
            paramLabel = "VOTES",
            defaultValue = "0",
            description = "By how many votes figures may differ, for a source that rounds. Default: 0.")
    private BigDecimal within = BigDecimal.ZERO;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ContestResult recounted = read(papers).stream()
                    .filter(result -> result.count().isPresent())
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("There are no ballot papers in " + papers + "."));
            List<ContestResult> candidates = read(declared).stream()
                    .filter(result -> result.count().isPresent())
                    .toList();
            ContestResult same = CountMatch.sameContest(recounted, candidates)
                    .orElseThrow(() -> new RefusedException("No contest in " + declared
                            + " has stages and the candidates of "
                            + recounted.area().name() + ": "
                            + String.join(
                                    ", ",
                                    recounted.candidacies().stream()
                                            .map(candidacy -> candidacy.nameOnBallotPaper())
                                            .toList())
                            + "."));
            return compare(recounted, same, out);
        } catch (UnreadableSubmissionException e) {
            out.print(new TextReport(Locale.getDefault()).write(Report.unreadable(e.finding())));
            return ExitCode.UNREADABLE;
        } finally {
            out.flush();
        }
    }

    private int compare(ContestResult recounted, ContestResult same, PrintWriter out) {
        Optional<CountComparison.Difference> difference = CountComparison.firstDifference(
                recounted.count().orElseThrow(),
                CountMatch.inOrderOf(recounted, same).orElseThrow(),
                within);
        if (difference.isEmpty()) {
            out.printf(
                    Locale.UK,
                    "%s: the ballot papers counted again give the declared count, %d stages.%n",
                    recounted.area().name(),
                    recounted.count().orElseThrow().stages().size());
            return ExitCode.CONFORMS;
        }
        out.printf(
                Locale.UK,
                "%s: the counts differ first %s.%n",
                recounted.area().name(),
                words(difference.get(), recounted));
        return ExitCode.VIOLATIONS;
    }

    private static String words(CountComparison.Difference difference, ContestResult recounted) {
        String what = difference.subject().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String stage =
                difference.stage().map(number -> "at stage " + number + ", ").orElse("");
        String whose = difference
                .candidacy()
                .map(index -> " of " + recounted.candidacies().get(index).nameOnBallotPaper())
                .orElse("");
        return stage + "in the " + what + whose + ": counted again " + difference.one() + ", declared "
                + difference.other();
    }

    private List<ContestResult> read(Path file) throws UnreadableSubmissionException {
        List<ContestResult> results = new ArrayList<>();
        ReadOptions options =
                new ReadOptions(Optional.empty(), Optional.of(council), Optional.of(pollingDate), List.of());
        SubmissionReader.read(Submission.open(file), options, ReferenceData.NONE, new ContestSink() {
            @Override
            public void contest(SubmittedContest contest) {
                results.add(contest.result());
            }

            @Override
            public void finding(Finding finding) {
                // What there is to say about the files themselves is for `declared validate`.
            }
        });
        return results;
    }
}
