package uk.declared.web.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
}
