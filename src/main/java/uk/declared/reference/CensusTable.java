package uk.declared.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Uris;

/**
 * A table of the census, or of other counts by area, at any level that has codes:
 *
 * <ol>
 *   <li>a first reading checks every figure and gathers the categories,
 *   <li>a second makes the observations, one row at a time.
 * </ol>
 *
 * A figure that is blank or marked as withheld is absent. Two figures for the same thing refuse the table.
 */
final class CensusTable implements ReferenceRelease {
    private static final Set<String> WITHHELD =
            Set.of("", "-", "..", ":", "c", "x", "*", "na", "n/a", "[c]", "[x]", "[z]", "[u]");
    private static final int MOST_CATEGORIES = 5_000;

    /** One figure. */
    record Figure(String area, String period, List<String> categories, String unit, String measure, BigDecimal value) {}

    private final ReferenceTable table;
    private final CensusLayout layout;
    private final String name;
    private final Reading reading;

    private CensusTable(ReferenceTable table, CensusLayout layout, String name, Reading reading) {
        this.table = table;
        this.layout = layout;
        this.name = name;
        this.reading = reading;
    }

    static boolean recognises(ReferenceTable table) {
        return CensusLayout.of(table).isPresent();
    }

    static CensusTable read(ReferenceTable table, String file) throws UnreadableReferenceException {
        CensusLayout layout = CensusLayout.of(table).orElseThrow();
        Reading reading = new Reading(layout);
        table.forEach(reading::take);
        if (reading.figures == 0) {
            throw new UnreadableReferenceException(
                    table.part().label()
                            + " holds no figure for an area with a code such as E05000819. Choose a table by area, with codes.");
        }
        String part = table.part().table();
        String text = (part.isEmpty() ? file : part).replaceFirst("^.*/", "").replaceFirst("\\.[A-Za-z]{1,8}$", "");
        String slug = Slug.of(text.replace('_', '-').replace('.', '-'));
        return new CensusTable(table, layout, slug.isEmpty() ? "table" : slug, reading);
    }

    /**
     * A table that is sent again under its name takes the place of the one before. Another council's table can have
     * the same name, so the lowest code of its areas is part of it. Nomis's layout is the Office's own; whose a
     * table in the long one is, it does not say.
     */
    @Override
    public Facts facts() {
        return Facts.of(
                        ReferenceKind.CENSUS,
                        name + "-" + reading.lowest.toLowerCase(Locale.ROOT),
                        reading.figures,
                        "figures")
                .table(table.part().table())
                .from(layout.longColumns().isPresent() ? Source.UNSTATED : Source.NOMIS);
    }

    /** What it is called: its name in words, and what it says of itself. */
    String title() {
        return name.replace('-', ' ')
                + reading.description().map(text -> " " + text).orElse("");
    }

    @Override
    public List<String> leftOut() {
        List<String> notes = new ArrayList<>();
        if (reading.withoutCode > 0) {
            notes.add(String.format(Locale.UK, "%,d rows without the code of an area.", reading.withoutCode));
        }
        if (reading.withheld > 0) {
            notes.add(String.format(Locale.UK, "%,d figures that are blank or withheld.", reading.withheld));
        }
        return notes;
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        CensusMapper mapper = mapper(uris);
        Stream<Triple> structure = mapper.structure(reading.categories, reading.measures, reading.units).stream();
        return Stream.concat(structure, figures().flatMap(figure -> mapper.observation(figure).stream()));
    }

    CensusMapper mapper(Uris uris) {
        return new CensusMapper(
                uris,
                name(),
                name.replace('-', ' '),
                layout.dimensions(),
                layout.period().isPresent(),
                reading.measures.size() > 1,
                reading.description());
    }

    /** Its figures, one row at a time. */
    Stream<Figure> figures() {
        Iterator<ReferenceTable.Row> rows = table.rows();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .flatMap(row -> figures(row).stream());
    }

    private List<Figure> figures(ReferenceTable.Row row) {
        try {
            return new Reading(layout).figures(row);
        } catch (UnreadableReferenceException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** What a first reading finds. */
    private static final class Reading {
        private final CensusLayout layout;
        private final Map<Integer, Set<String>> categories = new LinkedHashMap<>();
        private final Set<String> measures = new TreeSet<>();
        private final Set<String> units = new TreeSet<>();
        private final Set<String> indicators = new LinkedHashSet<>();
        private final Map<Long, Long> seen = new HashMap<>();
        private String lowest = "";
        private int figures;
        private int withoutCode;
        private int withheld;

        private Reading(CensusLayout layout) {
            this.layout = layout;
        }

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            for (Figure figure : figures(row)) {
                figures++;
                if (lowest.isEmpty() || figure.area().compareTo(lowest) < 0) {
                    lowest = figure.area();
                }
                for (int i = 0; i < figure.categories().size(); i++) {
                    categories
                            .computeIfAbsent(i, missing -> new LinkedHashSet<>())
                            .add(figure.categories().get(i));
                }
                if (categories.values().stream().anyMatch(each -> each.size() > MOST_CATEGORIES)) {
                    throw row.refusal("the table has more than " + MOST_CATEGORIES
                            + " categories in one column, so it is hardly one of counts. Choose another table.");
                }
                addIfThere(measures, figure.measure());
                addIfThere(units, figure.unit());
                Long before = seen.putIfAbsent(key(figure), row.number());
                if (before != null) {
                    throw row.refusal("a second figure for " + figure.area() + ", "
                            + String.join(", ", figure.categories())
                            + "; the first is in row " + before + ". Take the wrong one out.");
                }
            }
            if (layout.longColumns().isPresent()) {
                row.given("indicator").ifPresent(indicators::add);
            }
        }

        /** Two figures with the same key say something of the same thing: 64 bits of their parts. */
        private static long key(Figure figure) {
            String text = figure.area()
                    + '\u0000'
                    + figure.period()
                    + '\u0000'
                    + figure.measure()
                    + '\u0000'
                    + String.join("\u0000", figure.categories());
            long hash = 1_125_899_906_842_597L;
            for (int i = 0; i < text.length(); i++) {
                hash = 31 * hash + text.charAt(i);
            }
            return hash;
        }

        private static void addIfThere(Set<String> texts, String text) {
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }

        /** What the whole table is about, where it says one thing of itself. */
        private Optional<String> description() {
            boolean isCategory = layout.longColumns()
                    .filter(columns -> columns.categories().contains("indicator"))
                    .isPresent();
            return indicators.size() == 1 && !isCategory
                    ? Optional.of(indicators.iterator().next())
                    : Optional.empty();
        }

        private List<Figure> figures(ReferenceTable.Row row) throws UnreadableReferenceException {
            Optional<GssCode> code = GssCode.parse(row.text(layout.code()).toUpperCase(Locale.ROOT));
            if (code.isEmpty()) {
                withoutCode++;
                return List.of();
            }
            String period = period(row);
            List<Figure> found = new ArrayList<>();
            if (layout.longColumns().isPresent()) {
                CensusLayout.Long columns = layout.longColumns().get();
                List<String> categories =
                        columns.categories().stream().map(row::text).toList();
                number(row, row.text(columns.value()))
                        .ifPresent(value -> found.add(new Figure(
                                code.get().value(),
                                period,
                                categories,
                                columns.unit().map(row::text).orElse(""),
                                columns.measure().map(row::text).orElse(""),
                                value)));
                return found;
            }
            for (CensusLayout.Wide column : layout.wide()) {
                Optional<BigDecimal> value = number(row, row.text(column.at()));
                value.ifPresent(figure ->
                        found.add(new Figure(code.get().value(), period, List.of(column.category()), "", "", figure)));
            }
            return found;
        }

        private String period(ReferenceTable.Row row) throws UnreadableReferenceException {
            String text = layout.period().map(row::text).orElse("");
            if (text.matches("[12]\\d{3}") || layout.period().isEmpty()) {
                return text;
            }
            return ReferenceDates.parse(text)
                    .map(LocalDate::toString)
                    .orElseThrow(() ->
                            row.refusal("“" + text + "” is neither a year nor a day. Write it as 2021 or 2021-03-21."));
        }

        private Optional<BigDecimal> number(ReferenceTable.Row row, String text) throws UnreadableReferenceException {
            if (WITHHELD.contains(text.toLowerCase(Locale.ROOT))) {
                withheld++;
                return Optional.empty();
            }
            try {
                return Optional.of(new BigDecimal(text.replace(",", "")));
            } catch (NumberFormatException e) {
                throw row.refusal("“" + text + "” is no number. Leave the cell blank where there is no figure.");
            }
        }
    }
}
