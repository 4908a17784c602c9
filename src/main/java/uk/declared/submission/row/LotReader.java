package uk.declared.submission.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import uk.declared.election.Candidacy;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;

/**
 * Sees that a lot decided where the source does not say so: candidates with equal votes at the last seat, of whom some
 * are elected and others not. By law nothing else can part them.
 */
final class LotReader {
    private final Consumer<Finding> findings;

    LotReader(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** The candidacies, those won by lot marked; a file that has a word on lots is left to say it. */
    List<Candidacy> read(List<TableRow> rows, List<Candidacy> candidacies) {
        OptionalInt fewest = votes(candidacies, true).min();
        OptionalInt most = votes(candidacies, false).max();
        boolean said = rows.stream().anyMatch(row -> row.has(Column.DECIDED_BY_LOT));
        if (said || fewest.isEmpty() || !fewest.equals(most)) {
            return candidacies;
        }
        List<Candidacy> read = new ArrayList<>();
        for (int i = 0; i < candidacies.size(); i++) {
            Candidacy candidacy = candidacies.get(i);
            boolean byLot = candidacy.votes().equals(fewest)
                    && candidacy.elected().filter(elected -> elected).isPresent();
            read.add(byLot ? candidacy.wonByLot() : candidacy);
            if (byLot) {
                Cell cell = rows.get(i).cell(Column.ELECTED);
                findings.accept(new Finding(
                        "I087",
                        Severity.INTERPRETATION,
                        cell.place(),
                        Optional.empty(),
                        Optional.of(cell.text()),
                        Map.of(
                                "candidate",
                                candidacy.nameOnBallotPaper(),
                                "votes",
                                Integer.toString(fewest.getAsInt()))));
            }
        }
        return List.copyOf(read);
    }

    private static IntStream votes(List<Candidacy> candidacies, boolean ofElected) {
        return candidacies.stream()
                .filter(candidacy -> candidacy.elected().equals(Optional.of(ofElected)))
                .filter(candidacy -> candidacy.votes().isPresent())
                .mapToInt(candidacy -> candidacy.votes().getAsInt());
    }
}
