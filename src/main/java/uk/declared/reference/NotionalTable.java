package uk.declared.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import uk.declared.election.Council;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.NotionalColumns.Column;

/**
 * Notional results of one council: how many seats each party is reckoned to have won in the wards that are new at a polling day,
 * had an earlier election been fought on their boundaries. Somebody worked them out, who is named with them.
 */
final class NotionalTable implements ReferenceRelease {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]{1,2000}");

    private final Council council;
    private final LocalDate day;
    private final String table;
    private final Stated stated;
    private final Map<String, NotionalWard> wards;
    private final List<String> leftOut;

    private NotionalTable(
            Council council,
            LocalDate day,
            String table,
            Stated stated,
            Map<String, NotionalWard> wards,
            List<String> leftOut) {
        this.council = council;
        this.day = day;
        this.table = table;
        this.stated = stated;
        this.wards = wards;
        this.leftOut = List.copyOf(leftOut);
    }

    /** What all rows of a council and a polling day say alike: which election was reckoned again, who did, and when. */
    private record Stated(LocalDate earlier, String by, Optional<String> url, Optional<LocalDate> published) {}

    static boolean recognises(ReferenceTable table) {
        return NotionalColumns.recognises(table);
    }

    /** Reads a table completely: a release for each council and polling day that it tells of. */
    static List<NotionalTable> read(ReferenceTable table) throws UnreadableReferenceException {
        NotionalColumns columns = NotionalColumns.of(table);
        Reading reading = new Reading(columns);
        table.forEach(reading::take);
        return reading.releases(table);
    }

    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.NOTIONAL, council.slug() + "-" + day, wards.size(), "wards")
                .table(table)
                .leavingOut(leftOut)
                .namingNothing()
                .from(new Source(stated.by(), stated.url().orElse(""), ""));
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        Triples release = new Triples();
        Node graph = uris.data(ReferenceKind.NOTIONAL.notation() + "/" + name());
        stated.published().ifPresent(when -> release.about(graph).add(DCTerms.issued.asNode(), Literals.date(when)));
        return Stream.concat(
                release.list().stream(),
                wards.values().stream().flatMap(ward -> ward.triples(council, stated.earlier(), day, uris).stream()));
    }

    /** A council and a party may be known from here alone. */
    @Override
    public Map<String, List<Triple>> shared(Uris uris) {
        return PartyCell.shared(
                council.body(),
                wards.values().stream()
                        .flatMap(ward -> ward.parties().stream())
                        .map(NotionalWard.Share::party)
                        .toList(),
                uris);
    }

    /** The council and the polling day that a row is of. */
    private record Of(Council council, LocalDate day) {}

    /** Gathers rows by council and polling day. */
    private static final class Reading {
        private final NotionalColumns columns;
        private final ReferenceDates dates = new ReferenceDates();
        private final Map<Of, Map<String, NotionalWard>> wards = new LinkedHashMap<>();
        private final Map<Of, Stated> stated = new LinkedHashMap<>();
        private final UnknownCouncils unknownCouncils = new UnknownCouncils();

        private Reading(NotionalColumns columns) {
            this.columns = columns;
        }

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            LocalDate day = day(row, Column.POLLING_DAY);
            LocalDate earlier = day(row, Column.EARLIER_DAY);
            if (!earlier.isBefore(day)) {
                throw row.refusal("the election that was worked out again, of " + earlier + ", is not before " + day
                        + ", the polling day that it is to be compared with. Change one of the two days.");
            }
            Optional<Council> council =
                    CouncilCell.of(columns.text(row, Column.COUNCIL_CODE), columns.text(row, Column.COUNCIL), day);
            if (council.isEmpty()) {
                unknownCouncils.add(columns.text(row, Column.COUNCIL)
                        .or(() -> columns.text(row, Column.COUNCIL_CODE))
                        .orElse(""));
                return;
            }
            Of of = new Of(council.get(), day);
            Stated says = new Stated(earlier, by(row), url(row), published(row));
            Stated before = stated.putIfAbsent(of, says);
            if (before != null && !before.equals(says)) {
                throw row.refusal(
                        "the earlier election, who worked it out, where that stands or when it was published is"
                                + " another than in the rows above of this council and polling day. Give them all the same,"
                                + " and other results in another file.");
            }
            Optional<GssCode> code = columns.text(row, Column.WARD_CODE).flatMap(GssCode::parse);
            String ward = columns.text(row, Column.WARD).orElse("");
            if (code.isEmpty() && ward.isEmpty()) {
                throw row.refusal("there is neither the name of a ward nor its code. Say which ward the seats are of.");
            }
            String key = code.map(GssCode::value).orElseGet(() -> Names.plain(ward));
            wards.computeIfAbsent(of, missing -> new LinkedHashMap<>())
                    .computeIfAbsent(key, missing -> new NotionalWard(code, ward))
                    .add(row, share(row));
        }

        private NotionalWard.Share share(ReferenceTable.Row row) throws UnreadableReferenceException {
            PartyCell party = PartyCell.of(columns.text(row, Column.PARTY_ID), columns.text(row, Column.PARTY));
            if (party.id().isEmpty() && party.name().isEmpty()) {
                throw row.refusal("there is neither a party's name nor its identifier. Say whose the seats are,"
                        + " or Independent.");
            }
            Optional<BigDecimal> seats = number(row, Column.SEATS);
            if (seats.isEmpty() || seats.get().stripTrailingZeros().scale() > 0) {
                throw row.refusal("the seats of “" + party.name().or(party::id).orElse("")
                        + "” are no whole number. Write how many it is reckoned to have won: 0 where none.");
            }
            return new NotionalWard.Share(party, seats.get().intValueExact(), number(row, Column.VOTES), row.number());
        }

        private Optional<BigDecimal> number(ReferenceTable.Row row, Column column) throws UnreadableReferenceException {
            Optional<String> text = columns.text(row, column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            String plain = text.get().replaceAll("[,\\s]", "");
            if (!plain.matches("\\d{1,9}(?:\\.\\d{1,20})?")) {
                throw row.refusal("“" + text.get() + "” in the column " + columns.heading(column) + " is no number of "
                        + (column == Column.SEATS ? "seats" : "votes") + ". Write it in figures, such as "
                        + (column == Column.SEATS ? "2" : "812 or 812.5") + ".");
            }
            return Optional.of(new BigDecimal(plain));
        }

        private String by(ReferenceTable.Row row) throws UnreadableReferenceException {
            return columns.text(row, Column.SOURCE)
                    .orElseThrow(() -> row.refusal("it is not said who worked the results out. Name them in the column "
                            + columns.heading(Column.SOURCE) + ": whoever reads a comparison is told."));
        }

        private Optional<String> url(ReferenceTable.Row row) throws UnreadableReferenceException {
            Optional<String> url = columns.text(row, Column.SOURCE_URL);
            if (url.isPresent() && !ADDRESS.matcher(url.get()).matches()) {
                throw row.refusal(
                        "“" + url.get() + "” in the column " + columns.heading(Column.SOURCE_URL)
                                + " is no web address. Write it whole, such as https://www.example.org/notional, or leave it empty.");
            }
            return url;
        }

        private Optional<LocalDate> published(ReferenceTable.Row row) throws UnreadableReferenceException {
            return columns.has(Column.PUBLISHED)
                    ? dates.read(row, columns.heading(Column.PUBLISHED))
                    : Optional.empty();
        }

        private LocalDate day(ReferenceTable.Row row, Column column) throws UnreadableReferenceException {
            return dates.read(row, columns.heading(column))
                    .orElseThrow(() -> row.refusal(
                            "the column " + columns.heading(column) + " is empty. Write the day, such as 2023-05-04."));
        }

        private List<NotionalTable> releases(ReferenceTable table) throws UnreadableReferenceException {
            if (wards.isEmpty()) {
                throw unknownCouncils.refusal(table);
            }
            for (Map<String, NotionalWard> each : wards.values()) {
                for (NotionalWard ward : each.values()) {
                    ward.check(table.part().label());
                }
            }
            List<String> notes = unknownCouncils.leftOut(columns.unknown());
            List<NotionalTable> releases = new ArrayList<>();
            for (Map.Entry<Of, Map<String, NotionalWard>> each : wards.entrySet()) {
                releases.add(new NotionalTable(
                        each.getKey().council(),
                        each.getKey().day(),
                        table.part().table(),
                        Objects.requireNonNull(stated.get(each.getKey())),
                        each.getValue(),
                        releases.isEmpty() ? notes : List.of()));
            }
            return releases;
        }
    }
}
