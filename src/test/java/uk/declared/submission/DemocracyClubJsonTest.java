package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.Standing;
import uk.declared.report.Severity;

/** What Democracy Club's API answers: one council's real results, and others invented in the form of each version. */
class DemocracyClubJsonTest {
    private static final Path FILE = Samples.path("democracyclub/api-sheffield-2018-05-03.js");

    /** Version 0.9, with what its answers have besides left out. */
    private static final String SETS = """
            [{"ballot_paper_id": "local.stockport.vale.2018-05-03", "num_spoilt_ballots": 9, "num_turnout_reported": null,
              "candidate_results": [
                {"is_winner": true, "num_ballots": 70, "membership": {"elected": true,
                  "on_behalf_of": {"id": "party:53", "name": "Labour Party"},
                  "person": {"id": 11, "name": "Ann Able"}, "post": {"id": "MTE:E05099001", "label": "Vale"}}},
                {"is_winner": false, "num_ballots": 50, "membership": {"elected": null,
                  "on_behalf_of": {"id": "ynmp-party:2", "name": "Independent"},
                  "person": {"id": 12, "name": "Bob Best"}, "post": {"id": "MTE:E05099001", "label": "Vale"}}}]}]
            """;

    /** A page of ballots of the version after it. */
    private static final String BALLOTS = """
            {"count": 1, "next": null, "previous": null, "results": [
              {"ballot_paper_id": "local.stockport.vale.2018-05-03", "winner_count": 1, "cancelled": false,
               "post": {"id": "MTE:E05099001", "label": "Vale", "slug": "vale"},
               "results": {"num_spoilt_ballots": 9, "total_electorate": 400},
               "candidacies": [
                {"elected": true, "party": {"ec_id": "PP53", "name": "Labour Party"}, "party_name": "Labour Party",
                 "person": {"id": 11, "name": "Ann Able"}, "result": {"num_ballots": 70, "elected": true}},
                {"elected": false, "party": {"ec_id": "ynmp-party:2", "name": "Independent"}, "party_name": "Independent",
                 "person": {"id": 12, "name": "Bob Best"}, "result": {"num_ballots": 50, "elected": false}}]}]}
            """;

    @Test
    void theRealAnswerIsReadToTheLastVote() {
        assumeThat(Files.exists(FILE))
                .as("The folder shared/data with the real files is not here")
                .isTrue();

        Reading reading = Reading.of(FILE);
        List<Candidacy> candidacies = reading.contests().stream()
                .flatMap(contest -> contest.result().candidacies().stream())
                .toList();

        // Counted by a few lines of Python.
        assertThat(reading.contests()).hasSize(49).allMatch(SubmittedContest::collected);
        assertThat(candidacies).hasSize(209).allMatch(who -> who.person().isPresent());
        assertThat(candidacies.stream().mapToInt(who -> who.votes().orElse(0)).sum())
                .isEqualTo(173_266);
        assertThat(candidacies.stream().filter(who -> who.elected().orElseThrow()))
                .hasSize(49);
        assertThat(reading.findings()).noneMatch(finding -> finding.severity() == Severity.VIOLATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SETS,
                "var RESULTS = " + SETS + ";",
                "// https://example.org/a\n// and b\nvar RESULTS=" + SETS,
                BALLOTS
            })
    void everyFormSaysTheSame(String text) {
        ContestResult contest = Reading.ofText(text).contests().get(0).result();

        assertThat(contest.id().value()).isEqualTo("local.stockport.vale.2018-05-03");
        assertThat(contest.area().name()).isEqualTo("Vale");
        assertThat(contest.area().code().orElseThrow().value()).isEqualTo("E05099001");
        assertThat(contest.account().rejectedBallotPapers()).isEqualTo(OptionalInt.of(9));
        assertThat(contest.candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::votes, Candidacy::elected, Candidacy::person)
                .containsExactly(
                        tuple("Ann Able", OptionalInt.of(70), Optional.of(true), Optional.of("dc-11")),
                        tuple("Bob Best", OptionalInt.of(50), Optional.of(false), Optional.of("dc-12")));
        assertThat(contest.candidacies().get(1).standing()).isInstanceOf(Standing.Independent.class);
    }

    @Test
    void aFindingNamesThePlaceByItsPointer() {
        Reading reading = Reading.ofText(SETS.replace("\"num_ballots\": 50", "\"num_ballots\": -5"));

        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("F031"))
                .singleElement()
                .extracting(finding -> finding.place().path().orElseThrow())
                .isEqualTo("/0/candidate_results/1/num_ballots");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 600})
    void anAnswerThatBreaksOffIsRefused(int length) {
        assertThat(Reading.ofText(SETS.substring(0, length)).isUnreadable()).isTrue();
    }

    @Test
    void moreThanAnyContestHasIsRefused() {
        String endless = SETS.replace("}}}]}]", "}}}], \"x\": [" + "1,".repeat(250_000) + "1]}]");

        assertThat(Reading.ofText(endless).rules()).contains("F087");
    }
}
