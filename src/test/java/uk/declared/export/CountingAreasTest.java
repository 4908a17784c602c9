package uk.declared.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.ElectionId;
import uk.declared.election.PartialResult;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.SupplementedGraph;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** What was counted in each district goes all the way beside the whole, and is never taken for it. */
class CountingAreasTest {
    private static final String HEADINGS =
            "elected_body_name,office,polling_date,area_code,area_name,seats,status,counting_area_code,counting_area_name,"
                    + "electorate,ballot_papers_cast,rejected_ballot_papers,rejected_too_many_votes,name_on_ballot_paper,party_id,votes,elected\n";
    private static final String CONTEST =
            "Liverpool City Region Combined Authority,mayor,2024-05-02,E47000004,Liverpool City Region,1,,";
    private static final String WHOLE = CONTEST + ",,3000,810,10,4,Ann Archer,PP53,500,true\n" + CONTEST
            + ",,3000,810,10,4,Bob Baker,PP52,300,false\n";
    private static final String KNOWSLEY = CONTEST + "E08000011,Knowsley,2000,508,8,3,Ann Archer,PP53,320,\n" + CONTEST
            + "E08000011,Knowsley,2000,508,8,3,Bob Baker,PP52,180,\n";
    private static final String LIVERPOOL = CONTEST + "E08000012,Liverpool,1000,302,2,1,Bob Baker,,120,\n" + CONTEST
            + "E08000012,Liverpool,1000,302,2,1,Ann Archer,,180,\n";
    private static final String ALL = HEADINGS + WHOLE + KNOWSLEY + LIVERPOOL;

    @Test
    void rowsThatNameACountingAreaHoldItsVotesAndItsOwnAccount() {
        RoundTrip.Read read = RoundTrip.read(ALL);

        ContestResult result = read.contests().get(0);
        assertThat(read.contests()).hasSize(1);
        assertThat(violations(read)).isEmpty();
        assertThat(result.status()).isEqualTo(DeclarationStatus.DECLARED);
        assertThat(result.candidacies())
                .extracting(candidacy -> candidacy.votes().orElseThrow())
                .containsExactly(500, 300);
        assertThat(result.account().electorate()).hasValue(3000);
        assertThat(result.parts()).extracting(PartialResult::key).containsExactly("E08000011", "E08000012");
        assertThat(result.parts().get(0).votes()).isEqualTo(Map.of(0, 320, 1, 180));
        assertThat(result.parts().get(1).votes()).isEqualTo(Map.of(0, 180, 1, 120));
        assertThat(result.parts().get(1).account().ballotPapersCast()).hasValue(302);
    }

    @Test
    void partsThatComeBeforeTheWholeAreProvisionalAndTheWholeStaysAbsent() {
        ContestResult result =
                RoundTrip.read(HEADINGS + KNOWSLEY + awaited()).contests().get(0);

        assertThat(result.status()).isEqualTo(DeclarationStatus.PROVISIONAL);
        assertThat(result.candidacies())
                .extracting(candidacy -> candidacy.nameOnBallotPaper())
                .containsExactly("Ann Archer", "Bob Baker");
        assertThat(result.candidacies())
                .allMatch(candidacy ->
                        candidacy.votes().isEmpty() && candidacy.elected().isEmpty());
        assertThat(result.account().electorate()).isEmpty();
        assertThat(result.parts()).hasSize(2);
        assertThat(result.parts().get(1).votes()).isEmpty();
    }

    @Test
    void aCountingAreaThatOnlyItsNameTellsOnOneRowIsTheSame() {
        String named = LIVERPOOL.replaceFirst("E08000012,Liverpool", ",Liverpool");

        ContestResult result =
                RoundTrip.read(HEADINGS + WHOLE + named).contests().get(0);

        assertThat(result.parts()).extracting(PartialResult::key).containsExactly("E08000012");
        assertThat(result.parts().get(0).votes()).isEqualTo(Map.of(0, 180, 1, 120));
    }

    @Test
    void votesTwiceInOneAreaAreRefused() {
        assertThat(violations(RoundTrip.read(ALL + CONTEST + "E08000012,Liverpool,1000,302,2,1,Ann Archer,,180,\n")))
                .containsExactly("F050");
    }

    @Test
    void votesOfSomebodyWhoDoesNotStandAreRefused() {
        assertThat(violations(RoundTrip.read(ALL + CONTEST + "E08000012,Liverpool,1000,302,2,1,Ann Arker,,18,\n")))
                .containsExactly("F052");
    }

    @Test
    void namesakesAreToldApartByTheirParties() {
        String whole = CONTEST + ",,,,,,Ann Archer,PP53,500,true\n" + CONTEST + ",,,,,,Ann Archer,PP52,300,false\n";
        String told = CONTEST + "E08000011,Knowsley,,,,,Ann Archer,PP52,180,\n";
        String untold = CONTEST + "E08000011,Knowsley,,,,,Ann Archer,,180,\n";

        assertThat(RoundTrip.read(HEADINGS + whole + told)
                        .contests()
                        .get(0)
                        .parts()
                        .get(0)
                        .votes())
                .isEqualTo(Map.of(1, 180));
        assertThat(violations(RoundTrip.read(HEADINGS + whole + untold))).containsExactly("F052");
    }

    @Test
    void theAccountOfAnAreaMayDifferFromTheWholesButNotWithinTheArea() {
        assertThat(violations(RoundTrip.read(ALL.replace("1000,302,2,1,Ann", "1001,302,2,1,Ann"))))
                .containsExactly("F040");
    }

    @Test
    void thePartsAreSaidApartFromTheWhole() {
        List<Triple> graph = graph(ALL).result();

        assertThat(objects(graph, "partialResult")).hasSize(2);
        assertThat(objects(graph, "votes")).containsExactlyInAnyOrder("500", "300");
        assertThat(objects(graph, "tallyVotes")).containsExactlyInAnyOrder("320.0", "180.0", "180.0", "120.0");
        assertThat(objects(graph, "countingArea"))
                .containsExactlyInAnyOrder(
                        "http://localhost:8080/id/area/E08000011", "http://localhost:8080/id/area/E08000012");
        assertThat(objects(graph, "turnout")).containsExactlyInAnyOrder("27.0", "25.4", "30.2");
    }

    @Test
    void theWholesTableHoldsNoRowOfAPartAndThePartsTableNone() {
        ContestResult result = RoundTrip.read(ALL).contests().get(0);

        assertThat(column(result, CsvLayout.TEMPLATE, "votes")).containsExactly("500", "300");
        assertThat(column(result, CsvLayout.PARTS, "votes")).containsExactly("320", "180", "180", "120");
        assertThat(column(result, CsvLayout.PARTS, "counting_area_name"))
                .containsExactly("Knowsley", "Knowsley", "Liverpool", "Liverpool");
        assertThat(column(result, CsvLayout.PARTS, "electorate")).containsExactly("2000", "2000", "1000", "1000");
        assertThat(column(result, CsvLayout.PARTS, "rejected_too_many_votes")).containsExactly("3", "3", "1", "1");
    }

    @Test
    void theCaseOfACodeMakesNoSecondArea() {
        ContestResult result = RoundTrip.read(HEADINGS + WHOLE + KNOWSLEY.replaceFirst("E08000011", "e08000011"))
                .contests()
                .get(0);

        assertThat(result.parts()).hasSize(1);
        assertThat(result.parts().get(0).votes()).isEqualTo(Map.of(0, 320, 1, 180));
    }

    @Test
    void areasThatDisagreeWithThemselvesAreToldHoweverTheyAreNamed() {
        String byName = KNOWSLEY.replaceFirst("E08000011,Knowsley,2000,508,8,3,Bob", ",Knowsley,2001,508,8,3,Bob");

        assertThat(RoundTrip.read(HEADINGS + WHOLE + byName).findings())
                .filteredOn(finding -> finding.rule().equals("F040"))
                .extracting(finding -> finding.value().orElse(""))
                .contains("2001");
    }

    @Test
    void areasAloneAreNoDeclaredResultWhateverTheirRowsSay() {
        String declared = (KNOWSLEY + LIVERPOOL).replace(",1,,E08", ",1,declared,E08");

        ContestResult result = RoundTrip.read(HEADINGS + declared).contests().get(0);

        assertThat(result.status()).isEqualTo(DeclarationStatus.PROVISIONAL);
        assertThat(result.parts()).hasSize(2);
    }

    @Test
    void whatIsHandedOutOfThePartsIsReadBackTheSame() {
        ContestResult result = RoundTrip.read(ALL).contests().get(0);

        ContestResult again = RoundTrip.read(RoundTrip.export(List.of(result), election(result), CsvLayout.PARTS))
                .contests()
                .get(0);

        assertThat(again.parts()).isEqualTo(result.parts());
    }

    @Test
    void theAccountOfAContestIsNotThatOfItsParts() {
        ContestGraph graph = graph(ALL.replace("810,10,4,", "810,,,"));

        assertThat(SupplementedGraph.account(graph.result(), graph.contest()).rejected())
                .isEmpty();
        assertThat(SupplementedGraph.of(graph.result(), graph(HEADINGS + WHOLE)).result())
                .filteredOn(triple -> triple.predicateMatches(Vocabulary.term("rejection")))
                .hasSize(3);
    }

    private static String awaited() {
        return CONTEST + "E08000012,Liverpool,,,,,Bob Baker,,,\n" + CONTEST + "E08000012,Liverpool,,,,,Ann Archer,,,\n";
    }

    private static ContestGraph graph(String table) {
        return new ContestMapper(RoundTrip.URIS)
                .map(RoundTrip.read(table).contests().get(0));
    }

    private static List<String> objects(List<Triple> graph, String property) {
        return graph.stream()
                .filter(triple -> triple.predicateMatches(Vocabulary.term(property)))
                .map(Triple::getObject)
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
    }

    private static Node election(ContestResult result) {
        return RoundTrip.URIS.election(ElectionId.of(result.body(), result.office(), result.pollingDate()));
    }

    private static List<String> column(ContestResult result, CsvLayout layout, String heading) {
        String table = RoundTrip.export(List.of(result), election(result), layout);
        return CsvReader.builder().ofNamedCsvRecord(table).stream()
                .map((NamedCsvRecord row) -> row.getField(heading))
                .toList();
    }

    private static List<String> violations(RoundTrip.Read read) {
        return Stream.of(read.findings())
                .flatMap(List::stream)
                .filter(finding -> finding.severity() == Severity.VIOLATION)
                .map(Finding::rule)
                .toList();
    }
}
