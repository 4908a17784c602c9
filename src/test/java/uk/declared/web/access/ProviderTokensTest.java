package uk.declared.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import uk.declared.EndlessServer;

class ProviderTokensTest {
    /** A header and claims that can be read; nobody looks at the signature before the provider's keys are there. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

    @Test
    void aProviderWhoseAnswerNeverEndsTurnsTheTokenAwayAndHoldsNobodyUp() throws Exception {
        try (EndlessServer provider = new EndlessServer()) {
            ProviderTokens tokens =
                    new ProviderTokens(provider.address(), "declared", "declared_council", Duration.ofMillis(300));

            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> tokens.holder(TOKEN))
                        .isInstanceOf(InvalidBearerTokenException.class)
                        .hasMessageMatching("The provider of tokens (did not answer within|is slow to answer).*");
            }
        }
    }

    /** Eight are checked at a time, and two hundred may wait: of a hundred none is turned away before its time. */
    @Test
    void inABurstTokensWaitForTheirTurn() throws Exception {
        try (EndlessServer provider = new EndlessServer()) {
            assertThat(refusals(provider, 100, Duration.ofSeconds(2)))
                    .hasSize(100)
                    .allMatch(message -> message.contains("did not answer within 2 seconds"));
        }
    }

    /** Of four hundred at once 208 are checked or wait, and no more: of the other 192 each is told at once, or has a place that got free. */
    @Test
    void moreThanMayWaitAreTurnedAwayAtOnce() throws Exception {
        try (EndlessServer provider = new EndlessServer()) {
            assertThat(refusals(provider, 400, Duration.ofSeconds(4)))
                    .hasSize(400)
                    .filteredOn(message -> message.contains("is slow to answer"))
                    .hasSizeBetween(1, 192);
        }
    }

    /** What so many are told who show a token in one instant. */
    private static List<String> refusals(EndlessServer provider, int number, Duration deadline) throws Exception {
        ProviderTokens tokens = new ProviderTokens(provider.address(), "declared", "declared_council", deadline);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService bearers = Executors.newFixedThreadPool(number);
        try {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                asked.add(bearers.submit(() -> {
                    start.await();
                    try {
                        return "let in: " + tokens.holder(TOKEN);
                    } catch (InvalidBearerTokenException e) {
                        return Objects.requireNonNull(e.getMessage());
                    }
                }));
            }
            start.countDown();
            List<String> messages = new ArrayList<>();
            for (Future<String> each : asked) {
                messages.add(each.get());
            }
            return messages;
        } finally {
            bearers.shutdownNow();
        }
    }
}
