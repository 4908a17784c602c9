package uk.declared.submission.handbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.table.TableLayout;
import uk.declared.submission.text.HandbookText;
import uk.declared.submission.text.Texts;

/**
 * The figures of wards that a handbook has on a sheet of their own, found by the ward's code, or by its name with the council's
 * or the county's.
 */
final class HandbookWards {
    private static final List<HandbookRole> FIGURES = List.of(
            HandbookRole.SEATS,
            HandbookRole.ELECTORATE,
            HandbookRole.TURNOUT,
            HandbookRole.BALLOTS,
            HandbookRole.REJECTED,
            HandbookRole.TYPE);

    /**
     * The row of a ward.
     *
     * @param figures those of its figures that are given, by the columns that they would have in a table of candidacies
     * @param place where each stands
     * @param turnoutAsPart whether the sheet has turnout as a part of one
     */
    record Ward(Map<Column, String> figures, Map<Column, Place> place, Place row, String name, boolean turnoutAsPart) {}

    private final Map<String, Ward> wards = new HashMap<>();
    private final Set<Ward> all = new LinkedHashSet<>();
    private final Set<Ward> used = new HashSet<>();

    /** Reads a sheet of wards. */
    void add(HandbookSheet sheet) throws IOException, UnreadableSubmissionException {
        boolean asPart = turnoutIsAPart(sheet);
        TableLayout layout = sheet.layout();
        sheet.grid().forEach((number, cells) -> {
            String name = sheet.text(cells, HandbookRole.AREA_NAME);
            String code = sheet.text(cells, HandbookRole.AREA_CODE);
            String own = sheet.localCode(cells);
            if (number > sheet.headings().row() && !(name + code + own).isEmpty()) {
                Map<Column, String> figures = new TreeMap<>();
                Map<Column, Place> places = new TreeMap<>();
                for (HandbookRole role : FIGURES) {
                    String text = sheet.text(cells, role);
                    if (!text.isEmpty()) {
                        Column column = role.column().orElseThrow();
                        figures.put(column, text);
                        places.put(column, layout.place(column, number));
                    }
                }
                Ward ward = new Ward(figures, places, layout.place(number), name.isEmpty() ? code + own : name, asPart);
                all.add(ward);
                keys(
                                code,
                                own,
                                name,
                                sheet.text(cells, HandbookRole.COUNCIL_NAME),
                                sheet.text(cells, HandbookRole.COUNTY_NAME))
                        .forEach(key -> wards.putIfAbsent(key, ward));
            }
            return true;
        });
    }

    /** Whether a sheet's turnout is a part of one: no figure is above 1. */
    static boolean turnoutIsAPart(HandbookSheet sheet) throws IOException, UnreadableSubmissionException {
        boolean[] found = {false, true};
        sheet.grid().forEach((number, cells) -> {
            String text = sheet.text(cells, HandbookRole.TURNOUT);
            if (number > sheet.headings().row() && !text.isEmpty()) {
                Optional<BigDecimal> turnout = HandbookText.number(text);
                found[0] |= turnout.isPresent();
                found[1] &= turnout.filter(some -> text.endsWith("%") || some.compareTo(BigDecimal.ONE) > 0)
                        .isEmpty();
            }
            return found[1];
        });
        return found[0] && found[1];
    }

    /** The row of the ward of a contest. */
    Optional<Ward> of(TableRow row) {
        Optional<Ward> ward = keys(
                        row.text(Column.AREA_CODE),
                        row.text(Column.AREA_IDENTIFIER),
                        row.text(Column.AREA_NAME),
                        row.text(Column.BODY_NAME),
                        row.text(Column.COUNTY_NAME))
                .stream()
                .flatMap(key -> Optional.ofNullable(wards.get(key)).stream())
                .findFirst();
        ward.ifPresent(used::add);
        return ward;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those that no contest has asked for, in their order. */
    List<Ward> unused() {
        return all.stream().filter(ward -> !used.contains(ward)).toList();
    }

    private static List<String> keys(String code, String localCode, String name, String council, String county) {
        Set<String> keys = new LinkedHashSet<>();
        if (!code.isEmpty()) {
            keys.add("code " + Texts.plain(code));
        }
        if (!localCode.isEmpty()) {
            keys.add("own " + Texts.plain(localCode) + " " + Texts.plain(council));
        }
        if (!name.isEmpty()) {
            keys.add("name " + Texts.plain(council) + " " + Texts.plain(county) + " " + Texts.plain(name));
        }
        return List.copyOf(keys);
    }
}
