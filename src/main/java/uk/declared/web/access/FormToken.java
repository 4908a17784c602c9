package uk.declared.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/** The hidden field of a form that tells that the form is ours. */
public record FormToken(String name, String value) {
    /** The field for a form of this request's answer. */
    public static FormToken of(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        return new FormToken(token.getParameterName(), token.getToken());
    }
}
