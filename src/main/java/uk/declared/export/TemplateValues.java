package uk.declared.export;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import uk.declared.election.GssCode;
import uk.declared.format.Format;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** What is worked out for Declared's own template (docs/template.md), and the stages of counts. */
final class TemplateValues {
    static final Map<String, Function<Line, Optional<String>>> ALL = Map.ofEntries(
            Map.entry("council", TemplateValues::council),
            Map.entry(
                    "elected_body_name",
                    line -> line.isOfCouncil() || line.isOffice("mp") ? Optional.empty() : line.bodyName()),
            Map.entry("elected_body_code", TemplateValues::bodyCode),
            Map.entry("area_code", line -> line.ofContest("statisticalGeography")),
            Map.entry("vacancy_reason", TemplateValues::vacancyReason),
            Map.entry("party_id", line -> line.ofCandidacy("party")),
            Map.entry(
                    "outcome",
                    line -> decidingTally(line).flatMap(tally -> line.contest().text(tally, "outcome"))),
            Map.entry("outcome_stage", line -> decidingTally(line).flatMap(tally -> stageOf(line, tally))),
            // By these a table is joined with everything else that is said of a contest and a candidacy.
            Map.entry(
                    "contest_uri", line -> Optional.of(line.contest().contest().getURI())),
            Map.entry("candidacy_uri", line -> Optional.of(line.candidacy().getURI())));

    /** The same of a counting area. Who was elected is said of the whole alone. */
    static final Map<String, Function<Line, Optional<String>>> OF_PARTS = ofParts();

    private TemplateValues() {}

    private static Map<String, Function<Line, Optional<String>>> ofParts() {
        Map<String, Function<Line, Optional<String>>> values = new HashMap<>(ALL);
        values.put(
                "counting_area_code",
                line -> line.countingArea()
                        .map(Uris::lastPart)
                        .filter(code -> GssCode.parse(code).isPresent()));
        values.put("counting_area_name", line -> line.countingArea().flatMap(line.contest()::label));
        values.put(
                "votes",
                line -> line.tally()
                        .flatMap(tally -> line.contest().text(tally, "tallyVotes"))
                        .map(votes -> new BigDecimal(votes).stripTrailingZeros().toPlainString()));
        List.of("elected", "decided_by_lot", "quota", "outcome", "outcome_stage")
                .forEach(ofTheWhole -> values.put(ofTheWhole, line -> Optional.empty()));
        values.put("part_uri", line -> line.part().map(Node::getURI));
        values.put("tally_uri", line -> line.tally().map(Node::getURI));
        return values;
    }

    /** The columns of a stage, counted from 1. */
    static List<CsvColumn> ofStage(int number) {
        return Format.STAGES.columns().stream()
                .map(column -> new CsvColumn(column.name() + "_" + number, atStage(number, column.name())))
                .toList();
    }

    private static Function<Line, Optional<String>> atStage(int number, String column) {
        if (column.equals("non_transferable")) {
            return line ->
                    line.contest().stage(number).flatMap(stage -> line.contest().text(stage, "nonTransferable"));
        }
        String property = column.equals("total") ? "tallyVotes" : column;
        return line -> line.contest()
                .stage(number)
                .flatMap(stage -> line.contest().tally(stage, line.candidacy()))
                .flatMap(tally -> line.contest().text(tally, property));
    }

    /** The council elected to, by its short name; at elections to another body the council that declares the result. */
    private static Optional<String> council(Line line) {
        Optional<Node> council = line.isOfCouncil() ? line.contest().body() : line.publisher();
        return council.map(ContestFacts::lastPart);
    }

    /** A mayor's authority is known by its short name, another body by the code of its area. */
    private static Optional<String> bodyCode(Line line) {
        if (line.isOfCouncil() || line.isOffice("mp")) {
            return Optional.empty();
        }
        return line.contest().body().flatMap(body -> line.contest().text(body, "governs"));
    }

    private static Optional<String> vacancyReason(Line line) {
        return line.contest()
                .one(line.contest().contest(), Vocabulary.term("vacancy"))
                .flatMap(vacancy -> line.contest().text(vacancy, "vacancyReason"));
    }

    private static Optional<Node> decidingTally(Line line) {
        ContestFacts contest = line.contest();
        return contest.graph().stream(Node.ANY, Vocabulary.term("tallyFor"), line.candidacy())
                .map(triple -> triple.getSubject())
                .filter(tally -> contest.text(tally, "outcome").isPresent())
                .findFirst();
    }

    private static Optional<String> stageOf(Line line, Node tally) {
        return line.contest().graph().stream(Node.ANY, Vocabulary.term("tally"), tally)
                .map(triple -> triple.getSubject())
                .findFirst()
                .flatMap(stage -> line.contest().text(stage, "stageNumber"));
    }
}
