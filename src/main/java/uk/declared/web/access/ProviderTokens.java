package uk.declared.web.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import uk.declared.access.Holder;

/**
 * Access tokens of an OpenID Connect provider (JWT, signed by the provider's published keys). A claim tells for which
 * council its bearer acts: the council's slug, or {@code *} for the operator. Without the claim nobody may do anything.
 */
final class ProviderTokens {
    private final JwtDecoder decoder;
    private final String claim;

    /**
     * @param issuer the provider's issuer identifier, whose metadata is fetched with the first token
     * @param audience that tokens must be meant for
     * @param claim names the council
     */
    ProviderTokens(String issuer, String audience, String claim) {
        this.decoder = new SupplierJwtDecoder(() -> decoder(issuer, audience));
        this.claim = claim;
    }

    private static JwtDecoder decoder(String issuer, String audience) {
        NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
        OAuth2TokenValidator<Jwt> meantForUs = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), meantForUs));
        return decoder;
    }

    /** Whoever shows this token. */
    Holder holder(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            String council = Optional.ofNullable(jwt.getClaimAsString(claim))
                    .filter(slug -> !slug.isBlank())
                    .orElseThrow(() -> new InvalidBearerTokenException("The token has no claim “" + claim + "”"));
            return new Holder(
                    "oidc:" + jwt.getSubject(),
                    council.equals("*") ? Optional.empty() : Optional.of(council),
                    Set.of());
        } catch (JwtException e) {
            throw new InvalidBearerTokenException("The token cannot be used: " + e.getMessage(), e);
        }
    }
}
