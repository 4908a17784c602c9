package uk.declared.submission.column;

import java.util.EnumMap;
import java.util.Map;
import uk.declared.election.BallotFigure;
import uk.declared.election.RejectionGround;

/** What a column of a table of candidacies can hold, in whatever format. */
public enum Column {
    BALLOT_ID(Scope.CONTEST, "notation"),
    ELECTION_ID(Scope.CONTEST, "election"),
    COUNCIL(Scope.CONTEST, "electedBody"),
    BODY_URI(Scope.CONTEST, "electedBody"),
    BODY_NAME(Scope.CONTEST, "electedBody"),
    ORGANISATION_NAME(Scope.CONTEST, "electedBody"),
    /** The county that a district lies in, which is the elected body where the area is one of its divisions. */
    COUNTY_CODE(Scope.CONTEST, "electedBody"),
    COUNTY_NAME(Scope.CONTEST, "electedBody"),
    COUNCIL_TYPE(Scope.CONTEST, "electedBody"),
    ELECTION_TYPE(Scope.CONTEST, "contestType"),
    CONTEST_TYPE(Scope.CONTEST, "contestType"),
    BY_ELECTION(Scope.CONTEST, "contestType"),
    BY_ELECTION_REASON(Scope.CONTEST, "vacancyReason"),
    CANCELLED_POLL(Scope.CONTEST, "contestStatus"),
    OFFICE(Scope.CONTEST, "office"),
    POLLING_DATE(Scope.CONTEST, "pollingDate"),
    AREA_CODE(Scope.CONTEST, "statisticalGeography"),
    AREA_IDENTIFIER(Scope.CONTEST, "statisticalGeography"),
    AREA_NAME(Scope.CONTEST, "electoralArea"),
    SEATS(Scope.CONTEST, "seats"),
    VOTING_SYSTEM(Scope.CONTEST, "votingSystem"),
    STATUS(Scope.CONTEST, "status"),
    CONTEST_STATUS(Scope.CONTEST, "contestStatus"),
    CONTEST_STATUS_REASON(Scope.CONTEST, "contestStatusReason"),
    VACANCY_REASON(Scope.CONTEST, "vacancyReason"),
    ELECTORATE(Scope.CONTEST, "electorate"),
    BALLOT_PAPERS_CAST(Scope.CONTEST, "ballotPapersCast"),
    VALID_BALLOT_PAPERS(Scope.CONTEST, "validBallotPapers"),
    REJECTED_BALLOT_PAPERS(Scope.CONTEST, "rejectedBallotPapers"),
    REJECTED_OFFICIAL_MARK(Scope.CONTEST, "ballotPapers"),
    REJECTED_TOO_MANY_VOTES(Scope.CONTEST, "ballotPapers"),
    REJECTED_IDENTIFICATION(Scope.CONTEST, "ballotPapers"),
    REJECTED_UNMARKED_OR_VOID(Scope.CONTEST, "ballotPapers"),
    REJECTED_UNMARKED(Scope.CONTEST, "ballotPapers"),
    REJECTED_VOID_FOR_UNCERTAINTY(Scope.CONTEST, "ballotPapers"),
    REJECTED_IN_PART(Scope.CONTEST, "rejectedInPart"),
    POSTAL_BALLOT_PAPERS(Scope.CONTEST, "postalBallotPapers"),
    VERIFIED_BALLOT_PAPERS(Scope.CONTEST, "verifiedBallotPapers"),
    COUNTED_BALLOT_PAPERS(Scope.CONTEST, "countedBallotPapers"),
    IN_PERSON_BALLOT_PAPERS(Scope.CONTEST, "inPersonBallotPapers"),
    PROXY_BALLOT_PAPERS(Scope.CONTEST, "proxyBallotPapers"),
    POSTAL_BALLOT_PAPERS_ISSUED(Scope.CONTEST, "postalBallotPapersIssued"),
    POSTAL_BALLOT_PAPERS_RETURNED(Scope.CONTEST, "postalBallotPapersReturned"),
    POSTAL_BALLOT_PAPERS_REJECTED(Scope.CONTEST, "postalBallotPapersRejected"),
    VOTERS_TURNED_AWAY(Scope.CONTEST, "votersTurnedAway"),
    VOTERS_TURNED_AWAY_WHO_RETURNED(Scope.CONTEST, "votersTurnedAwayWhoReturned"),
    RECOUNTS(Scope.CONTEST, "recounts"),
    EXPECTED_DECLARATION(Scope.CONTEST, "expectedDeclarationTime"),
    VALID_SECOND_PREFERENCES(Scope.CONTEST, "validSecondPreferences"),
    REJECTED_SECOND_PREFERENCES(Scope.CONTEST, "rejectedSecondPreferences"),
    QUOTA(Scope.CONTEST, "quota"),
    /** Whether a poll was held. */
    CONTESTED(Scope.CONTEST, "contestStatus"),
    /** How many candidates there were, for comparison with the rows. */
    CANDIDATES(Scope.CONTEST, "candidacy"),
    TURNOUT_PERCENTAGE(Scope.CONTEST, "turnoutPercentage"),
    /** Turnout of which the format does not say what it counts. */
    TURNOUT(Scope.CONTEST, "turnout"),
    /** Turnout that the format says is a count of papers. */
    TURNOUT_COUNT(Scope.CONTEST, "turnout"),

    PERSON_ID(Scope.CANDIDACY, "candidate"),
    FAMILY_NAME(Scope.CANDIDACY, "familyName"),
    GIVEN_NAME(Scope.CANDIDACY, "givenName"),
    COMMONLY_USED_FAMILY_NAME(Scope.CANDIDACY, "commonlyUsedFamilyName"),
    COMMONLY_USED_GIVEN_NAME(Scope.CANDIDACY, "commonlyUsedGivenName"),
    NAME_ON_BALLOT_PAPER(Scope.CANDIDACY, "nameOnBallotPaper"),
    GENDER(Scope.CANDIDACY, "gender"),
    INCUMBENT(Scope.CANDIDACY, "incumbent"),
    STANDING(Scope.CANDIDACY, "standing"),
    PARTY_ID(Scope.CANDIDACY, "party"),
    PARTY_NAME(Scope.CANDIDACY, "partyNameAsGiven"),
    DESCRIPTION(Scope.CANDIDACY, "description"),
    VOTES(Scope.CANDIDACY, "votes"),
    ELECTED(Scope.CANDIDACY, "elected"),
    DECIDED_BY_LOT(Scope.CANDIDACY, "decidedByLot"),
    /** What became of a candidate in a count by stages. */
    OUTCOME(Scope.CANDIDACY, "outcome"),
    /** The stage that decided it. */
    OUTCOME_STAGE(Scope.CANDIDACY, "outcome"),

    PUBLICATION_DATE(Scope.DECLARATION, "issued"),
    PUBLISHER_URI(Scope.DECLARATION, "publisher"),
    PUBLISHER_NAME(Scope.DECLARATION, "publisher"),
    SERVICE(Scope.DECLARATION, "subject"),
    SERVICE_NAME(Scope.DECLARATION, "subject"),
    RETURNING_OFFICER(Scope.DECLARATION, "returningOfficer"),
    CONTACT_NAME(Scope.DECLARATION, "contactPoint"),
    CONTACT_EMAIL(Scope.DECLARATION, "contactPoint"),
    CONTACT_TELEPHONE(Scope.DECLARATION, "contactPoint"),
    PAGE(Scope.DECLARATION, "page"),
    /** A text that says where a result was found, an address in it. */
    SOURCE_NOTE(Scope.DECLARATION, "page");

    /** The ground of every column that holds papers rejected on one. */
    public static final Map<Column, RejectionGround> GROUNDS = grounds();

    /** Columns of further figures, each of which holds the property that the figure states. */
    public static final Map<Column, BallotFigure> FIGURES = figures();

    private final Scope scope;
    private final String property;

    Column(Scope scope, String property) {
        this.scope = scope;
        this.property = property;
    }

    /** What a column's value is about: only a candidacy's may differ between the rows of a contest. */
    public enum Scope {
        CONTEST,
        CANDIDACY,
        DECLARATION
    }

    public Scope scope() {
        return scope;
    }

    /** The local name of the property that states the value. */
    public String property() {
        return property;
    }

    private static Map<Column, RejectionGround> grounds() {
        Map<Column, RejectionGround> grounds = new EnumMap<>(Column.class);
        grounds.put(Column.REJECTED_OFFICIAL_MARK, RejectionGround.OFFICIAL_MARK);
        grounds.put(Column.REJECTED_TOO_MANY_VOTES, RejectionGround.TOO_MANY_VOTES);
        grounds.put(Column.REJECTED_IDENTIFICATION, RejectionGround.IDENTIFICATION);
        grounds.put(Column.REJECTED_UNMARKED_OR_VOID, RejectionGround.UNMARKED_OR_VOID);
        grounds.put(Column.REJECTED_UNMARKED, RejectionGround.UNMARKED);
        grounds.put(Column.REJECTED_VOID_FOR_UNCERTAINTY, RejectionGround.VOID_FOR_UNCERTAINTY);
        return grounds;
    }

    private static Map<Column, BallotFigure> figures() {
        Map<Column, BallotFigure> figures = new EnumMap<>(Column.class);
        for (BallotFigure figure : BallotFigure.values()) {
            for (Column column : Column.values()) {
                if (column.property().equals(figure.property())) {
                    figures.put(column, figure);
                }
            }
        }
        return figures;
    }
}
