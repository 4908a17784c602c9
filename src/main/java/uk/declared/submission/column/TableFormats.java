package uk.declared.submission.column;

import java.util.List;
import uk.declared.format.Format;

/** The tables that are known. */
public final class TableFormats {
    /** The Local Government Association's “Election Results”: docs/formats/lga.md. */
    public static final TableFormat LGA = TableFormat.of(Format.of("lga"));

    /** Declared's own template: docs/template.md. */
    public static final TableFormat TEMPLATE = TableFormat.of(Format.TEMPLATE);

    /** Figures that come later, a row for every contest and no candidates: docs/template.md. */
    private static final TableFormat SUPPLEMENT = TableFormat.of(Format.of(TableFormat.SUPPLEMENT));

    /** The template with rows for counting areas beside those of the whole: docs/template.md. */
    private static final TableFormat PARTS = TableFormat.of(Format.PARTS);

    /** Democracy Club's exports of candidates and results: docs/formats/democracy-club.md. */
    public static final TableFormat DEMOCRACY_CLUB = TableFormat.of(Format.of("democracy-club"));

    /** Counts by the single transferable vote with every stage: docs/formats/stv.md. */
    static final TableFormat STV_STAGES = TableFormat.of(Format.of("stv-stages"));

    /** All of them, in the order in which they are tried. */
    public static final List<TableFormat> ALL = List.of(LGA, SUPPLEMENT, TEMPLATE, PARTS, DEMOCRACY_CLUB, STV_STAGES);

    private TableFormats() {}
}
