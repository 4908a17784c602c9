package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** Chooses the language of an answer: the parameter {@code lang}, then Accept-Language, then English. */
public final class Languages implements LocaleResolver {
    static final Locale ENGLISH = Locale.ENGLISH;
    static final Locale WELSH = Locale.forLanguageTag("cy");

    /** The languages that there are. */
    public static final List<Locale> ALL = List.of(ENGLISH, WELSH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).orElseGet(() -> accepted(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is the request's to choose");
    }

    /** The language that the address itself asks for, which the links of a page then keep. */
    static Optional<Locale> asked(HttpServletRequest request) {
        return parameter(request)
                .flatMap(tag -> ALL.stream()
                        .filter(locale -> locale.getLanguage().equals(tag))
                        .findFirst());
    }

    private static Optional<String> parameter(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("lang"));
        } catch (IllegalStateException e) {
            // Tomcat reads none of the parameters where it cannot read all.
            return Optional.empty();
        }
    }

    /** The language of ours that is the one given, or else English. */
    public static Locale like(Locale locale) {
        return locale.getLanguage().equals(WELSH.getLanguage()) ? WELSH : ENGLISH;
    }

    private static Locale accepted(HttpServletRequest request) {
        String header = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)));
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ALL))
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            // What cannot be read asks for nothing (RFC 9110, section 12.5.4).
            return ENGLISH;
        }
    }
}
