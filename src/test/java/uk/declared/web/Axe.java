package uk.declared.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of accessibility of axe-core, run in a page that is open. */
public final class Axe {
    private static final String SCRIPT = script();

    /** What is broken, and where, is all that is asked; what is kept is only counted, which takes half the time. */
    private static final String RUN =
            "options => axe.run(document, {resultTypes: ['violations'], ...options}).then(result => result.violations.map("
                    + "rule => rule.id + ': ' + rule.help + ' at '"
                    + " + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))";

    private static final String ALL = "({})";

    /** Those that ask for colours; no other finds anything else where only colours are others. */
    private static final String OF_COLOURS = "({runOnly: ['color-contrast', 'link-in-text-block']})";

    private Axe() {}

    /** The rules that a page breaks, and by which elements. */
    public static List<?> violations(Page page) {
        return run(page, ALL);
    }

    /** The same of the rules about colours alone, for a page that was looked at in other colours. */
    public static List<?> violationsOfColours(Page page) {
        return run(page, OF_COLOURS);
    }

    private static List<?> run(Page page, String options) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return (List<?>) page.evaluate("(" + RUN + ")" + options);
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(
                Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js is not on the classpath")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
