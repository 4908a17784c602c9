package uk.declared.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class DemocracyClubLinksTest {
    private static final String TABLE =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected,person_id\n"
                    + "trafford,2024-05-02,E05015239,Altrincham,Ann,PP63,500,true,9086\n"
                    + "trafford,2017-05-04,E05000819,Altrincham,Bob,PP63,500,true,\n";

    @TempDir
    private Path folder;

    @Test
    void aContestThatDemocracyClubCoversAndAPersonOfItsAreLinked() throws Exception {
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            Path file = Files.writeString(folder.resolve("result.csv"), TABLE);
            deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);

            Set<String> links = deployment.store().graph("http://localhost:8080/data/links").stream()
                    .map(triple -> triple.getSubject().getURI().replace("http://localhost:8080/id/", "") + " "
                            + (triple.predicateMatches(RDFS.Nodes.seeAlso) ? "seeAlso " : "page ")
                            + triple.getObject().getURI())
                    .collect(Collectors.toSet());
            assertThat(links)
                    .containsExactlyInAnyOrder(
                            "contest/local.trafford.altrincham.2024-05-02 seeAlso"
                                    + " https://candidates.democracyclub.org.uk/elections/local.trafford.altrincham.2024-05-02/",
                            "person/dc-9086 page https://candidates.democracyclub.org.uk/person/9086");
        }
    }
}
