package uk.declared.submission.column;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that are known. */
public final class TableFormats {
    private static final Set<Column> FIGURES_OF_THE_ACCOUNT = EnumSet.of(
            Column.ELECTORATE,
            Column.BALLOT_PAPERS_CAST,
            Column.VALID_BALLOT_PAPERS,
            Column.REJECTED_BALLOT_PAPERS,
            Column.REJECTED_IN_PART,
            Column.POSTAL_BALLOT_PAPERS,
            Column.TURNOUT_PERCENTAGE);

    /** The Local Government Association's “Election Results”: docs/formats/lga.md. */
    public static final TableFormat LGA = new TableFormat(
            "lga",
            "LGA Election Results CSV",
            lga(),
            List.of("ElectionDate", "TypeofElection", "ElectoralAreaLabel", "CandidateSurname", "VotesWon", "Elected"),
            List.of(List.of("ElectedBodyURI", "ElectedBodyLabel", "OrganisationURI", "OrganisationLabel")),
            true);

    /** Declared's own template: docs/template.md. */
    public static final TableFormat TEMPLATE = new TableFormat(
            "template",
            "Declared's template",
            template(),
            List.of("polling_date", "area_name", "elected"),
            List.of(List.of("name_on_ballot_paper", "family_name")),
            false);

    /** Figures that come later, a row for every contest and no candidates: docs/template.md. */
    static final TableFormat SUPPLEMENT = new TableFormat(
            TableFormat.SUPPLEMENT,
            "Declared's template for later figures",
            supplement(),
            List.of("polling_date", "area_name"),
            List.of(supplement().entrySet().stream()
                    .filter(heading -> isFigure(heading.getValue()))
                    .map(Map.Entry::getKey)
                    .toList()),
            false);

    /** Democracy Club's exports of candidates and results: docs/formats/democracy-club.md. */
    public static final TableFormat DEMOCRACY_CLUB = new TableFormat(
            "democracy-club",
            "Democracy Club's CSV",
            democracyClub(),
            List.of("person_name"),
            List.of(List.of("ballot_paper_id", "election_id")),
            false);

    /** Counts by the single transferable vote with every stage: docs/formats/stv.md. */
    static final TableFormat STV_STAGES = new TableFormat(
            "stv-stages",
            "STV stage table",
            stvStages(),
            List.of("name", "ward_name", "election", "first_prefs", "elected"),
            List.of(),
            false);

    /** All of them, in the order in which they are tried. */
    public static final List<TableFormat> ALL = List.of(LGA, SUPPLEMENT, TEMPLATE, DEMOCRACY_CLUB, STV_STAGES);

    private TableFormats() {}

    private static Map<String, Column> lga() {
        Map<String, Column> headings = new LinkedHashMap<>();
        headings.put("PublicationDate", Column.PUBLICATION_DATE);
        headings.put("OrganisationURI", Column.PUBLISHER_URI);
        headings.put("OrganisationLabel", Column.PUBLISHER_NAME);
        headings.put("ServiceTypeURI", Column.SERVICE);
        headings.put("ServiceTypeLabel", Column.SERVICE_NAME);
        headings.put("ElectionDate", Column.POLLING_DATE);
        headings.put("TypeofElection", Column.ELECTION_TYPE);
        headings.put("ElectedBodyURI", Column.BODY_URI);
        headings.put("ElectedBodyLabel", Column.BODY_NAME);
        headings.put("ElectoralAreaURI", Column.AREA_CODE);
        headings.put("ElectoralAreaLabel", Column.AREA_NAME);
        headings.put("CandidateSurname", Column.FAMILY_NAME);
        headings.put("CandidateForenames", Column.GIVEN_NAME);
        headings.put("CommonlyUsedSurname", Column.COMMONLY_USED_FAMILY_NAME);
        headings.put("CommonlyUsedForenames", Column.COMMONLY_USED_GIVEN_NAME);
        headings.put("PoliticalPartyURI", Column.PARTY_ID);
        headings.put("PoliticalPartyLabel", Column.PARTY_NAME);
        headings.put("CandidatesDescription", Column.DESCRIPTION);
        headings.put("VotesWon", Column.VOTES);
        headings.put("Elected", Column.ELECTED);
        headings.put("VotesCast", Column.BALLOT_PAPERS_CAST);
        headings.put("EligibleElectorate", Column.ELECTORATE);
        headings.put("BallotsRejectedOfficialMark", Column.REJECTED_OFFICIAL_MARK);
        headings.put("BallotsRejectedMultipleVote", Column.REJECTED_TOO_MANY_VOTES);
        headings.put("BallotsRejectedIdentification", Column.REJECTED_IDENTIFICATION);
        headings.put("BallotsRejectedInPart", Column.REJECTED_IN_PART);
        headings.put("BallotsRejectedUnmarked", Column.REJECTED_UNMARKED_OR_VOID);
        headings.put("PercentageTurnout", Column.TURNOUT_PERCENTAGE);
        headings.put("InfoURL", Column.PAGE);
        headings.put("ReturningOfficer", Column.RETURNING_OFFICER);
        headings.put("ElectoralDept", Column.CONTACT_NAME);
        headings.put("ContactEmail", Column.CONTACT_EMAIL);
        headings.put("ContactTel", Column.CONTACT_TELEPHONE);
        return headings;
    }

    private static Map<String, Column> democracyClub() {
        Map<String, Column> headings = new LinkedHashMap<>();
        headings.put("person_id", Column.PERSON_ID);
        headings.put("person_name", Column.NAME_ON_BALLOT_PAPER);
        headings.put("sopn_first_names", Column.GIVEN_NAME);
        headings.put("sopn_last_name", Column.FAMILY_NAME);
        headings.put("election_id", Column.ELECTION_ID);
        headings.put("ballot_paper_id", Column.BALLOT_ID);
        headings.put("election_date", Column.POLLING_DATE);
        headings.put("party_name", Column.PARTY_NAME);
        headings.put("party_id", Column.PARTY_ID);
        headings.put("party_description_text", Column.DESCRIPTION);
        headings.put("post_label", Column.AREA_NAME);
        headings.put("post_id", Column.AREA_IDENTIFIER);
        headings.put("gss", Column.AREA_CODE);
        headings.put("organisation_name", Column.ORGANISATION_NAME);
        headings.put("cancelled_poll", Column.CANCELLED_POLL);
        headings.put("seats_contested", Column.SEATS);
        headings.put("by_election", Column.BY_ELECTION);
        headings.put("by_election_reason", Column.BY_ELECTION_REASON);
        headings.put("votes_cast", Column.VOTES);
        headings.put("ballots_cast", Column.VOTES);
        headings.put("elected", Column.ELECTED);
        headings.put("is_winner", Column.ELECTED);
        headings.put("tied_vote_winner", Column.DECIDED_BY_LOT);
        headings.put("turnout_reported", Column.TURNOUT_COUNT);
        headings.put("turnout", Column.TURNOUT);
        headings.put("spoilt_ballots", Column.REJECTED_BALLOT_PAPERS);
        headings.put("total_electorate", Column.ELECTORATE);
        headings.put("turnout_percentage", Column.TURNOUT_PERCENTAGE);
        headings.put("results_source", Column.SOURCE_NOTE);
        headings.put("source", Column.SOURCE_NOTE);
        return headings;
    }

    private static Map<String, Column> stvStages() {
        Map<String, Column> headings = new LinkedHashMap<>();
        headings.put("name", Column.NAME_ON_BALLOT_PAPER);
        headings.put("party_name", Column.PARTY_NAME);
        headings.put("council_id", Column.COUNCIL);
        headings.put("council_name", Column.BODY_NAME);
        headings.put("election", Column.ELECTION_ID);
        headings.put("map_ward_id", Column.AREA_CODE);
        headings.put("ward_name", Column.AREA_NAME);
        headings.put("contested", Column.CONTESTED);
        headings.put("elected", Column.ELECTED);
        headings.put("status", Column.OUTCOME);
        headings.put("occurred_on_count", Column.OUTCOME_STAGE);
        headings.put("first_prefs", Column.VOTES);
        headings.put("electorate", Column.ELECTORATE);
        headings.put("total_poll", Column.BALLOT_PAPERS_CAST);
        headings.put("valid_poll", Column.VALID_BALLOT_PAPERS);
        headings.put("rejected", Column.REJECTED_BALLOT_PAPERS);
        headings.put("quota", Column.QUOTA);
        headings.put("seats", Column.SEATS);
        headings.put("candidates", Column.CANDIDATES);
        return headings;
    }

    /** Of the template what is said of a contest or of the declaration, but for what a new result alone can change. */
    private static Map<String, Column> supplement() {
        Map<String, Column> headings = template();
        headings.values().removeIf(column -> column.scope() == Column.Scope.CANDIDACY);
        headings.values()
                .removeAll(List.of(
                        Column.STATUS,
                        Column.CONTEST_STATUS,
                        Column.CONTEST_STATUS_REASON,
                        Column.VACANCY_REASON,
                        Column.VOTING_SYSTEM,
                        Column.SEATS,
                        Column.QUOTA));
        return headings;
    }

    private static boolean isFigure(Column column) {
        return Column.FIGURES.containsKey(column)
                || Column.GROUNDS.containsKey(column)
                || FIGURES_OF_THE_ACCOUNT.contains(column);
    }

    private static Map<String, Column> template() {
        Map<String, Column> headings = new LinkedHashMap<>();
        headings.put("council", Column.COUNCIL);
        headings.put("elected_body_name", Column.BODY_NAME);
        headings.put("elected_body_code", Column.BODY_URI);
        headings.put("office", Column.OFFICE);
        headings.put("polling_date", Column.POLLING_DATE);
        headings.put("contest_type", Column.CONTEST_TYPE);
        headings.put("area_code", Column.AREA_CODE);
        headings.put("area_name", Column.AREA_NAME);
        headings.put("status", Column.STATUS);
        headings.put("contest_status", Column.CONTEST_STATUS);
        headings.put("contest_status_reason", Column.CONTEST_STATUS_REASON);
        headings.put("vacancy_reason", Column.VACANCY_REASON);
        headings.put("voting_system", Column.VOTING_SYSTEM);
        headings.put("seats", Column.SEATS);
        headings.put("expected_declaration", Column.EXPECTED_DECLARATION);
        headings.put("electorate", Column.ELECTORATE);
        headings.put("ballot_papers_cast", Column.BALLOT_PAPERS_CAST);
        headings.put("valid_ballot_papers", Column.VALID_BALLOT_PAPERS);
        headings.put("rejected_ballot_papers", Column.REJECTED_BALLOT_PAPERS);
        headings.put("rejected_official_mark", Column.REJECTED_OFFICIAL_MARK);
        headings.put("rejected_too_many_votes", Column.REJECTED_TOO_MANY_VOTES);
        headings.put("rejected_identification", Column.REJECTED_IDENTIFICATION);
        headings.put("rejected_unmarked_or_void", Column.REJECTED_UNMARKED_OR_VOID);
        headings.put("rejected_unmarked", Column.REJECTED_UNMARKED);
        headings.put("rejected_void_for_uncertainty", Column.REJECTED_VOID_FOR_UNCERTAINTY);
        headings.put("rejected_in_part", Column.REJECTED_IN_PART);
        headings.put("postal_ballot_papers", Column.POSTAL_BALLOT_PAPERS);
        headings.put("verified_ballot_papers", Column.VERIFIED_BALLOT_PAPERS);
        headings.put("counted_ballot_papers", Column.COUNTED_BALLOT_PAPERS);
        headings.put("in_person_ballot_papers", Column.IN_PERSON_BALLOT_PAPERS);
        headings.put("proxy_ballot_papers", Column.PROXY_BALLOT_PAPERS);
        headings.put("postal_ballot_papers_issued", Column.POSTAL_BALLOT_PAPERS_ISSUED);
        headings.put("postal_ballot_papers_returned", Column.POSTAL_BALLOT_PAPERS_RETURNED);
        headings.put("postal_ballot_papers_rejected", Column.POSTAL_BALLOT_PAPERS_REJECTED);
        headings.put("voters_turned_away", Column.VOTERS_TURNED_AWAY);
        headings.put("voters_turned_away_who_returned", Column.VOTERS_TURNED_AWAY_WHO_RETURNED);
        headings.put("recounts", Column.RECOUNTS);
        headings.put("valid_second_preferences", Column.VALID_SECOND_PREFERENCES);
        headings.put("rejected_second_preferences", Column.REJECTED_SECOND_PREFERENCES);
        headings.put("quota", Column.QUOTA);
        headings.put("turnout_percentage", Column.TURNOUT_PERCENTAGE);
        headings.put("name_on_ballot_paper", Column.NAME_ON_BALLOT_PAPER);
        headings.put("given_name", Column.GIVEN_NAME);
        headings.put("family_name", Column.FAMILY_NAME);
        headings.put("commonly_used_given_name", Column.COMMONLY_USED_GIVEN_NAME);
        headings.put("commonly_used_family_name", Column.COMMONLY_USED_FAMILY_NAME);
        headings.put("standing", Column.STANDING);
        headings.put("party_id", Column.PARTY_ID);
        headings.put("party_name", Column.PARTY_NAME);
        headings.put("description", Column.DESCRIPTION);
        headings.put("votes", Column.VOTES);
        headings.put("elected", Column.ELECTED);
        headings.put("decided_by_lot", Column.DECIDED_BY_LOT);
        headings.put("outcome", Column.OUTCOME);
        headings.put("outcome_stage", Column.OUTCOME_STAGE);
        headings.put("publication_date", Column.PUBLICATION_DATE);
        headings.put("page", Column.PAGE);
        headings.put("returning_officer", Column.RETURNING_OFFICER);
        headings.put("contact_name", Column.CONTACT_NAME);
        headings.put("contact_email", Column.CONTACT_EMAIL);
        headings.put("contact_telephone", Column.CONTACT_TELEPHONE);
        headings.put("person_id", Column.PERSON_ID);
        return headings;
    }
}
