package uk.declared.web.version;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Representation;

/**
 * Makes the document about a contest its own TimeGate (RFC 7089, section 4.1.1): who asks for it as of a time, by {@code
 * Accept-Datetime}, is led by 302 to what was said then, in the form that a suffix names. Whether or not a time is named, the
 * answer says that it depends on it.
 */
@Component
@ConditionalOnBean(Deployment.class)
final class DatetimeNegotiation implements HandlerInterceptor, WebMvcConfigurer {
    private final Memento memento;
    private final Versions versions;

    DatetimeNegotiation(Memento memento, Versions versions) {
        this.memento = memento;
        this.versions = versions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(Uris.CONTESTS + "*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, TimeMap.ACCEPT_DATETIME);
        if (request.getHeader(TimeMap.ACCEPT_DATETIME) == null) {
            return true;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<Asked> asked = asked(path.substring(Uris.CONTESTS.length()));
        asked.ifPresent(one -> memento.lead(request, response, one.contest(), one.suffix()));
        return asked.isEmpty();
    }

    /** @param suffix that names a form, with its dot; empty where none is named */
    private record Asked(BallotId contest, String suffix) {}

    /** What is no contest that was ever declared is for others to answer. */
    private Optional<Asked> asked(String name) {
        Optional<Asked> whole = known(name).map(contest -> new Asked(contest, ""));
        int dot = name.lastIndexOf('.');
        if (whole.isPresent() || dot < 0) {
            return whole;
        }
        String suffix = name.substring(dot);
        return Representation.ofSuffix(suffix.substring(1))
                .flatMap(form -> known(name.substring(0, dot)))
                .map(contest -> new Asked(contest, suffix));
    }

    private Optional<BallotId> known(String name) {
        try {
            return versions.known(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no octet: no contest is named so.
            return Optional.empty();
        }
    }
}
