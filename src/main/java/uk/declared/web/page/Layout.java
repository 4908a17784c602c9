package uk.declared.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the layout shows around every page.
 *
 * @param language the tag of the page's language
 * @param languages this page in each language
 * @param stylesheet the path of the stylesheet
 * @param icon the path of the icon
 * @param liveScript the path of the script that keeps pages up to date
 * @param suggestScript the path of the script that offers what may be meant by what is typed into a search box
 * @param base where this server's paths begin
 * @param origin where URIs begin: what others are shown needs whole addresses
 * @param takesSubmissions whether councils can send results here
 * @param rehearsal whether nothing here was ever declared
 * @param night whether a night is played again, in an order and at times that are made up
 * @param asOf what to say where a release is served and not what is published now, else empty
 */
record Layout(
        String language,
        List<LanguageLink> languages,
        String stylesheet,
        String icon,
        String liveScript,
        String suggestScript,
        String base,
        String origin,
        boolean takesSubmissions,
        boolean rehearsal,
        boolean night,
        String asOf) {
    /**
     * This page in another language.
     *
     * @param tag of the language
     * @param name the language's own name for itself
     * @param current whether it is the page's language
     */
    record LanguageLink(String href, String tag, String name, boolean current) {}

    static Layout of(
            HttpServletRequest request,
            Locale locale,
            Stylesheet stylesheet,
            boolean takesSubmissions,
            boolean rehearsal,
            boolean night,
            String origin,
            String asOf) {
        String address = path(request) + "?" + otherParameters(request);
        List<LanguageLink> links = Languages.ALL.stream()
                .map(language -> new LanguageLink(
                        address + "lang=" + language.getLanguage(),
                        language.getLanguage(),
                        language.equals(Languages.WELSH) ? "Cymraeg" : "English",
                        language.equals(locale)))
                .toList();
        return new Layout(
                locale.getLanguage(),
                links,
                stylesheet.path(),
                stylesheet.iconPath(),
                stylesheet.livePath(),
                stylesheet.suggestPath(),
                request.getContextPath(),
                origin,
                takesSubmissions,
                rehearsal,
                night,
                asOf);
    }

    /** The path that was asked for, even where an error has led elsewhere. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return path.startsWith(request.getContextPath())
                ? path.substring(request.getContextPath().length())
                : path;
    }

    private static String otherParameters(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("lang="))
                .map(parameter -> parameter + "&")
                .collect(Collectors.joining());
    }
}
