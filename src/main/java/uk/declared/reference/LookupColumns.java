package uk.declared.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns of a lookup are of which level, by the shape of their headings: letters for the level, two digits for the
 * year, where there are any, and {@code CD} for a code or {@code NM}, {@code NMW}, {@code NMG} for a name in English, Welsh
 * or Gaelic, such as {@code WD25CD}. Any year, and any order.
 */
final class LookupColumns {
    /** The district that took the place of one that ended, in tables that look back. */
    static final String ACTIVE_DISTRICT = "ladcdactive";

    static final String ACTIVE_DISTRICT_NAME = "ladnmactive";

    private static final Pattern SHAPE = Pattern.compile("([a-z]+?)(\\d{2})?(cd|nm|nmw|nmg)");
    private static final Map<String, String> LANGUAGES = Map.of("nm", "en", "nmw", "cy", "nmg", "gd");

    private final Map<AreaLevel, Column> columns;

    private LookupColumns(Map<AreaLevel, Column> columns) {
        this.columns = columns;
    }

    /** The column of a level's codes, its year where there is one, and the columns of its names by language. */
    private record Column(String code, Optional<Integer> year, Map<String, String> names) {}

    /** The columns of a table; absent where it is no lookup: where it has not two levels of which one lies in the other. */
    static Optional<LookupColumns> of(ReferenceTable table) {
        Map<AreaLevel, List<Column>> found = new EnumMap<>(AreaLevel.class);
        for (String heading : table.headings()) {
            Matcher shape = SHAPE.matcher(heading);
            if (shape.matches() && shape.group(3).equals("cd")) {
                AreaLevel.of(shape.group(1))
                        .ifPresent(level -> found.computeIfAbsent(level, missing -> new ArrayList<>())
                                .add(new Column(
                                        heading,
                                        Optional.ofNullable(shape.group(2)).map(LookupColumns::year),
                                        names(table, shape))));
            }
        }
        Map<AreaLevel, Column> chosen = new EnumMap<>(AreaLevel.class);
        Optional<Integer> year = found.values().stream()
                .findFirst()
                .flatMap(lowest -> lowest.get(0).year());
        found.forEach((level, columns) -> chosen.put(
                level,
                columns.stream()
                        .filter(column -> column.year().equals(year))
                        .findFirst()
                        .orElse(columns.get(0))));
        boolean nests = chosen.keySet().stream()
                .anyMatch(level -> level.above().stream().flatMap(List::stream).anyMatch(chosen::containsKey));
        return nests && chosen.keySet().iterator().next().compareTo(AreaLevel.REGION) < 0
                ? Optional.of(new LookupColumns(chosen))
                : Optional.empty();
    }

    /** Two digits from 60 on are of the last century. */
    private static int year(String digits) {
        int two = Integer.parseInt(digits);
        return two < 60 ? 2000 + two : 1900 + two;
    }

    private static Map<String, String> names(ReferenceTable table, Matcher code) {
        String before = code.group().substring(0, code.start(3));
        Map<String, String> names = new TreeMap<>();
        LANGUAGES.forEach((ending, language) -> {
            if (table.has(before + ending)) {
                names.put(language, before + ending);
            }
        });
        return names;
    }

    /** The levels that the table has, the lowest first. */
    List<AreaLevel> levels() {
        return List.copyOf(columns.keySet());
    }

    /** The heading of a level's codes. */
    String code(AreaLevel level) {
        return column(level).code();
    }

    /** The headings of a level's names, by language. */
    Map<String, String> names(AreaLevel level) {
        return column(level).names();
    }

    /** The year of the lowest level's codes, where its heading says it. */
    Optional<Integer> year() {
        return column(levels().get(0)).year();
    }

    private Column column(AreaLevel level) {
        return Optional.ofNullable(columns.get(level)).orElseThrow();
    }
}
