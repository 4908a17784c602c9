package uk.declared.export;

import static uk.declared.export.CsvColumn.ofCandidacy;
import static uk.declared.export.CsvColumn.ofContest;
import static uk.declared.export.CsvColumn.ofDeclaration;
import static uk.declared.export.CsvColumn.rejected;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import uk.declared.election.RejectionGround;
import uk.declared.linkeddata.Vocabulary;

/** Declared's own template (docs/template.md), with the stages of counts where there are any. */
final class TemplateColumns {
    private TemplateColumns() {}

    /** @param stages how many stages the longest count of the table has; the first preferences are the votes */
    static List<CsvColumn> of(int stages) {
        List<CsvColumn> columns = new ArrayList<>();
        addContest(columns);
        addAccount(columns);
        addCandidacy(columns);
        addDeclaration(columns);
        addUris(columns);
        for (int number = 2; number <= stages; number++) {
            addStage(number, columns);
        }
        return columns;
    }

    private static void addContest(List<CsvColumn> columns) {
        columns.add(new CsvColumn("council", TemplateColumns::council));
        columns.add(new CsvColumn(
                "elected_body_name",
                line -> line.isOfCouncil() || line.isOffice("mp") ? Optional.empty() : line.bodyName()));
        columns.add(new CsvColumn("elected_body_code", TemplateColumns::bodyCode));
        columns.add(ofContest("office", "office"));
        columns.add(ofContest("polling_date", "pollingDate"));
        columns.add(ofContest("contest_type", "contestType"));
        columns.add(ofContest("area_code", "statisticalGeography"));
        columns.add(new CsvColumn("area_name", Line::areaName));
        columns.add(ofContest("status", "status"));
        columns.add(ofContest("contest_status", "contestStatus"));
        columns.add(ofContest("contest_status_reason", "contestStatusReason"));
        columns.add(new CsvColumn("vacancy_reason", TemplateColumns::vacancyReason));
        columns.add(ofContest("voting_system", "votingSystem"));
        columns.add(ofContest("seats", "seats"));
        columns.add(ofContest("expected_declaration", "expectedDeclarationTime"));
    }

    private static void addAccount(List<CsvColumn> columns) {
        columns.add(ofContest("electorate", "electorate"));
        columns.add(ofContest("ballot_papers_cast", "ballotPapersCast"));
        columns.add(ofContest("valid_ballot_papers", "validBallotPapers"));
        columns.add(ofContest("rejected_ballot_papers", "rejectedBallotPapers"));
        columns.add(rejected("rejected_official_mark", RejectionGround.OFFICIAL_MARK));
        columns.add(rejected("rejected_too_many_votes", RejectionGround.TOO_MANY_VOTES));
        columns.add(rejected("rejected_identification", RejectionGround.IDENTIFICATION));
        columns.add(rejected("rejected_unmarked_or_void", RejectionGround.UNMARKED_OR_VOID));
        columns.add(rejected("rejected_unmarked", RejectionGround.UNMARKED));
        columns.add(rejected("rejected_void_for_uncertainty", RejectionGround.VOID_FOR_UNCERTAINTY));
        columns.add(ofContest("rejected_in_part", "rejectedInPart"));
        columns.add(ofContest("postal_ballot_papers", "postalBallotPapers"));
        columns.add(ofContest("verified_ballot_papers", "verifiedBallotPapers"));
        columns.add(ofContest("counted_ballot_papers", "countedBallotPapers"));
        columns.add(ofContest("in_person_ballot_papers", "inPersonBallotPapers"));
        columns.add(ofContest("proxy_ballot_papers", "proxyBallotPapers"));
        columns.add(ofContest("postal_ballot_papers_issued", "postalBallotPapersIssued"));
        columns.add(ofContest("postal_ballot_papers_returned", "postalBallotPapersReturned"));
        columns.add(ofContest("postal_ballot_papers_rejected", "postalBallotPapersRejected"));
        columns.add(ofContest("voters_turned_away", "votersTurnedAway"));
        columns.add(ofContest("voters_turned_away_who_returned", "votersTurnedAwayWhoReturned"));
        columns.add(ofContest("recounts", "recounts"));
        columns.add(ofContest("valid_second_preferences", "validSecondPreferences"));
        columns.add(ofContest("rejected_second_preferences", "rejectedSecondPreferences"));
        columns.add(ofContest("quota", "quota"));
        columns.add(ofContest("turnout_percentage", "turnoutPercentage"));
    }

    private static void addCandidacy(List<CsvColumn> columns) {
        columns.add(ofCandidacy("name_on_ballot_paper", "nameOnBallotPaper"));
        columns.add(ofCandidacy("given_name", "givenName"));
        columns.add(ofCandidacy("family_name", "familyName"));
        columns.add(ofCandidacy("commonly_used_given_name", "commonlyUsedGivenName"));
        columns.add(ofCandidacy("commonly_used_family_name", "commonlyUsedFamilyName"));
        columns.add(ofCandidacy("standing", "standing"));
        columns.add(ofCandidacy("party_id", "party"));
        columns.add(new CsvColumn("party_name", Line::partyName));
        columns.add(ofCandidacy("description", "description"));
        columns.add(ofCandidacy("votes", "votes"));
        columns.add(ofCandidacy("elected", "elected"));
        columns.add(ofCandidacy("decided_by_lot", "decidedByLot"));
        columns.add(new CsvColumn(
                "outcome",
                line -> decidingTally(line).flatMap(tally -> line.contest().text(tally, "outcome"))));
        columns.add(new CsvColumn("outcome_stage", line -> decidingTally(line).flatMap(tally -> stageOf(line, tally))));
    }

    private static void addDeclaration(List<CsvColumn> columns) {
        columns.add(ofDeclaration("publication_date", Line.ISSUED));
        columns.add(ofDeclaration("page", Line.PAGE));
        columns.add(new CsvColumn("returning_officer", Line::returningOfficer));
        columns.add(new CsvColumn("contact_name", Line::contactName));
        columns.add(new CsvColumn("contact_email", Line::contactEmail));
        columns.add(new CsvColumn("contact_telephone", Line::contactTelephone));
        columns.add(new CsvColumn("person_id", Line::person));
    }

    /** By these a table is joined with everything else that is said of a contest and a candidacy. */
    private static void addUris(List<CsvColumn> columns) {
        columns.add(new CsvColumn(
                "contest_uri", line -> Optional.of(line.contest().contest().getURI())));
        columns.add(new CsvColumn(
                "candidacy_uri", line -> Optional.of(line.candidacy().getURI())));
    }

    private static void addStage(int number, List<CsvColumn> columns) {
        columns.add(new CsvColumn("transfer_" + number, atStage(number, "transfer")));
        columns.add(new CsvColumn("total_" + number, atStage(number, "tallyVotes")));
        columns.add(new CsvColumn(
                "non_transferable_" + number,
                line -> line.contest()
                        .stage(number)
                        .flatMap(stage -> line.contest().text(stage, "nonTransferable"))));
    }

    private static Function<Line, Optional<String>> atStage(int number, String property) {
        return line -> line.contest()
                .stage(number)
                .flatMap(stage -> line.contest().tally(stage, line.candidacy()))
                .flatMap(tally -> line.contest().text(tally, property));
    }

    /** The council elected to, by its short name; at elections to another body the council that declares the result. */
    private static Optional<String> council(Line line) {
        Optional<Node> council = line.isOfCouncil() ? line.contest().body() : line.publisher();
        return council.map(ContestFacts::lastPart);
    }

    /** A mayor's authority is known by its short name, another body by the code of its area. */
    private static Optional<String> bodyCode(Line line) {
        if (line.isOfCouncil() || line.isOffice("mp")) {
            return Optional.empty();
        }
        return line.contest().body().flatMap(body -> line.contest().text(body, "governs"));
    }

    private static Optional<String> vacancyReason(Line line) {
        return line.contest()
                .one(line.contest().contest(), Vocabulary.term("vacancy"))
                .flatMap(vacancy -> line.contest().text(vacancy, "vacancyReason"));
    }

    private static Optional<Node> decidingTally(Line line) {
        ContestFacts contest = line.contest();
        return contest.graph().stream(Node.ANY, Vocabulary.term("tallyFor"), line.candidacy())
                .map(triple -> triple.getSubject())
                .filter(tally -> contest.text(tally, "outcome").isPresent())
                .findFirst();
    }

    private static Optional<String> stageOf(Line line, Node tally) {
        return line.contest().graph().stream(Node.ANY, Vocabulary.term("tally"), tally)
                .map(triple -> triple.getSubject())
                .findFirst()
                .flatMap(stage -> line.contest().text(stage, "stageNumber"));
    }
}
