package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class CouncilNewsTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,votes,elected\n";

    @TempDir
    private Path temporary;

    private Deployment deployment;
    private CouncilNews news;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(temporary.resolve("data"), Optional.empty());
        news = new CouncilNews(deployment.store(), Optional.of(deployment.history()));
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void aDeclarationIsNewsOfItsCouncilAlone() throws Exception {
        declare("trafford", 100);
        long trafford = news.of("trafford");
        long bury = news.of("bury");

        declare("bury", 200);

        assertThat(news.of("trafford")).isEqualTo(trafford);
        assertThat(news.of("bury")).isGreaterThan(bury);
        assertThat(news.of(new BallotId("local.bury.north.2022-05-05"))).isEqualTo(news.of("bury"));

        declare("trafford", 101);

        assertThat(news.of("trafford")).isGreaterThan(trafford);
    }

    @Test
    void whatIsNotOfOneCouncilIsNewsOfAll() throws Exception {
        declare("trafford", 100);
        long before = news.of("trafford");
        Path file = temporary.resolve("members.csv");
        Files.writeString(
                file,
                "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n"
                        + "Bury,North,Ann Ash,2023,Green Party,PP63\n");
        deployment.imports().publish(ReferenceKind.COMPOSITION, file);

        assertThat(news.of("trafford")).isGreaterThan(before);
    }

    @Test
    void withoutARecordWhateverComesIsNewsOfAll() throws Exception {
        CouncilNews without = new CouncilNews(deployment.store(), Optional.empty());
        declare("trafford", 100);
        long before = without.of("trafford");
        declare("bury", 200);

        assertThat(without.of("trafford")).isGreaterThan(before);
    }

    private void declare(String council, int votes) throws Exception {
        Path file = temporary.resolve(council + votes + ".csv");
        String row = council + ",2022-05-05,,North,";
        Files.writeString(
                file, HEADINGS + row + "Ann Ash," + votes + ",true\n" + row + "Bob Beech," + votes / 2 + ",false\n");
        deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
    }
}
