package uk.declared.web.access;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;
import uk.declared.access.Holder;

/**
 * Access tokens of an OpenID Connect provider (JWT, signed by the provider's published keys). A claim tells for which
 * council its bearer acts: the council's slug, or {@code *} for the operator. Without the claim nobody may do anything.
 */
final class ProviderTokens {
    /** Within which a token has to be checked, whatever has to be fetched for it: the whole of each answer. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** How many tokens are checked at a time. */
    private static final int AT_ONCE = 8;

    /** How many more may wait until the deadline; others are turned away meanwhile. */
    private static final int WAITING = 200;

    private final ExecutorService threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), ProviderTokens::thread);
    private final JwtDecoder decoder;
    private final String claim;
    private final Duration deadline;

    /**
     * @param issuer the provider's issuer identifier, whose metadata is fetched with the first token
     * @param audience that tokens must be meant for
     * @param claim names the council
     */
    ProviderTokens(String issuer, String audience, String claim) {
        this(issuer, audience, claim, DEADLINE);
    }

    ProviderTokens(String issuer, String audience, String claim, Duration deadline) {
        this.deadline = deadline;
        this.decoder = new SupplierJwtDecoder(() -> decoder(issuer, audience));
        this.claim = claim;
    }

    private static JwtDecoder decoder(String issuer, String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(http())
                .build();
        OAuth2TokenValidator<Jwt> meantForUs = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), meantForUs));
        return decoder;
    }

    /** A client whose calls can be broken off. */
    private static RestOperations http() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(Duration.ofSeconds(5));
        return new RestTemplate(requests);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "provider-tokens");
        thread.setDaemon(true);
        return thread;
    }

    /** What a token says; the provider's metadata and keys are fetched where they are not known yet. */
    private Jwt decoded(String token) {
        Future<Jwt> decoding;
        try {
            decoding = threads.submit(() -> decoder.decode(token));
        } catch (RejectedExecutionException e) {
            throw new InvalidBearerTokenException("The provider of tokens is slow to answer; try again in a minute", e);
        }
        try {
            return decoding.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new InvalidBearerTokenException(
                    "The provider of tokens did not answer within " + deadline.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new InvalidBearerTokenException(
                    "The token cannot be used: "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidBearerTokenException("The token was not checked: the server is stopping", e);
        } finally {
            decoding.cancel(true);
        }
    }

    /** Whoever shows this token. */
    Holder holder(String token) {
        Jwt jwt = decoded(token);
        String council = Optional.ofNullable(jwt.getClaimAsString(claim))
                .filter(slug -> !slug.isBlank())
                .orElseThrow(() -> new InvalidBearerTokenException("The token has no claim “" + claim + "”"));
        return new Holder(
                "oidc:" + jwt.getSubject(), council.equals("*") ? Optional.empty() : Optional.of(council), Set.of());
    }
}
