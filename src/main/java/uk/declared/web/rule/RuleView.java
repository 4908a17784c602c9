package uk.declared.web.rule;

import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;

/**
 * What the page of a rule shows.
 *
 * @param family of rules, and its place on the page of all rules
 * @param reason why the rule is there
 * @param message what is said to whoever breaks it, an ellipsis where it names things
 * @param mend how what breaks it is put right
 * @param examples of breaking and of keeping it; none where it has no shape
 * @param shape in Turtle; none where it is checked without one
 * @param workedOut whether the shape looks at what was worked out before, and not at the data alone
 */
record RuleView(
        String number,
        String title,
        Tag weight,
        String weightText,
        NamedLink family,
        String reason,
        List<Source> sources,
        String message,
        String mend,
        Optional<RuleExample.Pair> examples,
        Optional<String> shape,
        boolean workedOut,
        String without) {
    /**
     * What the rule does, in a word.
     *
     * @param colour of the tag
     */
    record Tag(String text, String colour) {}

    /**
     * Where the rule comes from.
     *
     * @param href where it can be read; none for what is practice
     */
    record Source(String text, Optional<String> href) {}
}
