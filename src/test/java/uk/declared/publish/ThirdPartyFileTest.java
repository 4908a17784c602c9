package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.linkeddata.ContestChange;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * Two real files on the same elections: a council's own, and one gathered by others. They were compared by a few lines of
 * Python before: the day's 105 candidates are spelt alike in 86 cases, and three of their votes differ.
 */
class ThirdPartyFileTest {
    private static final Path COUNCIL = Samples.path("lga/trafford-2016-2026.csv");
    private static final Path OTHERS = Samples.path("democracyclub/results-2018-05-03-nine-elections.csv");

    @TempDir
    private Path folder;

    @Test
    void theCouncilsWordStandsAndTheDifferencesAreTold() throws Exception {
        assumeTrue(Files.exists(OTHERS), "Skipped: the folder ../shared/data with real files is not here");
        try (Deployment deployment = Deployment.open(folder, Optional.empty())) {
            deployment.publisher().publish(Submission.open(COUNCIL), ReadOptions.NONE, Source.COUNCIL);

            Publication publication = deployment
                    .publisher()
                    .publish(
                            Submission.open(OTHERS),
                            ReadOptions.NONE,
                            Terms.of(Source.THIRD_PARTY).whatConforms());

            List<Publication.Outranked> trafford = publication.outranked().stream()
                    .filter(contest -> contest.contest().value().startsWith("local.trafford."))
                    .toList();
            List<ContestChange> differences = trafford.stream()
                    .flatMap(contest -> contest.differences().stream())
                    .toList();
            assertThat(trafford).hasSize(21);
            assertThat(differences.stream().filter(change -> name(change).equals("votes")))
                    .as(ChangeWords.in(Locale.UK).lines(differences, 500).toString())
                    .hasSize(3)
                    .allMatch(change -> change.from().isPresent() && change.to().isPresent());
            assertThat(differences.stream().filter(change -> name(change).equals("candidacy")))
                    .as("All 105 candidates are matched")
                    .isEmpty();
            assertThat(differences.stream()
                            .filter(change -> name(change).equals("nameOnBallotPaper"))
                            .filter(change -> !text(change.from()).equalsIgnoreCase(text(change.to()))))
                    .hasSize(105 - 86);
            assertThat(publication.published())
                    .allMatch(version -> !version.contest().value().startsWith("local.trafford."));
        }
    }

    private static String text(Optional<Node> value) {
        return value.orElseThrow().getLiteralLexicalForm();
    }

    private static String name(ContestChange change) {
        return change.property().getURI().replaceFirst(".*#", "");
    }
}
