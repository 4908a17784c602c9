package uk.declared.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A layout of tables with a row for every candidacy, each of which our readers take back. */
public enum CsvLayout {
    /** Declared's own template, which says nearly everything. */
    TEMPLATE("template", TemplateColumns::of),
    /** The Local Government Association's “Election Results”. */
    LGA("lga", stages -> LgaColumns.all()),
    /** Democracy Club's table of candidates. */
    DEMOCRACY_CLUB("democracy-club", stages -> DemocracyClubColumns.all());

    private final String id;
    private final IntFunction<List<CsvColumn>> columns;

    CsvLayout(String id, IntFunction<List<CsvColumn>> columns) {
        this.id = id;
        this.columns = columns;
    }

    /** The name by which addresses and commands know it. */
    public String id() {
        return id;
    }

    /** The layout of a name. */
    public static Optional<CsvLayout> of(String id) {
        return Arrays.stream(values()).filter(layout -> layout.id.equals(id)).findFirst();
    }

    /** The headings, those of the stages of counts left out. */
    public List<String> headings() {
        return columns(0).stream().map(CsvColumn::heading).toList();
    }

    /** @param stages how many stages the longest count of the table has, 0 where there is none */
    List<CsvColumn> columns(int stages) {
        return columns.apply(stages);
    }
}
