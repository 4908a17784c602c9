package uk.declared.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.election.RejectionGround;

/**
 * What a column of a table of candidacies can hold, in whatever format. All that is known of it stands in the files under
 * {@code declared/formats}; those that the code asks for by name are constants here, and there may be others.
 */
public final class Column implements Comparable<Column> {
    private static final Map<String, Column> ALL = read();

    public static final Column BALLOT_ID = named("ballot_id");
    public static final Column ELECTION_ID = named("election_id");
    public static final Column COUNCIL = named("council");
    public static final Column BODY_URI = named("elected_body_code");
    public static final Column BODY_NAME = named("elected_body_name");
    public static final Column ORGANISATION_NAME = named("organisation_name");
    public static final Column COUNTY_CODE = named("county_code");
    public static final Column COUNTY_NAME = named("county_name");
    public static final Column COUNCIL_TYPE = named("council_type");
    public static final Column ELECTION_TYPE = named("election_type");
    public static final Column CONTEST_TYPE = named("contest_type");
    public static final Column BY_ELECTION = named("by_election");
    public static final Column BY_ELECTION_REASON = named("by_election_reason");
    public static final Column CANCELLED_POLL = named("cancelled_poll");
    public static final Column OFFICE = named("office");
    public static final Column POLLING_DATE = named("polling_date");
    public static final Column AREA_CODE = named("area_code");
    public static final Column AREA_IDENTIFIER = named("area_identifier");
    public static final Column AREA_NAME = named("area_name");
    public static final Column COUNTING_AREA_CODE = named("counting_area_code");
    public static final Column COUNTING_AREA_NAME = named("counting_area_name");
    public static final Column SEATS = named("seats");
    public static final Column VOTING_SYSTEM = named("voting_system");
    public static final Column EXPECTED_DECLARATION = named("expected_declaration");
    public static final Column STATUS = named("status");
    public static final Column CONTEST_STATUS = named("contest_status");
    public static final Column CONTEST_STATUS_REASON = named("contest_status_reason");
    public static final Column VACANCY_REASON = named("vacancy_reason");
    public static final Column ELECTORATE = named("electorate");
    public static final Column BALLOT_PAPERS_CAST = named("ballot_papers_cast");
    public static final Column VALID_BALLOT_PAPERS = named("valid_ballot_papers");
    public static final Column REJECTED_BALLOT_PAPERS = named("rejected_ballot_papers");
    public static final Column REJECTED_OFFICIAL_MARK = named("rejected_official_mark");
    public static final Column REJECTED_TOO_MANY_VOTES = named("rejected_too_many_votes");
    public static final Column REJECTED_IDENTIFICATION = named("rejected_identification");
    public static final Column REJECTED_UNMARKED_OR_VOID = named("rejected_unmarked_or_void");
    public static final Column REJECTED_UNMARKED = named("rejected_unmarked");
    public static final Column REJECTED_VOID_FOR_UNCERTAINTY = named("rejected_void_for_uncertainty");
    public static final Column REJECTED_IN_PART = named("rejected_in_part");
    public static final Column POSTAL_BALLOT_PAPERS = named("postal_ballot_papers");
    public static final Column PROXY_BALLOT_PAPERS = named("proxy_ballot_papers");
    public static final Column POSTAL_BALLOT_PAPERS_ISSUED = named("postal_ballot_papers_issued");
    public static final Column POSTAL_BALLOT_PAPERS_RETURNED = named("postal_ballot_papers_returned");
    public static final Column QUOTA = named("quota");
    public static final Column CONTESTED = named("contested");
    public static final Column CANDIDATES = named("candidates");
    public static final Column TURNOUT_PERCENTAGE = named("turnout_percentage");
    public static final Column TURNOUT = named("turnout");
    public static final Column TURNOUT_COUNT = named("turnout_count");
    public static final Column PERSON_ID = named("person_id");
    public static final Column FAMILY_NAME = named("family_name");
    public static final Column GIVEN_NAME = named("given_name");
    public static final Column COMMONLY_USED_FAMILY_NAME = named("commonly_used_family_name");
    public static final Column COMMONLY_USED_GIVEN_NAME = named("commonly_used_given_name");
    public static final Column NAME_ON_BALLOT_PAPER = named("name_on_ballot_paper");
    public static final Column GENDER = named("gender");
    public static final Column INCUMBENT = named("incumbent");
    public static final Column STANDING = named("standing");
    public static final Column PARTY_ID = named("party_id");
    public static final Column PARTY_NAME = named("party_name");
    public static final Column DESCRIPTION = named("description");
    public static final Column VOTES = named("votes");
    public static final Column ELECTED = named("elected");
    public static final Column DECIDED_BY_LOT = named("decided_by_lot");
    public static final Column OUTCOME = named("outcome");
    public static final Column OUTCOME_STAGE = named("outcome_stage");
    public static final Column PUBLICATION_DATE = named("publication_date");
    public static final Column PUBLISHER_URI = named("publisher_uri");
    public static final Column PUBLISHER_NAME = named("publisher_name");
    public static final Column SERVICE = named("service");
    public static final Column RETURNING_OFFICER = named("returning_officer");
    public static final Column CONTACT_NAME = named("contact_name");
    public static final Column CONTACT_EMAIL = named("contact_email");
    public static final Column CONTACT_TELEPHONE = named("contact_telephone");
    public static final Column PAGE = named("page");
    public static final Column SOURCE_NOTE = named("source_note");

    /** The figures of an account that the code works with. */
    private static final List<Column> ACCOUNT = List.of(
            ELECTORATE,
            BALLOT_PAPERS_CAST,
            VALID_BALLOT_PAPERS,
            REJECTED_BALLOT_PAPERS,
            REJECTED_IN_PART,
            POSTAL_BALLOT_PAPERS);

    private static final List<Column> GROUNDS =
            all().stream().filter(column -> column.ground().isPresent()).toList();

    private static final List<Column> FIGURES = stated(Scope.CONTEST).stream()
            .filter(column -> column.type() == Type.INTEGER)
            .filter(column -> !column.equals(SEATS) && !ACCOUNT.contains(column))
            .toList();

    private static final Set<Column> OF_ACCOUNT = Stream.of(ACCOUNT, GROUNDS, FIGURES, List.of(TURNOUT_PERCENTAGE))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final int number;
    private final String name;
    private final ObjectNode described;
    private final Scope scope;
    private final String property;
    private final Optional<String> codeList;
    private final boolean stated;
    private final Type type;
    private final Optional<RejectionGround> ground;

    private Column(int number, ObjectNode described) {
        this.number = number;
        this.described = described;
        this.name = described.path("name").asString();
        this.scope = Scope.of(described.path("aboutUrl").asString());
        String meant = described.at("/rdfs:seeAlso/@id").asString("");
        this.property =
                localName(meant.isEmpty() ? described.path("propertyUrl").asString() : meant);
        String value = described.path("valueUrl").asString("");
        this.codeList = codeList(value, name);
        this.stated = described.has("propertyUrl")
                && !described.has("rdfs:seeAlso")
                && (value.isEmpty() || codeList.isPresent());
        this.type = codeList.isPresent() ? Type.CODE : Type.of(described.path("datatype"));
        this.ground = ground(described.path("aboutUrl").asString());
    }

    private static Optional<String> codeList(String value, String name) {
        String end = "/{" + name + "}";
        return value.contains("/code/") && value.endsWith(end)
                ? Optional.of(
                        value.substring(value.indexOf("/code/") + "/code/".length(), value.length() - end.length()))
                : Optional.empty();
    }

    private static Optional<RejectionGround> ground(String about) {
        return about.contains("/rejection/")
                ? Arrays.stream(RejectionGround.values())
                        .filter(each -> about.endsWith("/rejection/" + each.notation()))
                        .findFirst()
                : Optional.empty();
    }

    /** What a column's value is about: only a candidacy's, and a counting area's, may differ between the rows of a contest. */
    public enum Scope {
        CONTEST,
        CANDIDACY,
        DECLARATION,
        PART;

        private static Scope of(String about) {
            return Arrays.stream(values())
                    .filter(scope -> about.startsWith("{+" + scope.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** All of them, in an order that stays. */
    public static List<Column> all() {
        return List.copyOf(ALL.values());
    }

    /** Whole numbers of a contest that stand for themselves, beside those of its account that the code works with. */
    public static List<Column> figures() {
        return FIGURES;
    }

    /** Those whose cells are values of properties of a contest, or of a candidacy. */
    public static List<Column> stated(Scope about) {
        return all().stream()
                .filter(column -> column.scope == about && column.isStated())
                .filter(column -> column.ground().isEmpty())
                .toList();
    }

    /** Whether it is of the account of ballot papers, which a counting area has as well as the whole. */
    public boolean isOfAccount() {
        return OF_ACCOUNT.contains(this);
    }

    /** The columns of papers rejected on a ground. */
    public static List<Column> grounds() {
        return GROUNDS;
    }

    static Optional<Column> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Column named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** The first file that has a column says what it is. */
    private static Map<String, Column> read() {
        Map<String, Column> all = new LinkedHashMap<>();
        List<ObjectNode> described = new ArrayList<>();
        Map<String, FormatFile> files = FormatFile.all();
        Format.OF_CANDIDACIES.forEach(file ->
                described.addAll(Objects.requireNonNull(files.get(file), file).columns()));
        for (ObjectNode column : described) {
            if (!column.path("virtual").asBoolean(false)) {
                all.computeIfAbsent(column.path("name").asString(), name -> new Column(all.size(), column));
            }
        }
        return all;
    }

    /** The name, which is the template's heading where the template has the column. */
    public String name() {
        return name;
    }

    public Scope scope() {
        return scope;
    }

    /** The local name of the property that the value is about. */
    public String property() {
        return property;
    }

    /** Whether the cell itself, read by its type, is the property's value. */
    public boolean isStated() {
        return stated;
    }

    /** What the cells hold. */
    public Type type() {
        return type;
    }

    /** The code list that the values are from. */
    public Optional<String> codeList() {
        return codeList;
    }

    /** The ground, where it holds papers rejected on one. */
    public Optional<RejectionGround> ground() {
        return ground;
    }

    private static String localName(String uri) {
        return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
    }

    @Override
    public int compareTo(Column other) {
        return Integer.compare(number, other.number);
    }

    /** There is one of each name. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What cells hold, and values in RDF are. */
    public enum Type {
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        MOMENT,
        TEXT,
        CODE,
        THING;

        private static Type of(JsonNode datatype) {
            String base = datatype.isObject() ? datatype.path("base").asString("string") : datatype.asString("string");
            return switch (base) {
                case "integer" -> INTEGER;
                case "decimal" -> DECIMAL;
                case "boolean" -> BOOLEAN;
                case "date" -> DATE;
                case "datetime" -> MOMENT;
                case "anyURI" -> THING;
                default -> TEXT;
            };
        }
    }
}
