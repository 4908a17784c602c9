package uk.declared.reference;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.Council;
import uk.declared.election.GssCode;
import uk.declared.reference.CompositionColumns.Column;

/** Reads the rows of a table of sitting councillors. */
final class SeatEntryReader {
    private static final Pattern TITLE = Pattern.compile(
            "(?i)^(?:the|cllr|councillor|cynghorydd|cyng|cllrs|rt|hon|mr|mrs|ms|miss|mx|dr|sir|dame|prof|professor|rev|revd|alderman|ald)\\b\\.?\\s+(?=\\S)");
    private static final Pattern VACANT =
            Pattern.compile("(?i)(?:\\W*|.*\\bvacan(?:t|cy)\\b.*|sedd wag|to be elected|tbc|n/?a)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final CompositionColumns columns;
    private final ReferenceDates dates = new ReferenceDates();

    SeatEntryReader(CompositionColumns columns) {
        this.columns = columns;
    }

    /** The council of a row, of those there are on a day. */
    Optional<Council> council(ReferenceTable.Row row, LocalDate day) {
        return CouncilCell.of(columns.text(row, Column.COUNCIL_CODE), columns.text(row, Column.COUNCIL), day);
    }

    /** The day for which a row holds, where it says so. */
    Optional<LocalDate> asAt(ReferenceTable.Row row) throws UnreadableReferenceException {
        Optional<String> heading = columns.heading(Column.AS_AT);
        return heading.isPresent() ? dates.read(row, heading.get()) : Optional.empty();
    }

    /** @throws UnreadableReferenceException where the row cannot be used */
    SeatEntry entry(ReferenceTable.Row row, int number) throws UnreadableReferenceException {
        Optional<GssCode> code = columns.text(row, Column.WARD_CODE).flatMap(GssCode::parse);
        String ward = columns.text(row, Column.WARD).orElse("");
        if (ward.isEmpty() && code.isEmpty()) {
            throw row.refusal("there is neither the name of a ward nor its code. Say which ward the seat is of.");
        }
        Optional<String> member = member(row);
        PartyCell party = PartyCell.of(columns.text(row, Column.PARTY_ID), columns.text(row, Column.PARTY));
        return new SeatEntry(
                number,
                code,
                ward,
                member,
                member.isPresent() ? party.standing() : "",
                member.isPresent() ? party.id() : Optional.empty(),
                member.isPresent() ? party.name() : Optional.empty(),
                nextElection(row));
    }

    private Optional<String> member(ReferenceTable.Row row) {
        String name = columns.text(row, Column.NAME)
                .orElseGet(() -> Stream.of(Column.GIVEN_NAME, Column.FAMILY_NAME)
                        .flatMap(column -> columns.text(row, column).stream())
                        .collect(Collectors.joining(" ")));
        String plain = name.strip();
        for (Matcher title = TITLE.matcher(plain); title.find(); title = TITLE.matcher(plain)) {
            plain = plain.substring(title.end());
        }
        return Optional.of(plain).filter(text -> !VACANT.matcher(text).matches());
    }

    private Optional<SeatEntry.NextElection> nextElection(ReferenceTable.Row row) throws UnreadableReferenceException {
        Optional<String> heading = columns.heading(Column.NEXT_ELECTION);
        Optional<String> text = columns.text(row, Column.NEXT_ELECTION);
        if (heading.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        if (YEAR.matcher(text.get()).matches()) {
            return Optional.of(new SeatEntry.NextElection(Year.parse(text.get()), Optional.empty()));
        }
        Matcher month =
                Pattern.compile("(?i)(?:may|mai)\\s+(" + YEAR.pattern() + ")").matcher(text.get());
        if (month.matches()) {
            return Optional.of(new SeatEntry.NextElection(Year.parse(month.group(1)), Optional.empty()));
        }
        return dates.read(row, heading.get()).map(day -> new SeatEntry.NextElection(Year.from(day), Optional.of(day)));
    }
}
