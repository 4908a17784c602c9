package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.election.Council;
import uk.declared.linkeddata.Uris;

/**
 * Who sits on one council on one day, from a table of sitting councillors. The day is
 *
 * <ol>
 *   <li>the one in the column “As At”,
 *   <li>else the one in the file's name, or the fourth day after the ordinary elections of the year that it names alone: the day
 *       on which those elected came into office,
 *   <li>else that of the import, or the eve of the first election that the table calls the next, whichever is earlier:
 *       a table in which an election is still to come cannot tell of a day after it.
 * </ol>
 */
final class CompositionTable implements ReferenceRelease {
    private static final Pattern DAY_IN_NAME = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)");
    private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    /** Local Government Act 1972, section 7: councillors come into office on the fourth day after their election. */
    private static final int DAYS_TO_OFFICE = 4;

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final Council council;
    private final String table;
    private final Optional<LocalDate> asAt;
    private final List<SeatEntry> entries;
    private final List<String> leftOut;

    private CompositionTable(
            Council council, String table, Optional<LocalDate> asAt, List<SeatEntry> entries, List<String> leftOut) {
        this.council = council;
        this.table = table;
        this.asAt = asAt;
        this.entries = List.copyOf(entries);
        this.leftOut = List.copyOf(leftOut);
    }

    static boolean recognises(ReferenceTable table) {
        return CompositionColumns.recognises(table);
    }

    /**
     * Reads a table completely: a release for each council that it tells of.
     *
     * @param file the file's name
     */
    static List<CompositionTable> read(ReferenceTable table, String file) throws UnreadableReferenceException {
        CompositionColumns columns = CompositionColumns.of(table);
        Reading reading =
                new Reading(columns, dayIn(file).or(() -> dayIn(table.part().table())));
        table.forEach(reading::take);
        return reading.releases(table);
    }

    /** The council's short name. */
    String council() {
        return council.slug();
    }

    /** A table does not say whose it is, or under what licence. */
    @Override
    public Facts facts() {
        return Facts.of(
                        ReferenceKind.COMPOSITION,
                        council.slug()
                                + asAt.map(day -> "-" + day)
                                        .or(() -> nextElection().map(day -> "-before-" + day))
                                        .orElse(""),
                        entries.size(),
                        "seats")
                .table(table)
                .leavingOut(leftOut)
                .namingNothing();
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return triples(uris, ANY_DAY);
    }

    @Override
    public Stream<Triple> triples(Uris uris, LocalDate imported) {
        LocalDate day = asAt.orElseGet(() -> nextElection()
                .map(next -> next.minusDays(1))
                .filter(imported::isAfter)
                .orElse(imported));
        SeatEntryMapper mapper = new SeatEntryMapper(uris, council.body(), day);
        return entries.stream().flatMap(entry -> mapper.map(entry).stream());
    }

    /** A council and a party may be known from here alone. */
    @Override
    public Map<String, List<Triple>> shared(Uris uris) {
        return PartyCell.shared(
                council.body(),
                entries.stream()
                        .map(entry -> new PartyCell(entry.standing(), entry.party(), entry.partyName()))
                        .toList(),
                uris);
    }

    private Optional<LocalDate> nextElection() {
        return entries.stream()
                .flatMap(entry -> entry.nextElection().stream())
                .map(SeatEntry.NextElection::earliest)
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> dayIn(String name) {
        Matcher day = DAY_IN_NAME.matcher(name);
        if (day.find()) {
            return ReferenceDates.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3));
        }
        Matcher year = YEAR_IN_NAME.matcher(name);
        return year.find()
                ? Optional.of(OrdinaryDay.of(Integer.parseInt(year.group(1))).plusDays(DAYS_TO_OFFICE))
                : Optional.empty();
    }

    /** Gathers rows by council. */
    private static final class Reading {
        private final CompositionColumns columns;
        private final SeatEntryReader reader;
        private final Optional<LocalDate> dayOfFile;
        private final Map<Council, List<SeatEntry>> seats = new LinkedHashMap<>();
        private final Map<Council, LocalDate> days = new LinkedHashMap<>();
        private final UnknownCouncils unknownCouncils = new UnknownCouncils();

        private Reading(CompositionColumns columns, Optional<LocalDate> dayOfFile) {
            this.columns = columns;
            this.reader = new SeatEntryReader(columns);
            this.dayOfFile = dayOfFile;
        }

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            Optional<LocalDate> day = reader.asAt(row).or(() -> dayOfFile);
            Optional<Council> council = reader.council(row, day.orElse(ANY_DAY));
            if (council.isEmpty()) {
                unknownCouncils.add(columns.text(row, CompositionColumns.Column.COUNCIL)
                        .or(() -> columns.text(row, CompositionColumns.Column.COUNCIL_CODE))
                        .orElse(""));
                return;
            }
            if (day.isPresent()) {
                LocalDate other = days.putIfAbsent(council.get(), day.get());
                if (other != null && !other.equals(day.get())) {
                    throw row.refusal("the day " + day.get() + " is another than that of the rows above, " + other
                            + ". Give each council's rows one day, and other days in other files.");
                }
            }
            List<SeatEntry> of = seats.computeIfAbsent(council.get(), missing -> new ArrayList<>());
            of.add(reader.entry(row, of.size() + 1));
        }

        private List<CompositionTable> releases(ReferenceTable table) throws UnreadableReferenceException {
            if (seats.isEmpty()) {
                throw unknownCouncils.refusal(table);
            }
            List<String> notes = unknownCouncils.leftOut(columns.unknown());
            List<CompositionTable> releases = new ArrayList<>();
            seats.forEach((council, entries) -> releases.add(new CompositionTable(
                    council,
                    table.part().table(),
                    Optional.ofNullable(days.get(council)),
                    entries,
                    releases.isEmpty() ? notes : List.of())));
            return releases;
        }
    }
}
