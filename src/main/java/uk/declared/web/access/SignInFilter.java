package uk.declared.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import uk.declared.web.http.SubmissionPaths;

/** Takes the token that somebody signs in with, and begins a session. */
final class SignInFilter extends AbstractAuthenticationProcessingFilter {
    private static final String TOKEN = "token";

    SignInFilter(TokenManager manager, TurnedAway refusals) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, SecurityConfiguration.SIGN_IN));
        this.manager = manager;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationSuccessHandler(
                (request, response, authentication) -> response.sendRedirect(asked(request, response)));
        SimpleUrlAuthenticationFailureHandler failure =
                new SimpleUrlAuthenticationFailureHandler(SecurityConfiguration.SIGN_IN + "?failed");
        setAuthenticationFailureHandler((request, response, exception) -> {
            if (exception instanceof TokenManager.TooManyFailuresException) {
                refusals.commence(request, response, exception);
            } else {
                failure.onAuthenticationFailure(request, response, exception);
            }
        });
    }

    private final TokenManager manager;

    /** What was asked for before signing in, by its path: whoever asked may have named another host. */
    private static String asked(HttpServletRequest request, HttpServletResponse response) {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        Optional<URI> saved = Optional.ofNullable(requests.getRequest(request, response))
                .map(before -> URI.create(before.getRedirectUrl()));
        requests.removeRequest(request, response);
        return saved.map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .filter(path -> path.startsWith(request.getContextPath() + SubmissionPaths.HOME))
                .orElse(request.getContextPath() + SubmissionPaths.HOME);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        String token = Objects.requireNonNullElse(request.getParameter(TOKEN), "");
        return manager.of(request).authenticate(UsernamePasswordAuthenticationToken.unauthenticated("", token));
    }
}
