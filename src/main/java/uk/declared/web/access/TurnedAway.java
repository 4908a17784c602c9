package uk.declared.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import uk.declared.deployment.Deployment;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.ProblemException;

/** Turns people away to the page where they sign in, and programs with a problem document. */
@Component
@ConditionalOnBean(Deployment.class)
final class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final HandlerExceptionResolver problems;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    TurnedAway(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TokenManager.TooManyFailuresException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.secondsToWait()));
            answer(request, response, ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "problem.429.sign-in"));
        } else if (isBrowser(request)) {
            requests.saveRequest(request, response);
            response.sendRedirect(request.getContextPath() + SecurityConfiguration.SIGN_IN);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Declared\"");
            answer(request, response, ProblemException.of(HttpStatus.UNAUTHORIZED, "problem.401.token"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException && !isBrowser(request) && request.getRequestedSessionId() == null) {
            // A program that forgot its token, and not a form.
            commence(request, response, new EndedTokenException());
            return;
        }
        if (refusal instanceof CsrfException) {
            answer(request, response, ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.form"));
            return;
        }
        // The token has been revoked or has expired since: the session with it.
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        commence(request, response, new EndedTokenException());
    }

    private static final class EndedTokenException extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        private EndedTokenException() {
            super("The token has ended");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
        problems.resolveException(request, response, null, problem);
    }

    private static boolean isBrowser(HttpServletRequest request) {
        boolean bearer = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return !bearer
                && AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                        .names(MediaType.TEXT_HTML_VALUE);
    }
}
