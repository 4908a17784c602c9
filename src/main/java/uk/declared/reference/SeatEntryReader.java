package uk.declared.reference;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.reference.CompositionColumns.Column;

/** Reads the rows of a table of sitting councillors. */
final class SeatEntryReader {
    private static final Pattern TITLE = Pattern.compile(
            "(?i)^(?:the|cllr|councillor|cynghorydd|cyng|cllrs|rt|hon|mr|mrs|ms|miss|mx|dr|sir|dame|prof|professor|rev|revd|alderman|ald)\\b\\.?\\s+(?=\\S)");
    private static final Pattern VACANT =
            Pattern.compile("(?i)(?:\\W*|.*\\bvacan(?:t|cy)\\b.*|sedd wag|to be elected|tbc|n/?a)");
    private static final Set<String> NO_PARTY = Set.of(
            "independent",
            "independents",
            "ind",
            "annibynnol",
            "nonaligned",
            "unaligned",
            "ungrouped",
            "nogroup",
            "nodescription",
            "independentmember",
            "independentcouncillor");
    private static final Pattern PARTY = Pattern.compile("(?i)(?:party:)?(PP(?:m\\s*)?\\d{1,7})");
    private static final Pattern JOINT = Pattern.compile("(?i)joint-party[:-](\\d+)-(\\d+)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final CompositionColumns columns;
    private final ReferenceDates dates = new ReferenceDates();

    SeatEntryReader(CompositionColumns columns) {
        this.columns = columns;
    }

    /** The council of a row, of those there are on a day. */
    Optional<Council> council(ReferenceTable.Row row, LocalDate day) {
        Optional<Council> byCode = columns.text(row, Column.COUNCIL_CODE)
                .flatMap(GssCode::parse)
                .flatMap(code -> Councils.shipped().byCode(code, day));
        return byCode.or(() -> columns.text(row, Column.COUNCIL)
                .flatMap(text -> GssCode.parse(text)
                        .flatMap(code -> Councils.shipped().byCode(code, day))
                        .or(() -> Councils.shipped().byName(text, day))
                        .or(() -> Councils.shipped().bySlug(text.toLowerCase(Locale.ROOT), day))
                        .or(() -> Councils.shipped().byUri(text, day))));
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
        Optional<String> partyName = columns.text(row, Column.PARTY);
        Optional<String> party = columns.text(row, Column.PARTY_ID).flatMap(SeatEntryReader::party);
        String standing = standing(party, partyName);
        return new SeatEntry(
                number,
                code,
                ward,
                member,
                member.isPresent() ? standing : "",
                member.isPresent() ? party : Optional.empty(),
                member.isPresent() ? partyName : Optional.empty(),
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

    private static String standing(Optional<String> party, Optional<String> partyName) {
        if (party.isPresent()) {
            return party.get().startsWith("joint-party") ? "joint" : "party";
        }
        if (partyName.isEmpty()) {
            return "not-stated";
        }
        String plain = plain(partyName.get());
        // “Independent / Other” is either, and does not say which.
        return plain.startsWith("independentor") || plain.equals("independentother") || plain.equals("other")
                ? "not-stated"
                : NO_PARTY.contains(plain) ? "independent" : "party";
    }

    /** {@code PP53}; of two, as “PP53, PP119” or Democracy Club's form, {@code joint-party-53-119}. */
    private static Optional<String> party(String text) {
        Matcher joint = JOINT.matcher(text);
        if (joint.find()) {
            return Optional.of("joint-party-" + joint.group(1) + "-" + joint.group(2));
        }
        List<String> ids = PARTY.matcher(text)
                .results()
                .map(found -> "PP" + found.group(1).substring(2).replaceAll("\\s", ""))
                .distinct()
                .toList();
        return switch (ids.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(ids.get(0));
            default ->
                Optional.of("joint-party-" + ids.get(0).substring(2) + "-"
                        + ids.get(1).substring(2));
        };
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

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
