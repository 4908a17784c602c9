package uk.declared.web.thing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import uk.declared.export.CsvLayout;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;
import uk.declared.web.table.TableFile;
import uk.declared.web.thing.ContestView.Part;
import uk.declared.web.thing.ContestView.Parts;

/** Reads what was counted in each counting area. The last row is the whole as it is declared, never a sum. */
final class PartsReader {
    /** Figures of the account that are shown beside the votes where any area has them. */
    private static final List<String> FIGURES = List.of("electorate", "ballotPapersCast", "rejectedBallotPapers");

    private final Wording wording;
    private final LocalPaths paths;

    PartsReader(Wording wording, LocalPaths paths) {
        this.wording = wording;
        this.paths = paths;
    }

    /** The table; absent where no counting areas are known. */
    Optional<Parts> of(Facts contest) {
        List<Facts> parts = contest.parts("partialResult").stream()
                .sorted(Comparator.comparing(Facts::label))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Facts> candidacies =
                contest.parts("candidacy").stream().sorted(ContestSummary.ORDER).toList();
        List<String> figures = FIGURES.stream()
                .filter(figure ->
                        parts.stream().anyMatch(part -> part.one(figure).isPresent()))
                .toList();
        boolean isWhole = candidacies.stream()
                .anyMatch(candidacy -> candidacy.one("votes").isPresent());
        List<Part> rows = new ArrayList<>();
        parts.forEach(part ->
                rows.add(new Part(part.label(), false, figures(part, candidacies, figures, PartsReader::votes))));
        if (isWhole) {
            rows.add(new Part(
                    wording.text("contest.parts.whole"),
                    true,
                    figures(contest, candidacies, figures, (whole, candidacy) -> candidacy.decimal("votes"))));
        }
        return Optional.of(new Parts(
                soFar(parts, isWhole),
                Stream.concat(
                                candidacies.stream().map(Facts::label),
                                figures.stream().map(figure -> wording.text("account." + figure)))
                        .toList(),
                rows,
                paths.to(contest.thing()) + TableFile.SUFFIX + "?layout=" + CsvLayout.PARTS.id()));
    }

    /** How many areas there are is known where those that are awaited are named. */
    private String soFar(List<Facts> parts, boolean isWhole) {
        long counted =
                parts.stream().filter(part -> part.one("tally").isPresent()).count();
        if (counted < parts.size()) {
            return wording.text("contest.parts.so-far", counted, parts.size());
        }
        return isWhole ? "" : wording.text("contest.parts.no-whole", counted);
    }

    private List<String> figures(
            Facts of,
            List<Facts> candidacies,
            List<String> figures,
            BiFunction<Facts, Facts, Optional<BigDecimal>> votes) {
        boolean awaited = of.one("countingArea").isPresent() && of.one("tally").isEmpty();
        String none = wording.text(awaited ? "missing.awaited" : "not-stated");
        return Stream.concat(
                        candidacies.stream().map(candidacy -> votes.apply(of, candidacy)),
                        figures.stream().map(of::decimal))
                .map(number -> number.map(wording::votes).orElse(none))
                .toList();
    }

    private static Optional<BigDecimal> votes(Facts part, Facts candidacy) {
        return part.parts("tally").stream()
                .filter(tally -> tally.one("tallyFor").equals(Optional.of(candidacy.thing())))
                .findFirst()
                .flatMap(tally -> tally.decimal("tallyVotes"));
    }
}
