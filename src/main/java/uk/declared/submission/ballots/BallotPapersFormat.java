package uk.declared.submission.ballots;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.declared.count.Counted;
import uk.declared.count.Lots;
import uk.declared.count.ScottishCount;
import uk.declared.count.Tie;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.TextEncoding;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.row.ContestAssembler;
import uk.declared.submission.row.PathLayout;
import uk.declared.submission.row.TableRow;

/**
 * The ballot papers of one contest by their order of preference, counted by the Scottish rules: docs/formats/stv.md. They
 * name neither council nor polling day; the sender does.
 */
public final class BallotPapersFormat implements SubmissionFormat {
    static final String NAME = "ballot-papers";

    private static final TableFormat FIELDS = new TableFormat(
            NAME,
            "STV ballot papers (BLT)",
            Map.of(
                    "ward", Column.AREA_NAME,
                    "candidate", Column.NAME_ON_BALLOT_PAPER,
                    "party", Column.PARTY_NAME,
                    "votes", Column.VOTES,
                    "elected", Column.ELECTED,
                    "outcome", Column.OUTCOME),
            List.of(),
            List.of(),
            false);

    @Override
    public Map<String, String> names() {
        return Map.of(NAME, FIELDS.title());
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return BallotPapersFile.begins(beginning.text());
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        if (options.council().isEmpty() || options.pollingDate().isEmpty()) {
            String missing = options.council().isEmpty() ? "--council" : "--date";
            throw Submission.unreadable("F049", submission.name(), Map.of("options", missing));
        }
        BallotPapersFile file;
        try (BufferedReader lines =
                new BufferedReader(TextEncoding.of(submission).open(submission))) {
            file = BallotPapersFile.read(submission.name(), lines);
        }
        Counted counted = ScottishCount.of(file.profile(), Lots.NONE);
        if (counted instanceof Counted.Undecided undecided) {
            throw needsLot(submission, file, undecided.tie());
        }
        List<TableRow> rows = rows(submission, file, (Counted.Complete) counted);
        if (file.blank() > 0) {
            sink.finding(new Finding(
                    "I038",
                    Severity.INTERPRETATION,
                    Place.of(submission.name()),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("papers", Integer.toString(file.blank()))));
        }
        new ContestAssembler(FIELDS, options, reference, sink::finding)
                .assemble(rows)
                .ifPresentOrElse(
                        contest -> {
                            sink.finding(new Finding(
                                    "I059",
                                    Severity.INTERPRETATION,
                                    Place.of(submission.name()),
                                    Optional.of(contest.result().id().value()),
                                    Optional.empty(),
                                    Map.of(
                                            "area",
                                            contest.result().area().name(),
                                            "papers",
                                            Integer.toString(file.profile().valid()))));
                            sink.contest(contest);
                        },
                        () -> sink.unidentified(TableRow.unidentified(rows)));
    }

    private static UnreadableSubmissionException needsLot(Submission submission, BallotPapersFile file, Tie tie) {
        String names = tie.candidates().stream()
                .map(candidate -> file.candidates().get(candidate).name())
                .collect(Collectors.joining(", "));
        return Submission.unreadable(
                "F058", submission.name(), Map.of("stage", Integer.toString(tie.stage()), "candidates", names));
    }

    private static List<TableRow> rows(Submission submission, BallotPapersFile file, Counted.Complete counted) {
        Place whole = Place.of(submission.name());
        Map<Column, String> contest = new TreeMap<>();
        contest.put(Column.AREA_NAME, ward(file.title()));
        contest.put(Column.SEATS, Integer.toString(file.profile().seats()));
        contest.put(Column.VALID_BALLOT_PAPERS, Integer.toString(file.profile().valid()));
        contest.put(Column.VOTING_SYSTEM, "single-transferable-vote");
        contest.put(
                Column.QUOTA,
                counted.count().quota().map(BigDecimal::toPlainString).orElse(""));
        Map<Column, Place> places = new HashMap<>();
        contest.keySet().forEach(column -> places.put(column, whole));
        places.put(Column.AREA_NAME, whole.atRow(file.titleLine()));
        PathLayout layout = new PathLayout(
                places,
                file.candidates().stream()
                        .map(candidate -> Map.<Column, Place>of())
                        .toList(),
                file.candidates().stream()
                        .map(candidate -> whole.atRow(candidate.line()))
                        .toList());
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < file.candidates().size(); i++) {
            rows.add(row(layout, i, contest, file.candidates().get(i), counted));
        }
        return rows;
    }

    private static TableRow row(
            PathLayout layout,
            int index,
            Map<Column, String> contest,
            BallotPapersFile.Candidate candidate,
            Counted.Complete counted) {
        Map<Column, String> values = new TreeMap<>(contest);
        values.put(Column.NAME_ON_BALLOT_PAPER, candidate.name());
        candidate.party().ifPresent(party -> values.put(Column.PARTY_NAME, party));
        values.put(Column.ELECTED, counted.elected().contains(index) ? "yes" : "no");
        Map<StageColumn, String> stages = new TreeMap<>();
        for (CountStage stage : counted.count().stages()) {
            tally(stage, index).ifPresent(tally -> note(tally, stage.number(), values, stages));
            stage.nonTransferable()
                    .ifPresent(lost -> stages.put(
                            new StageColumn(StageColumn.Kind.NON_TRANSFERABLE, stage.number()), lost.toPlainString()));
        }
        return new TableRow(layout, index + 1, values, stages);
    }

    private static Optional<Tally> tally(CountStage stage, int candidacy) {
        return stage.tallies().stream()
                .filter(tally -> tally.candidacy() == candidacy)
                .findFirst();
    }

    private static void note(Tally tally, int stage, Map<Column, String> values, Map<StageColumn, String> stages) {
        if (stage == 1) {
            tally.votes()
                    .ifPresent(votes ->
                            values.put(Column.VOTES, votes.toBigInteger().toString()));
        } else {
            tally.votes()
                    .ifPresent(
                            votes -> stages.put(new StageColumn(StageColumn.Kind.TOTAL, stage), votes.toPlainString()));
            tally.transfer()
                    .ifPresent(votes ->
                            stages.put(new StageColumn(StageColumn.Kind.TRANSFER, stage), votes.toPlainString()));
        }
        tally.outcome().ifPresent(outcome -> {
            values.put(Column.OUTCOME, outcome.notation());
            values.put(Column.OUTCOME_STAGE, Integer.toString(stage));
        });
    }

    /** Titles often begin with the ward's number, which is no part of its name. */
    private static String ward(String title) {
        return title.replaceFirst("(?i)^ward\\s*\\d+\\s*[-\u2013:.]?\\s*(?=\\S)", "");
    }
}
