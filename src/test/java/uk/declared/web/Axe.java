package uk.declared.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rules of accessibility of axe-core, run in a page that is open, by {@code axe-run.js}. Those about colours are asked of a few of
 * the elements that look alike, and of all where {@code -Daxe.every-element=true} says so.
 */
public final class Axe {
    private static final String RULES = script("/axe.min.js");
    private static final String RUN = script("/web/axe-run.js");

    /** Whether accessibility is looked at in all widths and not on a phone alone, which takes a minute more. */
    public static final boolean IN_ALL_WIDTHS = Boolean.getBoolean("axe.all-widths");

    private static final boolean EVERY_ELEMENT = Boolean.getBoolean("axe.every-element");

    private Axe() {}

    /** The rules that a page breaks, and by which elements. */
    public static List<?> violations(Page page) {
        return run(page, false);
    }

    /** The same of the rules about colours alone: no other finds anything else where only colours are others. */
    public static List<?> violationsOfColours(Page page) {
        return run(page, true);
    }

    private static List<?> run(Page page, boolean onlyColours) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(RULES);
        }
        return (List<?>) page.evaluate(RUN, Map.of("onlyColours", onlyColours, "everyElement", EVERY_ELEMENT));
    }

    private static String script(String name) {
        try (InputStream in =
                Objects.requireNonNull(Axe.class.getResourceAsStream(name), name + " is not on the classpath")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
