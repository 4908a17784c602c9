package uk.declared.export;

import static uk.declared.export.CsvColumn.ofCandidacy;
import static uk.declared.export.CsvColumn.ofContest;
import static uk.declared.export.CsvColumn.ofDeclaration;
import static uk.declared.export.CsvColumn.rejected;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.election.RejectionGround;

/** The Local Government Association's “Election Results” (docs/formats/lga.md). */
final class LgaColumns {
    private LgaColumns() {}

    static List<CsvColumn> all() {
        List<CsvColumn> columns = new ArrayList<>();
        addContest(columns);
        addCandidacy(columns);
        addAccount(columns);
        columns.add(ofDeclaration("InfoURL", Line.PAGE));
        columns.add(new CsvColumn("ReturningOfficer", Line::returningOfficer));
        columns.add(new CsvColumn("ElectoralDept", Line::contactName));
        columns.add(new CsvColumn("ContactEmail", Line::contactEmail));
        columns.add(new CsvColumn("ContactTel", Line::contactTelephone));
        return columns;
    }

    private static void addContest(List<CsvColumn> columns) {
        columns.add(ofDeclaration("PublicationDate", Line.ISSUED));
        columns.add(new CsvColumn("OrganisationURI", line -> organisation(line).flatMap(line.contest()::officialUri)));
        columns.add(
                new CsvColumn("OrganisationLabel", line -> organisation(line).flatMap(line.contest()::label)));
        columns.add(ofDeclaration("ServiceTypeURI", Line.SUBJECT));
        columns.add(new CsvColumn("ServiceTypeLabel", line -> Optional.empty()));
        columns.add(ofContest("ElectionDate", "pollingDate"));
        columns.add(new CsvColumn("TypeofElection", LgaColumns::type));
        columns.add(
                new CsvColumn("ElectedBodyURI", line -> line.contest().body().flatMap(line.contest()::officialUri)));
        columns.add(new CsvColumn("ElectedBodyLabel", Line::bodyName));
        columns.add(new CsvColumn(
                "ElectoralAreaURI",
                line -> line.ofContest("statisticalGeography").map(Links::statisticalGeography)));
        columns.add(new CsvColumn("ElectoralAreaLabel", Line::areaName));
    }

    private static void addCandidacy(List<CsvColumn> columns) {
        columns.add(new CsvColumn("CandidateSurname", LgaColumns::surname));
        columns.add(ofCandidacy("CandidateForenames", "givenName"));
        columns.add(ofCandidacy("CommonlyUsedSurname", "commonlyUsedFamilyName"));
        columns.add(ofCandidacy("CommonlyUsedForenames", "commonlyUsedGivenName"));
        columns.add(new CsvColumn(
                "PoliticalPartyURI", line -> line.ofCandidacy("party").map(Links::party)));
        columns.add(new CsvColumn(
                "PoliticalPartyLabel",
                line -> line.stands("independent") ? Optional.of("Independent") : line.partyName()));
        columns.add(ofCandidacy("CandidatesDescription", "description"));
        columns.add(ofCandidacy("VotesWon", "votes"));
        columns.add(new CsvColumn(
                "Elected",
                line -> line.ofCandidacy("elected")
                        .map(elected -> elected.equals("true") ? "ELECTED" : "NOT ELECTED")));
    }

    private static void addAccount(List<CsvColumn> columns) {
        columns.add(ofContest("VotesCast", "ballotPapersCast"));
        columns.add(ofContest("EligibleElectorate", "electorate"));
        columns.add(rejected("BallotsRejectedOfficialMark", RejectionGround.OFFICIAL_MARK));
        columns.add(rejected("BallotsRejectedMultipleVote", RejectionGround.TOO_MANY_VOTES));
        columns.add(rejected("BallotsRejectedIdentification", RejectionGround.IDENTIFICATION));
        columns.add(ofContest("BallotsRejectedInPart", "rejectedInPart"));
        columns.add(rejected("BallotsRejectedUnmarked", RejectionGround.UNMARKED_OR_VOID));
        columns.add(ofContest("PercentageTurnout", "turnoutPercentage"));
    }

    /** Who publishes: the council that declared the result, or else the one elected to. */
    private static Optional<Node> organisation(Line line) {
        return line.publisher().or(() -> line.isOfCouncil() ? line.contest().body() : Optional.empty());
    }

    /** Where the source does not part a name, all of it stands for the surname: nothing tells where it would be cut. */
    private static Optional<String> surname(Line line) {
        boolean parted = line.ofCandidacy("givenName").isPresent();
        return line.ofCandidacy("familyName")
                .or(() -> parted ? Optional.empty() : line.ofCandidacy("nameOnBallotPaper"));
    }

    private static Optional<String> type(Line line) {
        boolean byElection = line.contest().is("contestType", "by-election");
        return line.ofContest("office").map(office -> kind(office, line) + (byElection ? "ByElection" : ""));
    }

    private static String kind(String office, Line line) {
        return switch (office) {
            case "parish-councillor" -> "ParishAndTown";
            case "mayor" -> "Mayoral";
            case "pcc" -> "PoliceAndCrimeCommissioner";
            case "mp" -> "Parliamentary";
            default -> council(line.ofContest("councilArea").orElse(""));
        };
    }

    /** The kind of council, which the first letters of its area's code tell. */
    private static String council(String code) {
        return switch (code.length() < 3 ? "" : code.substring(0, 3)) {
            case "E07", "E08", "E09" -> "DistrictAndBorough";
            case "E10" -> "County";
            case "E06", "W06", "S12" -> "Unitary";
            default -> "Local";
        };
    }
}
