package uk.declared.submission.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.report.Severity;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.rdf.RdfValues.Found;
import uk.declared.submission.rdf.RdfValues.Reach;

/** Takes the stages of a count, and what each candidacy had at them, into the columns that a table has for them. */
final class RdfStages {
    private final RdfValues values;

    RdfStages(RdfValues values) {
        this.values = values;
    }

    /**
     * The stages' figures of every candidacy; those of the votes that could no longer be transferred are with the first.
     *
     * @param candidates what was read of each candidacy, to which the outcomes are added
     */
    List<Map<StageColumn, String>> read(
            RdfTerm contest, List<RdfTerm> candidacies, List<Map<Column, Found>> candidates) {
        List<Map<StageColumn, String>> figures = new ArrayList<>();
        candidacies.forEach(candidacy -> figures.add(new TreeMap<>()));
        for (Statement statement : values.things(contest, RdfNames.le("countStage"))) {
            RdfTerm stage = statement.object();
            values.reach(stage, Reach.OWN);
            Optional<Found> number = values.one(stage, RdfNames.le("stageNumber"), Type.INTEGER);
            if (number.isEmpty()) {
                values.missing(stage, RdfNames.le("stageNumber"));
                continue;
            }
            Optional<Integer> read = stageNumber(number.get());
            if (read.isPresent() && !figures.isEmpty()) {
                stage(stage, number.get(), read.get(), candidacies, candidates, figures);
            }
        }
        return figures;
    }

    private Optional<Integer> stageNumber(Found number) {
        String text = number.text();
        boolean possible = text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= StageColumn.MOST_STAGES;
        if (!possible) {
            values.report(
                    "F026",
                    Severity.VIOLATION,
                    number.place(),
                    text,
                    Map.of("most", Integer.toString(StageColumn.MOST_STAGES)));
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }

    private void stage(
            RdfTerm stage,
            Found numberSaid,
            int number,
            List<RdfTerm> candidacies,
            List<Map<Column, Found>> candidates,
            List<Map<StageColumn, String>> figures) {
        values.one(stage, RdfNames.le("nonTransferable"), Type.DECIMAL)
                .ifPresent(
                        lost -> put(figures.get(0), new StageColumn(StageColumn.Kind.NON_TRANSFERABLE, number), lost));
        for (Statement statement : values.things(stage, RdfNames.le("tally"))) {
            RdfTerm tally = statement.object();
            values.reach(tally, Reach.OWN);
            Optional<Found> of = values.one(tally, RdfNames.le("tallyFor"), Type.THING);
            int index = of.map(found -> candidacies.indexOf(found.term())).orElse(-1);
            if (index < 0) {
                values.missing(tally, RdfNames.le("tallyFor"));
                continue;
            }
            values.one(tally, RdfNames.le("tallyVotes"), Type.DECIMAL)
                    .ifPresent(
                            votes -> put(figures.get(index), new StageColumn(StageColumn.Kind.TOTAL, number), votes));
            values.one(tally, RdfNames.le("transfer"), Type.DECIMAL)
                    .ifPresent(votes ->
                            put(figures.get(index), new StageColumn(StageColumn.Kind.TRANSFER, number), votes));
            values.code(tally, Column.OUTCOME.property(), "outcome").ifPresent(outcome -> {
                candidates.get(index).put(Column.OUTCOME, outcome);
                candidates.get(index).put(Column.OUTCOME_STAGE, numberSaid);
            });
        }
    }

    /** Two figures for one thing cannot both be right. */
    private void put(Map<StageColumn, String> into, StageColumn column, Found figure) {
        String before = into.putIfAbsent(column, figure.text());
        if (before != null && !before.equals(figure.text())) {
            values.disagree(
                    figure,
                    new Found(figure.term(), before, figure.place()),
                    RdfNames.le(column.kind().property()));
        }
    }
}
