package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.ContestResult;
import uk.declared.election.Standing;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.Severity;

/** Identifiers of parties are compared with what stands beside them; persons and votes are invented. */
class PartyIdentityTest extends ReferenceFolder {
    @ParameterizedTest
    @CsvSource({
        "PP12685, PP12685",
        "party:12685, PP12685",
        "party/12685, PP12685",
        "http://search.electoralcommission.org.uk/English/Registrations/PP12685, PP12685",
        "https://search.electoralcommission.org.uk/English/Registrations/PP12685?x=1, PP12685",
        "pp12685, PP12685",
        "ynmp-party:2, independent",
        "joint-party:53-119, PP53 PP119",
        "joint-party-53-119, PP53 PP119"
    })
    void anIdentifierCountsInEveryFormThatSourcesUse(String id, String expected) throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        check(standing("trafford", "2022-05-05", "E05000819", id, ""), contests);

        assertThat(contests.get(0).candidacies().get(0).standing())
                .satisfies(standing -> assertThat(ids(standing)).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "PP53, Green Party",
        "PP63, Scottish Green Party",
        "PP12685, Independent",
        "PP12685, Annibynnol",
        "joint-party:53-119, Conservative Party"
    })
    void aNameThatContradictsTheIdentifierIsAWarningAndTheIdentifierCounts(String id, String name) throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        Report report = check(standing("trafford", "2022-05-05", "E05000819", id, name), contests);

        assertThat(report.of(Severity.WARNING)).extracting(Finding::rule).contains("W042");
        assertThat(ids(contests.get(0).candidacies().get(0).standing())).isNotEqualTo("independent");
        assertThat(saidOfParties(contests.get(0))).as("No party is called so").doesNotContain("\"" + name + "\"");
    }

    /** What a contest says of the parties that others share, as one text. */
    private static String saidOfParties(ContestResult contest) {
        return new ContestMapper(new Uris("http://localhost:8080"))
                .map(contest)
                .shared()
                .getOrDefault("parties", List.of())
                .toString();
    }

    @Test
    void aPartysNameBesideTheIdentifierOfIndependentsIsAWarning() throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        Report report =
                check(standing("trafford", "2022-05-05", "E05000819", "ynmp-party:2", "Labour Party"), contests);

        assertThat(report.of(Severity.WARNING)).extracting(Finding::rule).contains("W042");
        assertThat(ids(contests.get(0).candidacies().get(0).standing())).isEqualTo("independent");
    }

    @Test
    void aPartysNameInThePlaceOfItsIdentifierIsReadAsTheName() throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        Report report = check(standing("trafford", "2022-05-05", "E05000819", "Labour Party", ""), contests);

        assertThat(report.of(Severity.WARNING)).extracting(Finding::rule).contains("W041");
        assertThat(ids(contests.get(0).candidacies().get(0).standing())).isEqualTo("PP53");
    }

    @ParameterizedTest
    @CsvSource({
        "PP53, Labour Party",
        "PP53, Labour and Co-operative Party",
        "PP53, Welsh Labour",
        "PP52, The Conservative Party",
        "joint-party:53-119, Labour Party",
        "PP63, Save Our Green Spaces",
        "PP7931, Brexit Party"
    })
    void aNameOfThePartyOrOfNobodyIsNotSpokenOf(String id, String name) throws Exception {
        assertThat(check(standing("trafford", "2022-05-05", "E05000819", id, name))
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("W041", "W042", "W043");
    }

    @ParameterizedTest
    @CsvSource({
        "trafford, 2022-05-05, E05000819, PP305, W043", // the Greens of Northern Ireland, in England
        "trafford, 2022-05-05, E05000819, PP70, W043",
        "belfast, 2019-05-02, , PP63, W043", // the Greens of England and Wales, in Belfast
        "trafford, 2018-05-03, E05000819, PP12685, W206", // registered in 2021
    })
    void aPartyOfTheOtherRegisterOrOfAnotherTimeIsAWarning(
            String council, String day, String code, String id, String rule) throws Exception {
        Report report = check(standing(council, day, code == null ? "" : code, id, ""));

        assertThat(report.of(Severity.WARNING)).extracting(Finding::rule).contains(rule);
    }

    private static String standing(String council, String day, String code, String id, String name) {
        return """
                office,council,polling_date,area_code,area_name,seats,name_on_ballot_paper,party_id,party_name,votes,elected
                councillor,%1$s,%2$s,%3$s,Altrincham,1,Ann Adams,%4$s,%5$s,900,true
                councillor,%1$s,%2$s,%3$s,Altrincham,1,Bob Baker,PP52,,600,false
                """.formatted(council, day, code, id, name);
    }

    private static String ids(Standing standing) {
        if (standing instanceof Standing.Joint joint) {
            return joint.parties().stream().map(party -> party.id().orElse("")).collect(Collectors.joining(" "));
        }
        return standing instanceof Standing.ForParty party
                ? party.party().id().orElse("")
                : standing instanceof Standing.Independent ? "independent" : "";
    }
}
