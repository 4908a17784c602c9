package uk.declared.export;

import static uk.declared.export.CsvColumn.ofCandidacy;
import static uk.declared.export.CsvColumn.ofContest;
import static uk.declared.export.CsvColumn.ofDeclaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Vocabulary;

/** Democracy Club's table of candidates, in its layout of today (docs/formats/democracy-club.md). */
final class DemocracyClubColumns {
    private static final Set<String> POLL_HELD = Set.of("contested", "abandoned");

    private DemocracyClubColumns() {}

    static List<CsvColumn> all() {
        List<CsvColumn> columns = new ArrayList<>();
        columns.add(new CsvColumn("person_id", Line::person));
        columns.add(ofCandidacy("person_name", "nameOnBallotPaper"));
        columns.add(ofContest("election_id", "election"));
        columns.add(new CsvColumn(
                "ballot_paper_id",
                line -> line.contest().external(line.contest().contest(), SKOS.notation.getURI())));
        columns.add(ofContest("election_date", "pollingDate"));
        columns.add(new CsvColumn("party_name", DemocracyClubColumns::partyName));
        columns.add(new CsvColumn("party_id", DemocracyClubColumns::partyId));
        columns.add(ofCandidacy("party_description_text", "description"));
        columns.add(new CsvColumn("post_label", Line::areaName));
        columns.add(new CsvColumn(
                "cancelled_poll",
                line -> line.ofContest("contestStatus").map(status -> truth(!POLL_HELD.contains(status)))));
        columns.add(ofContest("seats_contested", "seats"));
        columns.add(ofContest("gss", "statisticalGeography"));
        columns.add(new CsvColumn("organisation_name", Line::bodyName));
        columns.add(new CsvColumn(
                "by_election", line -> line.ofContest("contestType").map(type -> truth(type.equals("by-election")))));
        columns.add(new CsvColumn("by_election_reason", DemocracyClubColumns::reason));
        columns.add(ofCandidacy("sopn_first_names", "givenName"));
        columns.add(ofCandidacy("sopn_last_name", "familyName"));
        columns.add(ofCandidacy("votes_cast", "votes"));
        columns.add(new CsvColumn("elected", line -> line.ofCandidacy("elected").map(DemocracyClubColumns::capital)));
        columns.add(new CsvColumn("tied_vote_winner", DemocracyClubColumns::wonByLot));
        columns.add(ofContest("turnout_reported", "ballotPapersCast"));
        columns.add(ofContest("spoilt_ballots", "rejectedBallotPapers"));
        columns.add(ofContest("total_electorate", "electorate"));
        columns.add(ofContest("turnout_percentage", "turnoutPercentage"));
        columns.add(ofDeclaration("results_source", Line.PAGE));
        return columns;
    }

    private static Optional<String> partyName(Line line) {
        return line.stands("independent") ? Optional.of("Independent") : line.partyName();
    }

    private static Optional<String> partyId(Line line) {
        if (line.stands("independent")) {
            return Optional.of("ynmp-party:2");
        }
        return line.ofCandidacy("party").map(id -> id.replaceFirst("^joint-party-", "joint-party:"));
    }

    private static Optional<String> reason(Line line) {
        return line.contest()
                .one(line.contest().contest(), Vocabulary.term("vacancy"))
                .flatMap(vacancy -> line.contest().text(vacancy, "vacancyReason"))
                .map(reason -> reason.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Said of everybody of whom it is known who was elected, since readers take a tie about which nothing is said for a lot. */
    private static Optional<String> wonByLot(Line line) {
        return line.ofCandidacy("decidedByLot")
                .or(() -> line.ofCandidacy("elected").map(elected -> "false"))
                .map(DemocracyClubColumns::capital);
    }

    private static String truth(boolean is) {
        return is ? "True" : "False";
    }

    private static String capital(String bool) {
        return truth(bool.equals("true"));
    }
}
