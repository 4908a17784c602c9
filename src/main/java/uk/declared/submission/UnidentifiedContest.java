package uk.declared.submission;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.report.Place;

/**
 * A contest that something wrong kept from being identified, so that it is in no list of contests by their identifiers.
 *
 * @param place where it begins
 * @param name what its file calls it: the area, the day and the body, as far as they are given; may be empty
 */
public record UnidentifiedContest(Place place, String name) {
    private static final List<Column> TELLING = List.of(
            Column.BALLOT_ID,
            Column.ELECTION_ID,
            Column.AREA_NAME,
            Column.AREA_CODE,
            Column.POLLING_DATE,
            Column.BODY_NAME,
            Column.COUNCIL);

    /** The contest of these rows. */
    static UnidentifiedContest of(List<TableRow> rows) {
        TableRow first = rows.get(0);
        Stream<String> texts = TELLING.stream()
                .map(column -> column == Column.AREA_CODE ? Texts.lastPart(first.text(column)) : first.text(column));
        return new UnidentifiedContest(
                first.place(), texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(", ")));
    }
}
