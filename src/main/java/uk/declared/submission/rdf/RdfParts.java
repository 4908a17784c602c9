package uk.declared.submission.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import uk.declared.election.GssCode;
import uk.declared.format.Column;
import uk.declared.format.Column.Type;
import uk.declared.linkeddata.RdfDocument.Statement;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.submission.rdf.RdfValues.Found;
import uk.declared.submission.rdf.RdfValues.Reach;
import uk.declared.submission.text.Texts;

/** Takes what was counted in each counting area into the rows that a table has for it. */
final class RdfParts {
    private final RdfValues values;
    private final BiConsumer<RdfTerm, Map<Column, Found>> rejections;

    /** @param rejections reads the papers rejected by ground */
    RdfParts(RdfValues values, BiConsumer<RdfTerm, Map<Column, Found>> rejections) {
        this.values = values;
        this.rejections = rejections;
    }

    /** What one candidacy had in one counting area, or what is said of an area without any. */
    record Row(RdfTerm subject, Map<Column, Found> said) {}

    /** @param candidates what was read of each candidacy */
    List<Row> read(RdfTerm contest, List<RdfTerm> candidacies, List<Map<Column, Found>> candidates) {
        List<Row> rows = new ArrayList<>();
        for (Statement statement : values.things(contest, RdfNames.le("partialResult"))) {
            RdfTerm part = statement.object();
            values.reach(part, Reach.OWN);
            Map<Column, Found> said = new TreeMap<>();
            area(part, said);
            Column.stated(Column.Scope.CONTEST).stream()
                    .filter(Column::isOfAccount)
                    .forEach(column -> values.one(part, column).ifPresent(found -> said.put(column, found)));
            rejections.accept(part, said);
            List<Statement> tallies = values.things(part, RdfNames.le("tally"));
            tallies.forEach(tally ->
                    tally(tally.object(), candidacies, candidates, said).ifPresent(rows::add));
            if (tallies.isEmpty()) {
                rows.add(new Row(part, said));
            }
        }
        return rows;
    }

    private void area(RdfTerm part, Map<Column, Found> into) {
        Optional<Found> area = values.one(part, RdfNames.le("countingArea"), Type.THING);
        if (area.isEmpty()) {
            values.missing(part, RdfNames.le("countingArea"));
            return;
        }
        Found found = area.get();
        values.reach(found.term(), Reach.SHARED);
        values.one(found.term(), RdfNames.le("statisticalGeography"), Type.THING)
                .or(() -> Optional.of(found))
                .filter(code -> GssCode.parse(Texts.lastPart(code.text())).isPresent())
                .ifPresent(code -> into.put(Column.COUNTING_AREA_CODE, code));
        values.one(found.term(), RdfNames.LABEL, Type.TEXT)
                .or(() -> values.one(part, RdfNames.LABEL, Type.TEXT))
                .or(() -> Optional.of(new Found(found.term(), Texts.lastPart(found.text()), found.place())))
                .ifPresent(name -> into.put(Column.COUNTING_AREA_NAME, name));
    }

    private Optional<Row> tally(
            RdfTerm tally, List<RdfTerm> candidacies, List<Map<Column, Found>> candidates, Map<Column, Found> ofPart) {
        values.reach(tally, Reach.OWN);
        Optional<Found> of = values.one(tally, RdfNames.le("tallyFor"), Type.THING);
        int index = of.map(found -> candidacies.indexOf(found.term())).orElse(-1);
        if (index < 0) {
            values.missing(tally, RdfNames.le("tallyFor"));
            return Optional.empty();
        }
        Map<Column, Found> said = new TreeMap<>(candidates.get(index));
        said.putAll(ofPart);
        said.remove(Column.VOTES);
        values.one(tally, RdfNames.le("tallyVotes"), Type.DECIMAL).ifPresent(votes -> said.put(Column.VOTES, votes));
        return Optional.of(new Row(tally, said));
    }
}
