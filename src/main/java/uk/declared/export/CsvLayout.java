package uk.declared.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.declared.format.Column;
import uk.declared.format.Format;
import uk.declared.format.FormatColumn;

/**
 * A layout of tables with a row for every candidacy, each of which our readers take back. Its columns are those of its
 * format's file: what a property states needs no more; what is worked out is named here.
 */
public enum CsvLayout {
    /** Declared's own template, which says nearly everything. */
    TEMPLATE("template", TemplateValues.ALL),
    /** What was counted in each counting area; the rows of the whole are the template's. */
    PARTS("parts", TemplateValues.OF_PARTS),
    /** The Local Government Association's “Election Results”. */
    LGA("lga", LgaValues.ALL),
    /** Democracy Club's table of candidates. */
    DEMOCRACY_CLUB("democracy-club", DemocracyClubValues.ALL);

    private final Format format;
    private final Map<String, Function<Line, Optional<String>>> values;

    CsvLayout(String id, Map<String, Function<Line, Optional<String>>> values) {
        this.format = Format.of(id);
        this.values = values;
    }

    /** The name by which addresses and commands know it. */
    public String id() {
        return format.id();
    }

    /** The layout of a name. */
    public static Optional<CsvLayout> of(String id) {
        return Arrays.stream(values()).filter(layout -> layout.id().equals(id)).findFirst();
    }

    /** The headings, those of the stages of counts left out. */
    public List<String> headings() {
        return columns(0).stream().map(CsvColumn::heading).toList();
    }

    /** @param stages how many stages the longest count of the table has, 0 where there is none */
    List<CsvColumn> columns(int stages) {
        List<CsvColumn> columns = new ArrayList<>();
        for (FormatColumn column : format.columns()) {
            Optional.ofNullable(values.get(column.name()))
                    .or(() -> Optional.ofNullable(LineValues.ALL.get(column.name())))
                    .or(() -> column.column().flatMap(CsvLayout::stated))
                    .ifPresent(value -> columns.add(new CsvColumn(column.heading(), value)));
        }
        for (int stage = 2; stage <= stages; stage++) {
            columns.addAll(TemplateValues.ofStage(stage));
        }
        return columns;
    }

    /** What a property says, where the column is its value. */
    private static Optional<Function<Line, Optional<String>>> stated(Column column) {
        if (column.isOfAccount()) {
            return Optional.of(line -> line.ofAccount(column));
        }
        if (!column.isStated()) {
            return Optional.empty();
        }
        return Optional.of(
                column.scope() == Column.Scope.CANDIDACY
                        ? line -> line.ofCandidacy(column.property())
                        : line -> line.ofContest(column.property()));
    }
}
