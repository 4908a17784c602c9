package uk.declared.web.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.night.CouncilNews;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class CurrencyTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,votes,elected\n";
    private static final String OF_TRAFFORD = "/doc/contest/local.trafford.north.2022-05-05";
    private static final String OF_ALL = "/elections";

    @TempDir
    private Path temporary;

    private Instant time = Instant.parse("2024-05-03T01:00:00Z");
    private Deployment deployment;
    private Currency currency;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(temporary.resolve("data"), Optional.empty());
        CouncilNews news = new CouncilNews(deployment.store(), Optional.of(deployment.history()));
        InstantSource clock = () -> time;
        currency = new Currency(deployment.store(), news, clock.withZone(ZoneOffset.UTC));
        declare("trafford", 100);
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void anAnswerHoldsWhileTheStoreStays() {
        Currency.Moment begun = currency.now(OF_ALL);
        pass(Duration.ofMinutes(9));

        assertThat(currency.holds(begun, currency.now(OF_ALL))).isTrue();
    }

    @Test
    void aContestsHoldsForTenSecondsWhileAnotherCouncilDeclares() throws Exception {
        Currency.Moment begun = currency.now(OF_TRAFFORD);
        declare("bury", 200);
        pass(Duration.ofSeconds(9));
        assertThat(currency.holds(begun, currency.now(OF_TRAFFORD))).isTrue();

        pass(Duration.ofSeconds(1));
        assertThat(currency.holds(begun, currency.now(OF_TRAFFORD))).isFalse();
    }

    @Test
    void aContestsIsMadeAnewAtOnceWhenItsCouncilDeclares() throws Exception {
        Currency.Moment begun = currency.now(OF_TRAFFORD);
        declare("trafford", 101);

        assertThat(currency.holds(begun, currency.now(OF_TRAFFORD))).isFalse();
    }

    @Test
    void whatIsOfAllCouncilsIsMadeAnewAtOnceWhereLittleIsDeclared() throws Exception {
        Currency.Moment begun = currency.now(OF_ALL);
        declare("bury", 200);

        assertThat(currency.holds(begun, currency.now(OF_ALL))).isFalse();
        assertThat(currency.holds(begun, currency.now("/doc/election/local.2022-05-05")))
                .isFalse();
    }

    @Test
    void whatIsOfAllCouncilsHoldsForThreeSecondsWhileTwoADeclareEverySecond() throws Exception {
        Currency.Moment begun = currency.now(OF_ALL);
        for (int number = 0; number < 20; number++) {
            pass(Duration.ofMillis(450));
            begun = currency.now(OF_ALL);
            declare("bury", 200 + number);
        }
        pass(Duration.ofMillis(450));
        assertThat(currency.holds(begun, currency.now(OF_ALL))).isTrue();

        pass(Duration.ofMillis(2_550));
        assertThat(currency.holds(begun, currency.now(OF_ALL))).isFalse();

        declare("trafford", 101);
        assertThat(currency.holds(begun, currency.now(OF_TRAFFORD))).isFalse();
    }

    private void pass(Duration duration) {
        time = time.plus(duration);
    }

    private void declare(String council, int votes) throws Exception {
        Path file = temporary.resolve(council + votes + ".csv");
        String row = council + ",2022-05-05,,North,";
        Files.writeString(
                file, HEADINGS + row + "Ann Ash," + votes + ",true\n" + row + "Bob Beech," + votes / 2 + ",false\n");
        deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
    }
}
