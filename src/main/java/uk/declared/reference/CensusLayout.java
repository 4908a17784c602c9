package uk.declared.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a table of counts is laid out: with a row for each figure and columns for what it counts, or with a row for each area
 * and a column for each thing counted, as Nomis gives it.
 *
 * @param code the column of the area's code
 * @param period the column of the day or the year, where there is one
 * @param dimensions what the figures are by, as the table calls it
 * @param longColumns the long layout's columns; absent for the wide one
 * @param wide the wide layout's columns of figures; none for the long one
 */
record CensusLayout(
        String code, Optional<String> period, List<String> dimensions, Optional<Long> longColumns, List<Wide> wide) {
    private static final Set<String> CODE = Set.of(
            "geographycode",
            "areacode",
            "gsscode",
            "gss",
            "onscode",
            "mnemonic",
            "wardcode",
            "electoralwardsanddivisionscode",
            "lowerlayersuperoutputareascode");
    private static final Pattern CODE_OF_A_YEAR = Pattern.compile("(wd|lsoa|msoa|lad|oa)\\d{2}cd");
    private static final Set<String> PERIOD = Set.of("date", "period", "year", "time", "referenceperiod");
    private static final Set<String> VALUE = Set.of("value", "observation", "obsvalue", "count");
    private static final Set<String> INDICATOR = Set.of("indicator", "table", "tablename", "variable", "statistic");
    private static final Set<String> MEASURE = Set.of("measure", "measures", "measuretype");
    private static final Set<String> UNIT = Set.of("unit", "units", "unitofmeasure");
    private static final Set<String> OF_THE_AREA =
            Set.of("areaname", "geography", "geographyname", "geographytype", "geographylevel", "name", "wardname");
    private static final Pattern NAME_OF_A_YEAR = Pattern.compile("(wd|lsoa|msoa|lad|oa)\\d{2}nmw?");
    private static final Pattern MEASURES =
            Pattern.compile("\\s*;\\s*measures?\\s*:\\s*(.*)$", Pattern.CASE_INSENSITIVE);

    CensusLayout {
        dimensions = List.copyOf(dimensions);
        wide = List.copyOf(wide);
    }

    /**
     * The columns of the long layout.
     *
     * @param categories the columns of what is counted, one for each dimension
     */
    record Long(String value, List<String> categories, Optional<String> measure, Optional<String> unit) {
        Long {
            categories = List.copyOf(categories);
        }
    }

    /** A column of the wide layout: where it stands and what it counts. */
    record Wide(int at, String category) {}

    /** The layout of a table, by its headings; absent where it is neither. */
    static Optional<CensusLayout> of(ReferenceTable table) {
        Optional<String> code = table.headings().stream()
                .filter(heading -> CODE.contains(heading)
                        || CODE_OF_A_YEAR.matcher(heading).matches())
                .findFirst();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> period = table.firstOf(PERIOD);
        Optional<String> value = table.firstOf(VALUE);
        return value.isPresent()
                ? Optional.of(ofLong(table, code.get(), period, value.get()))
                : ofWide(table, code.get(), period);
    }

    private static CensusLayout ofLong(ReferenceTable table, String code, Optional<String> period, String value) {
        Optional<String> measure = table.firstOf(MEASURE);
        Optional<String> unit = table.firstOf(UNIT);
        Optional<String> indicator = table.firstOf(INDICATOR);
        List<String> categories = new ArrayList<>();
        for (String heading : table.headings()) {
            boolean other = heading.equals(code)
                    || heading.equals(value)
                    || period.filter(heading::equals).isPresent()
                    || measure.filter(heading::equals).isPresent()
                    || unit.filter(heading::equals).isPresent()
                    || indicator.filter(heading::equals).isPresent()
                    || isOfTheArea(heading);
            if (!other && !categories.contains(heading)) {
                categories.add(heading);
            }
        }
        if (categories.isEmpty()) {
            indicator.ifPresent(categories::add);
        }
        List<String> names = categories.stream()
                .map(heading -> words(table.originals().get(table.headings().indexOf(heading))))
                .toList();
        return new CensusLayout(
                code, period, names, Optional.of(new Long(value, categories, measure, unit)), List.of());
    }

    private static Optional<CensusLayout> ofWide(ReferenceTable table, String code, Optional<String> period) {
        List<Integer> columns = new ArrayList<>();
        for (int at = 0; at < table.headings().size(); at++) {
            String heading = table.headings().get(at);
            boolean other = heading.isEmpty()
                    || heading.equals(code)
                    || period.filter(heading::equals).isPresent()
                    || isOfTheArea(heading);
            if (!other) {
                columns.add(at);
            }
        }
        Set<String> beginnings = new LinkedHashSet<>();
        List<String> texts = columns.stream()
                .map(at -> MEASURES.matcher(table.originals().get(at)).replaceFirst(""))
                .toList();
        texts.forEach(text -> beginnings.add(text.contains(": ") ? text.substring(0, text.indexOf(": ")) : ""));
        boolean one = beginnings.size() == 1 && !beginnings.contains("");
        // A table of something else has headings without a colon: a count says what it is of.
        boolean counts = table.originals().stream()
                .anyMatch(heading ->
                        heading.contains(": ") || MEASURES.matcher(heading).find());
        if (columns.isEmpty() || !counts || period.isEmpty()) {
            return Optional.empty();
        }
        List<Wide> wide = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = texts.get(i);
            wide.add(new Wide(columns.get(i), one ? text.substring(text.indexOf(": ") + 2) : text));
        }
        String dimension = one ? words(beginnings.iterator().next()) : "Category";
        return Optional.of(new CensusLayout(code, period, List.of(dimension), Optional.empty(), wide));
    }

    private static boolean isOfTheArea(String heading) {
        return OF_THE_AREA.contains(heading) || NAME_OF_A_YEAR.matcher(heading).matches();
    }

    /** {@code household_tenure} is read “Household tenure”. */
    private static String words(String heading) {
        String text = heading.replace('_', ' ').strip();
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
