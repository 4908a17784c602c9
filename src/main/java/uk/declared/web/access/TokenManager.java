package uk.declared.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import uk.declared.access.Holder;
import uk.declared.access.Tokens;

/** Finds out who shows a token: one of ours, or, where that is set up, one of an OpenID Connect provider. */
final class TokenManager {
    private static final int MOST_FAILURES = 20;

    private final Tokens tokens;
    private final Optional<ProviderTokens> provider;
    private final Attempts failures = new Attempts(MOST_FAILURES);

    TokenManager(Tokens tokens, Optional<ProviderTokens> provider) {
        this.tokens = tokens;
        this.provider = provider;
    }

    /** The client has failed too often. */
    static final class TooManyFailuresException extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        private final long seconds;

        TooManyFailuresException(long seconds) {
            super("Too many failures");
            this.seconds = seconds;
        }

        long secondsToWait() {
            return seconds;
        }
    }

    /** For the tokens of one request; failures count for the address that it came from, and hold up nobody who shows a right token. */
    AuthenticationManager of(HttpServletRequest request) {
        return authentication -> authenticate(authentication, request.getRemoteAddr());
    }

    private Authentication authenticate(Authentication shown, String client) {
        boolean bearer = shown instanceof BearerTokenAuthenticationToken;
        String text = shown instanceof BearerTokenAuthenticationToken token
                ? token.getToken()
                : String.valueOf(shown.getCredentials()).strip();
        try {
            return holder(text, bearer);
        } catch (AuthenticationServiceException e) {
            throw e;
        } catch (AuthenticationException e) {
            boolean tooMany = failures.isExhausted(client);
            failures.count(client);
            throw tooMany ? new TooManyFailuresException(failures.secondsToWait(client)) : e;
        }
    }

    private Authentication holder(String text, boolean bearer) {
        try {
            if (!text.startsWith(Tokens.PREFIX) && bearer && provider.isPresent()) {
                return new HolderAuthentication(provider.get().holder(text), false);
            }
            Optional<Holder> holder = tokens.holder(text);
            return new HolderAuthentication(holder.orElseThrow(() -> refused(bearer)), true);
        } catch (IOException e) {
            throw new AuthenticationServiceException("The tokens cannot be read", e);
        }
    }

    private static AuthenticationException refused(boolean bearer) {
        return bearer
                ? new InvalidBearerTokenException("The token is none of ours, or has ended")
                : new BadCredentialsException("The token is none of ours, or has ended");
    }
}
