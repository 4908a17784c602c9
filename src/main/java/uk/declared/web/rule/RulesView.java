package uk.declared.web.rule;

import java.util.List;
import uk.declared.web.page.NamedLink;
import uk.declared.web.rule.RuleView.Tag;

/** What the page of all rules shows: the families, each with its rules. */
record RulesView(List<Family> families) {
    /**
     * A family of rules.
     *
     * @param anchor its place on the page
     */
    record Family(String anchor, String title, String definition, List<Entry> rules) {}

    /**
     * A rule of it.
     *
     * @param link to its page under its number
     */
    record Entry(NamedLink link, String title, Tag weight) {}
}
