package uk.declared.reference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.Uris;

/**
 * A register of parties as a table: the Electoral Commission's export, or the registrations that the UK Parliament
 * keeps. A party may have several rows: for its registers, its names or its descriptions.
 */
final class PartyRegistrations implements ReferenceRelease {
    private static final Set<String> ID = Set.of("electoralcommissionid", "ecref", "ecid", "partyid");
    private static final Set<String> NAME = Set.of("mnisname", "regulatedentityname", "partyname", "name");
    private static final Set<String> WELSH_NAME =
            Set.of("regulatedentitynamewelsh", "partynamewelsh", "welshname", "namewelsh", "namecy");
    private static final Set<String> OTHER_NAME = Set.of("regulatedentityalternatename", "alternatename");
    private static final Set<String> REGISTER = Set.of("jurisdiction", "registername", "register");
    private static final Set<String> MINOR_REGISTER = Set.of("registernameminorparty");
    private static final Set<String> FROM =
            Set.of("registeredon", "approveddate", "registrationdate", "dateregistered", "dateofregistration");
    private static final Set<String> UNTIL = Set.of(
            "deregisteredon", "deregistereddate", "deregistrationdate", "datederegistered", "dateofderegistration");
    private static final Set<String> DESCRIPTIONS =
            Set.of("descriptions", "description", "partydescriptions", "partydescription");

    private static final Set<String> WELSH_DESCRIPTIONS = Set.of(
            "descriptiontranslation",
            "descriptionstranslation",
            "translation",
            "descriptionwelsh",
            "descriptionswelsh");
    private static final Set<String> EMBLEMS =
            Set.of("emblemid", "partyemblemid", "emblemids", "partyemblems", "emblems", "monochromeimage");
    private static final Set<String> WIKIDATA = Set.of("wikidata", "wikidataid", "wikidataqid", "qid");

    /** Where the Commission serves the picture of an emblem, by the emblem's number. */
    private static final String EMBLEM = "https://search.electoralcommission.org.uk/Api/Registrations/Emblems/";

    private static final Pattern IDENTIFIER = Pattern.compile("(?i)PP(m?)\\s*0*(\\d{1,7})");
    private static final Pattern LEFT_REGISTER =
            Pattern.compile("(?i)\\s*[\\[(]\\s*de-?registered\\s+([0-9/]{8,10})\\s*[\\])]");
    private static final Pattern BETWEEN_DESCRIPTIONS = Pattern.compile("\\s*[|\\r\\n]+\\s*");

    private final String table;
    private final Map<String, RegisteredParty> parties;
    private final LocalDate date;
    private final boolean byCommission;
    private final List<String> leftOut;

    private PartyRegistrations(String table, Reading reading, List<String> leftOut) {
        this.table = table;
        this.parties = reading.parties;
        this.date = reading.latest;
        this.byCommission = reading.byCommission;
        this.leftOut = List.copyOf(leftOut);
    }

    /** Whether a table is one of these, by its headings. */
    static boolean recognises(ReferenceTable table) {
        return table.firstOf(ID).isPresent() && table.firstOf(NAME).isPresent();
    }

    static PartyRegistrations read(ReferenceTable table) throws UnreadableReferenceException {
        Reading reading = new Reading(table);
        table.forEach(reading::take);
        return reading.result(table.part());
    }

    /** Dated by the latest day in it, since the file does not say when it was made. */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.PARTIES, "register-" + date, parties.size(), "parties")
                .table(table)
                .leavingOut(leftOut)
                .superseding(earlier -> earlier.startsWith("register-"))
                .from(
                        byCommission
                                ? new Source(
                                        "Electoral Commission",
                                        "https://search.electoralcommission.org.uk/",
                                        Source.OGL)
                                : new Source(
                                        "UK Parliament",
                                        "https://www.parliament.uk/",
                                        "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/"));
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        PartyMapper mapper = new PartyMapper(uris);
        return Stream.concat(
                parties.values().stream().flatMap(party -> mapper.map(party).stream()),
                JointCandidature.of(parties.values()).stream().flatMap(joint -> mapper.map(joint).stream()));
    }

    /** Gathers rows by party. */
    private static final class Reading {
        private final Map<String, RegisteredParty> parties = new TreeMap<>();
        private final ReferenceDates dates = new ReferenceDates();
        private final Map<Set<String>, Optional<String>> columns = new LinkedHashMap<>();
        private final boolean byCommission;
        private LocalDate latest = LocalDate.MIN;
        private int withoutIdentifier;

        private Reading(ReferenceTable table) {
            for (Set<String> wanted : List.of(
                    ID,
                    NAME,
                    WELSH_NAME,
                    OTHER_NAME,
                    REGISTER,
                    MINOR_REGISTER,
                    FROM,
                    UNTIL,
                    DESCRIPTIONS,
                    WELSH_DESCRIPTIONS,
                    EMBLEMS,
                    WIKIDATA)) {
                columns.put(wanted, table.firstOf(wanted));
            }
            this.byCommission = table.has("ecref");
        }

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            Matcher id = IDENTIFIER.matcher(text(row, ID));
            if (!id.matches()) {
                withoutIdentifier++;
                return;
            }
            String name = name(row, NAME);
            if (name.isEmpty()) {
                throw row.refusal("the party " + id.group() + " has no name. Give it one, or take the row out.");
            }
            Matcher left = LEFT_REGISTER.matcher(name);
            Optional<LocalDate> leftOn =
                    left.find() ? ReferenceDates.parse(withCentury(left.group(1))) : Optional.empty();
            RegisteredParty party = parties.computeIfAbsent(
                    "PP" + id.group(1).toLowerCase(Locale.ROOT) + id.group(2), RegisteredParty::new);
            party.addName(left.replaceAll("").strip());
            party.addWelshName(name(row, WELSH_NAME));
            party.addName(name(row, OTHER_NAME));
            BETWEEN_DESCRIPTIONS.splitAsStream(text(row, DESCRIPTIONS)).forEach(party::addDescription);
            BETWEEN_DESCRIPTIONS.splitAsStream(text(row, WELSH_DESCRIPTIONS)).forEach(party::addWelshDescription);
            Stream.of(text(row, EMBLEMS).split("[\\s|,;]+"))
                    .flatMap(emblem -> emblem(emblem).stream())
                    .forEach(party::addEmblem);
            WikidataItem.parse(text(row, WIKIDATA)).ifPresent(party::setWikidata);
            Optional<LocalDate> from = day(row, FROM);
            Optional<LocalDate> until = day(row, UNTIL).or(() -> leftOn);
            Stream.concat(from.stream(), until.stream())
                    .filter(latest::isBefore)
                    .forEach(day -> latest = latest.isBefore(day) ? day : latest);
            party.addRegistration(new RegisteredParty.Registration(
                    register(row), from, until, left.replaceAll("").strip()));
        }

        /** An emblem is given by its number or by its address. */
        private static Optional<String> emblem(String text) {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(EMBLEM + text);
            }
            return Optional.of(text).filter(address -> address.matches("https?://[^\\s<>\"{}|^`\\\\]+"));
        }

        /** The registers began in 1999, and years of two digits are written in them. */
        private static String withCentury(String day) {
            return day.replaceFirst("/(9\\d)$", "/19$1").replaceFirst("/(\\d\\d)$", "/20$1");
        }

        private Optional<String> register(ReferenceTable.Row row) {
            return Stream.of(REGISTER, MINOR_REGISTER)
                    .map(column -> text(row, column).toLowerCase(Locale.ROOT))
                    .flatMap(text -> Stream.of("great-britain", "northern-ireland")
                            .filter(register -> text.startsWith(register.replace('-', ' '))))
                    .findFirst();
        }

        private String name(ReferenceTable.Row row, Set<String> column) throws UnreadableReferenceException {
            Optional<String> heading = Optional.ofNullable(columns.get(column)).flatMap(found -> found);
            return heading.isEmpty() ? "" : row.name(heading.get());
        }

        private String text(ReferenceTable.Row row, Set<String> column) {
            return Optional.ofNullable(columns.get(column))
                    .flatMap(found -> found)
                    .map(row::text)
                    .orElse("");
        }

        private Optional<LocalDate> day(ReferenceTable.Row row, Set<String> column)
                throws UnreadableReferenceException {
            Optional<String> heading = Optional.ofNullable(columns.get(column)).flatMap(found -> found);
            return heading.isEmpty() ? Optional.empty() : dates.read(row, heading.get());
        }

        private PartyRegistrations result(ReferenceFile.Part part) throws UnreadableReferenceException {
            if (parties.isEmpty()) {
                throw new UnreadableReferenceException(
                        part.label() + " holds no party with an identifier such as PP63. Fetch the register again.");
            }
            if (latest.equals(LocalDate.MIN)) {
                throw new UnreadableReferenceException(part.label()
                        + " holds no day of a registration (Registered on, ApprovedDate). Fetch the register again.");
            }
            List<String> leftOut = withoutIdentifier == 0
                    ? List.of()
                    : List.of(String.format("%,d rows without an identifier of a political party.", withoutIdentifier));
            return new PartyRegistrations(part.table(), this, leftOut);
        }
    }
}
