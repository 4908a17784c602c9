package uk.declared.submission.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.declared.submission.column.Column;

/**
 * A property of the vocabulary that is read from RDF, and the column of a table that holds the same.
 *
 * @param kind what its values must be
 * @param list the code list that they are from; empty for values of other kinds
 */
record RdfField(Column column, String property, Kind kind, String list) {
    /** What the values of a property must be. */
    enum Kind {
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        MOMENT,
        TEXT,
        CODE,
        THING
    }

    /** What is said of a contest itself. */
    static final List<RdfField> OF_CONTEST = ofContest();

    /** What is said of a candidacy itself. */
    static final List<RdfField> OF_CANDIDACY = ofCandidacy();

    private static List<RdfField> ofContest() {
        List<RdfField> fields = new ArrayList<>();
        Map.of(
                        Column.OFFICE, "office",
                        Column.CONTEST_TYPE, "contest-type",
                        Column.VOTING_SYSTEM, "voting-system",
                        Column.STATUS, "declaration-status",
                        Column.CONTEST_STATUS, "contest-status",
                        Column.CONTEST_STATUS_REASON, "contest-status-reason")
                .forEach((column, list) -> fields.add(new RdfField(column, column.property(), Kind.CODE, list)));
        fields.add(of(Column.POLLING_DATE, Kind.DATE));
        fields.add(of(Column.EXPECTED_DECLARATION, Kind.MOMENT));
        fields.add(of(Column.TURNOUT_PERCENTAGE, Kind.DECIMAL));
        fields.add(of(Column.QUOTA, Kind.DECIMAL));
        List.of(
                        Column.SEATS,
                        Column.ELECTORATE,
                        Column.BALLOT_PAPERS_CAST,
                        Column.VALID_BALLOT_PAPERS,
                        Column.REJECTED_BALLOT_PAPERS,
                        Column.REJECTED_IN_PART,
                        Column.POSTAL_BALLOT_PAPERS)
                .forEach(column -> fields.add(of(column, Kind.INTEGER)));
        Column.FIGURES.keySet().forEach(column -> fields.add(of(column, Kind.INTEGER)));
        return List.copyOf(fields);
    }

    private static List<RdfField> ofCandidacy() {
        List<RdfField> fields = new ArrayList<>();
        fields.add(new RdfField(Column.STANDING, "standing", Kind.CODE, "standing"));
        List.of(
                        Column.NAME_ON_BALLOT_PAPER,
                        Column.GIVEN_NAME,
                        Column.FAMILY_NAME,
                        Column.COMMONLY_USED_GIVEN_NAME,
                        Column.COMMONLY_USED_FAMILY_NAME,
                        Column.PARTY_NAME,
                        Column.DESCRIPTION)
                .forEach(column -> fields.add(of(column, Kind.TEXT)));
        fields.add(of(Column.VOTES, Kind.INTEGER));
        fields.add(of(Column.ELECTED, Kind.BOOLEAN));
        fields.add(of(Column.DECIDED_BY_LOT, Kind.BOOLEAN));
        fields.add(new RdfField(Column.GENDER, "gender", Kind.CODE, "gender"));
        fields.add(of(Column.INCUMBENT, Kind.BOOLEAN));
        return List.copyOf(fields);
    }

    private static RdfField of(Column column, Kind kind) {
        return new RdfField(column, column.property(), kind, "");
    }
}
