package uk.declared.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.linkeddata.ContestFixtures.candidate;
import static uk.declared.linkeddata.ContestFixtures.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationDetails;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.RuleFamily;
import uk.declared.report.Severity;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.SubmittedContest;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContestValidatorTest {
    private final ContestMapper mapper = new ContestMapper(new Uris("https://elections.example"));
    private final ContestValidator validator = new ContestValidator();

    @Test
    void aPlainContestHasNothingToMend() {
        assertThat(rules(contest(
                        OptionalInt.of(1), candidate("Ann", "PP1", 500, true), candidate("Bob", "PP2", 300, false))))
                .isEmpty();
    }

    @Test
    void moreElectedThanSeatsIsAViolation() {
        assertThat(rules(contest(
                        OptionalInt.of(1), candidate("Ann", "PP1", 500, true), candidate("Bob", "PP2", 400, true))))
                .containsExactly("F401");
    }

    @Test
    void aLoserAboveAWinnerIsAViolationAtTheLosersVotes() {
        List<Finding> findings = check(
                contest(OptionalInt.of(1), candidate("Ann", "PP1", 500, true), candidate("Bob", "PP2", 501, false)));

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.rule()).isEqualTo("F402");
        assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
        assertThat(finding.place().row()).hasValue(3);
        assertThat(finding.place().heading()).contains("votes");
        assertThat(finding.value()).contains("501");
        assertThat(finding.details()).containsEntry("candidate", "Bob").containsEntry("fewestWinningVotes", "500");
    }

    @Test
    void aTieForTheLastSeatWithoutALotIsAWarning() {
        List<Finding> findings = check(
                contest(OptionalInt.of(1), candidate("Ann", "PP1", 500, true), candidate("Bob", "PP2", 500, false)));

        assertThat(findings).extracting(Finding::rule).containsExactly("W403");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aTieSettledByLotIsAsItShouldBe() {
        assertThat(rules(contest(
                        OptionalInt.of(1),
                        candidate("Ann", "PP1", OptionalInt.of(500), true, true),
                        candidate("Bob", "PP2", 500, false))))
                .isEmpty();
    }

    @Test
    void aContestWithoutCandidatesIsAViolation() {
        assertThat(rules(contest(OptionalInt.of(1)))).containsExactly("F201");
    }

    @Test
    void aDeclaredContestWithVotesButNoWinnerIsAWarning() {
        assertThat(rules(contest(
                        OptionalInt.empty(), candidate("Ann", "PP1", 500, false), candidate("Bob", "PP2", 300, false))))
                .containsExactlyInAnyOrder("W404", "I408");
    }

    @Test
    void negativeVotesAreAViolation() {
        assertThat(rules(contest(
                        OptionalInt.of(1), candidate("Ann", "PP1", 500, true), candidate("Bob", "PP2", -1, false))))
                .contains("F301");
    }

    @Test
    void everyFileOfShapesIsRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("shapes"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(RuleFamily.values())
                            .map(RuleFamily::file)
                            .toList());
        }
    }

    private List<String> rules(ContestResult result) {
        return check(result).stream().map(Finding::rule).toList();
    }

    private List<Finding> check(ContestResult result) {
        SourceMap.Builder source = new SourceMap.Builder().place(Part.CONTEST, Place.row("results.csv", 2));
        for (int i = 0; i < result.candidacies().size(); i++) {
            Part part = new Part.OfCandidacy(i);
            String votes = result.candidacies().get(i).votes().stream()
                    .mapToObj(Integer::toString)
                    .findFirst()
                    .orElse("");
            source.place(part, Place.row("results.csv", i + 2));
            source.cell(part, "votes", Place.cell("results.csv", i + 2, 5, "votes"), votes);
        }
        SubmittedContest contest = new SubmittedContest(result, DeclarationDetails.NONE, source.build());
        return validator.check(contest, mapper.map(result), Surroundings.NONE, "results.csv");
    }
}
