package uk.declared.submission.handbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.declared.format.Column;
import uk.declared.submission.text.Texts;

/**
 * What a column of a handbook holds, told by its heading. What headings mean stands in {@code declared/handbook-headings.csv}, in
 * the order in which it is tried; headings are compared without case, spaces and punctuation, and “%” is “percent”.
 */
enum HandbookRole {
    /** What is known not to be read: shares, ranks and the compiler's own numbers. */
    PASSED,
    DAY(Column.POLLING_DATE),
    YEAR,
    VOTES(Column.VOTES),
    ELECTED(Column.ELECTED),
    SEATS(Column.SEATS),
    ELECTORATE(Column.ELECTORATE),
    TURNOUT(Column.TURNOUT_PERCENTAGE),
    BALLOTS(Column.BALLOT_PAPERS_CAST),
    REJECTED(Column.REJECTED_BALLOT_PAPERS),
    GENDER(Column.GENDER),
    INCUMBENT(Column.INCUMBENT),
    SURNAME(Column.FAMILY_NAME),
    FORENAME(Column.GIVEN_NAME),
    NAME(Column.NAME_ON_BALLOT_PAPER),
    PARTY(Column.PARTY_NAME),
    /** The code of the area; the compiler's own where it is no code of the Office for National Statistics. */
    AREA_CODE,
    TYPE(Column.COUNCIL_TYPE),
    AREA_NAME(Column.AREA_NAME),
    COUNTY_CODE(Column.COUNTY_CODE),
    COUNTY_NAME(Column.COUNTY_NAME),
    COUNCIL_CODE(Column.BODY_URI),
    COUNCIL_NAME(Column.BODY_NAME);

    private static final String LIST = "/declared/handbook-headings.csv";
    private static final List<Meaning> MEANINGS = load();

    private record Meaning(HandbookRole role, Pattern heading) {}

    private final Optional<Column> column;

    HandbookRole() {
        this.column = Optional.empty();
    }

    HandbookRole(Column column) {
        this.column = Optional.of(column);
    }

    /** The column of a table of candidacies that it is; empty where that depends on its values, or there is none. */
    Optional<Column> column() {
        return column;
    }

    /** What a heading says that its column holds. */
    static Optional<HandbookRole> of(String heading) {
        String plain = Texts.plain(heading.replace("%", "percent"));
        return plain.isEmpty()
                ? Optional.empty()
                : MEANINGS.stream()
                        .filter(meaning -> meaning.heading.matcher(plain).matches())
                        .map(Meaning::role)
                        .findFirst();
    }

    private static List<Meaning> load() {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(HandbookRole.class.getResourceAsStream(LIST), LIST),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            List<Meaning> meanings = new ArrayList<>();
            rows.forEach(row -> meanings.add(new Meaning(
                    valueOf(row.getField("role").toUpperCase(Locale.ROOT)), Pattern.compile(row.getField("heading")))));
            return List.copyOf(meanings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
