package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import uk.declared.web.http.AcceptHeader;

/**
 * A format that an answer is given in.
 *
 * @param mediaType the one by which the client knows the format
 */
record FormatChoice(AnswerFormat format, String mediaType) {
    /**
     * The best of the formats that there are. A name goes before the client's header; one that names nothing here leaves the choice to a
     * header that says what it wants: some clients send names of their own beside it.
     *
     * @param named a suffix, a media type or another name of a format
     * @throws QueryRefusedException where the client takes none of them
     */
    static FormatChoice of(List<AnswerFormat> offered, Optional<String> named, HttpServletRequest request) {
        Optional<AnswerFormat> chosen = named.flatMap(name -> AnswerFormat.named(name, offered));
        if (chosen.isPresent()) {
            return new FormatChoice(chosen.get(), chosen.get().mediaType());
        }
        if (named.isPresent() && (AnswerFormat.isName(named.get()) || !saysWhatItWants(request))) {
            throw notAcceptable(offered);
        }
        return accepted(request)
                .best(
                        offered.stream()
                                .flatMap(format ->
                                        format.mediaTypes().stream().map(type -> new FormatChoice(format, type)))
                                .toList(),
                        FormatChoice::mediaType)
                .map(choice -> new FormatChoice(choice.format(), AnswerFormat.withEncoding(choice.mediaType())))
                .orElseThrow(() -> notAcceptable(offered));
    }

    /** Whether a refusal is to be a page: browsers name HTML, and a named format is for programs. */
    static boolean isBrowser(Optional<String> named, HttpServletRequest request) {
        return named.isEmpty() && accepted(request).names("text/html");
    }

    private static boolean saysWhatItWants(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .anyMatch(header -> !header.isBlank() && !header.contains("*/*"));
    }

    private static QueryRefusedException notAcceptable(List<AnswerFormat> offered) {
        String names = String.join(
                ", ", offered.stream().map(format -> format.mediaTypes().get(0)).toList());
        return new QueryRefusedException(Refusal.NOT_ACCEPTABLE, names);
    }

    private static AcceptHeader accepted(HttpServletRequest request) {
        return AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }
}
