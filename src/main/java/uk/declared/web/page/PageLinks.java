package uk.declared.web.page;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Writes the links of a page: paths of this server begin with the context path, and keep the language that the address
 * of the page asked for, except those of files.
 */
public final class PageLinks extends StandardLinkBuilder {
    static final String CONTEXT_PATH = "contextPath";
    static final String LANGUAGE = "keptLanguage";

    private static final Pattern FILE = Pattern.compile("^/assets/.*|.*\\.(ttl|jsonld|rdf|nt|csv|json|css|svg)$");

    @Override
    protected String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return String.valueOf(context.getVariable(CONTEXT_PATH));
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        Object language = context.getVariable(LANGUAGE);
        if (language == null || !link.startsWith("/") || FILE.matcher(link).matches() || link.contains("lang=")) {
            return link;
        }
        int fragment = link.indexOf('#');
        String address = fragment < 0 ? link : link.substring(0, fragment);
        return address + (address.contains("?") ? "&" : "?") + "lang=" + language
                + (fragment < 0 ? "" : link.substring(fragment));
    }
}
