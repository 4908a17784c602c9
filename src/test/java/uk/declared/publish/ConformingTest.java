package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnidentifiedContest;

/** Of a file in which some contests conform, those are published and no others left out than are listed. */
class ConformingTest {
    private static final String HEADINGS = "ElectionDate,TypeofElection,ElectedBodyLabel,ElectoralAreaURI,"
            + "ElectoralAreaLabel,CandidateSurname,CandidateForenames,PoliticalPartyURI,VotesWon,Elected\n";

    @TempDir
    private Path temporary = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "Nowhere Council, 2024-05-02, 'Altrincham, 2024-05-02, Nowhere Council'",
        "Trafford Council, 31/02/2024, 'Altrincham, 31/02/2024, Trafford Council'"
    })
    void aWardBehindOneThatCannotBeIdentifiedIsPublished(String council, String day, String named) throws Exception {
        String bad = ward("Altrincham", council, day);
        String bowdon = ward("Bowdon", "Trafford Council", "2024-05-02");
        String hale = ward("Hale", "Trafford Council", "2024-05-02");

        List<String> files = List.of(bad + bowdon + hale, bowdon + bad + hale, bowdon + hale + bad);
        for (int before = 0; before < files.size(); before++) {
            Publication publication = rehearse(files.get(before));

            assertThat(publication.published())
                    .extracting(version -> version.contest().value())
                    .containsExactlyInAnyOrder("local.trafford.bowdon.2024-05-02", "local.trafford.hale.2024-05-02");
            assertThat(publication.leftOut()).isEmpty();
            assertThat(publication.unidentified())
                    .extracting(
                            UnidentifiedContest::name,
                            contest -> contest.place().row().orElseThrow())
                    .containsExactly(tuple(named, 2 + 2 * before));
        }
    }

    private Publication rehearse(String rows) throws Exception {
        Path file = Files.writeString(temporary.resolve("results.csv"), HEADINGS + rows);
        try (Deployment deployment = Deployment.open(temporary.resolve("data"), Optional.empty())) {
            return deployment
                    .publisher()
                    .rehearse(
                            Submission.open(file),
                            ReadOptions.NONE,
                            Terms.of(Source.OPERATOR).whatConforms());
        }
    }

    private static String ward(String ward, String council, String day) {
        String contest = day + ",DistrictAndBorough," + council + ",," + ward + ",";
        return contest + "Adams,Ann,PP63,12,ELECTED\n" + contest + "Baker,Bob,PP53,7,NOT ELECTED\n";
    }
}
