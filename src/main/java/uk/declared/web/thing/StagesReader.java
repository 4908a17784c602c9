package uk.declared.web.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.StagesView.Cell;
import uk.declared.web.thing.StagesView.Column;
import uk.declared.web.thing.StagesView.Line;
import uk.declared.web.vocabulary.Vocabularies;

/** Reads the stages of a count. Figures stand as the source has them: nothing is filled in. */
final class StagesReader {
    private static final Cell EMPTY = new Cell("", Optional.empty(), Optional.empty());

    private final Wording wording;
    private final Vocabularies vocabularies;
    private final LocalPaths paths;
    private int places;

    StagesReader(Wording wording, Vocabularies vocabularies, LocalPaths paths) {
        this.wording = wording;
        this.vocabularies = vocabularies;
        this.paths = paths;
    }

    /** The table; absent where no stages are known. */
    Optional<StagesView> of(Facts contest) {
        List<Facts> stages = contest.parts("countStage").stream()
                .sorted(Comparator.comparing(
                        stage -> stage.integer("stageNumber").orElse(0)))
                .toList();
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        boolean parts = stages.stream()
                .flatMap(stage -> stage.parts("tally").stream())
                .flatMap(tally -> tally.decimal("tallyVotes").stream())
                .anyMatch(votes -> votes.stripTrailingZeros().scale() > 0);
        places = parts ? 2 : 0;
        List<Map<Node, Cell>> tallies = stages.stream().map(this::tallies).toList();
        List<Line> lines = new ArrayList<>();
        contest.parts("candidacy").stream()
                .sorted(ContestSummary.ORDER)
                .map(candidacy -> new Line(
                        paths.link(candidacy.thing(), candidacy.label()).label(),
                        tallies.stream()
                                .map(stage -> stage.getOrDefault(candidacy.thing(), EMPTY))
                                .toList()))
                .forEach(lines::add);
        if (stages.stream().anyMatch(stage -> stage.one("nonTransferable").isPresent())) {
            lines.add(new Line(
                    wording.text("contest.stages.non-transferable"),
                    stages.stream()
                            .map(stage -> new Cell(
                                    votes(stage.decimal("nonTransferable")), Optional.empty(), Optional.empty()))
                            .toList()));
        }
        return Optional.of(new StagesView(
                contest.decimal("quota").map(wording::votes),
                withoutQuota(contest, stages),
                picture(contest, stages),
                stages.stream().map(this::column).toList(),
                lines));
    }

    /** Who was elected although no stage shows the quota for them: no more were left than seats, or the source left off. */
    private Optional<String> withoutQuota(Facts contest, List<Facts> stages) {
        Optional<BigDecimal> quota = contest.decimal("quota");
        List<String> names = contest.parts("candidacy").stream()
                .filter(candidacy -> candidacy.bool("elected").orElse(false))
                .filter(candidacy -> quota.isPresent()
                        && votes(candidacy, stages).stream()
                                .flatMap(Optional::stream)
                                .allMatch(votes -> votes.compareTo(quota.get()) < 0))
                .sorted(ContestSummary.ORDER)
                .map(Facts::label)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.text("contest.stages.without-quota", names.size(), wording.list(names)));
    }

    private StagesPicture picture(Facts contest, List<Facts> stages) {
        return StagesPicture.of(
                contest.decimal("quota"),
                stages.size(),
                contest.parts("candidacy").stream()
                        .sorted(ContestSummary.ORDER)
                        .map(candidacy -> new StagesPicture.Drawn(
                                candidacy.label(),
                                candidacy
                                        .one("party")
                                        .map(Uris::lastPart)
                                        .map(PartyColours::of)
                                        .orElse(PartyColours.OTHERS),
                                votes(candidacy, stages)))
                        .toList());
    }

    /** A candidate's votes at each stage. */
    private static List<Optional<BigDecimal>> votes(Facts candidacy, List<Facts> stages) {
        return stages.stream()
                .map(stage -> stage.parts("tally").stream()
                        .filter(tally -> tally.one("tallyFor").equals(Optional.of(candidacy.thing())))
                        .findFirst()
                        .flatMap(tally -> tally.decimal("tallyVotes")))
                .toList();
    }

    private Column column(Facts stage) {
        String number = wording.text(
                "contest.stages.stage", stage.integer("stageNumber").orElse(0));
        return new Column(number, stage.part("stageKind").map(kind -> what(kind.lastPart(), stage)));
    }

    /** What happened; the word alone where the source does not tell whose votes moved. */
    private String what(String kind, Facts stage) {
        String whose = stage.part("transferFrom").map(Facts::label).orElse("");
        return switch (kind) {
            case "surplus" -> wording.text("contest.stages.surplus", whose).strip();
            case "exclusion" -> wording.text("contest.stages.exclusion", whose).strip();
            default -> wording.text("contest.stages.first-preferences");
        };
    }

    private Map<Node, Cell> tallies(Facts stage) {
        Map<Node, Cell> cells = new HashMap<>();
        for (Facts tally : stage.parts("tally")) {
            tally.one("tallyFor").ifPresent(whose -> cells.put(whose, cell(tally)));
        }
        return cells;
    }

    private Cell cell(Facts tally) {
        return new Cell(
                votes(tally.decimal("tallyVotes")),
                tally.decimal("transfer")
                        .filter(moved -> moved.signum() != 0)
                        .map(moved -> (moved.signum() > 0 ? "+" : "\u2212") + wording.votes(moved.abs(), places)),
                tally.one("outcome").map(outcome -> vocabularies.label(outcome, wording.locale())));
    }

    private String votes(Optional<BigDecimal> number) {
        return number.map(votes -> wording.votes(votes, places)).orElse("");
    }
}
