package uk.declared.web.rule;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.RuleTexts;
import uk.declared.web.page.NamedLink;

/** Where the rules are: their URIs, the same in every deployment, and the paths of their pages. */
public final class RulePath {
    /** The path of the page of all rules. */
    static final String PAGE = "/def/rules";

    /** The URI of all rules together; a family is named by a fragment of it. */
    static final String DOCUMENT = "https://w3id.org/local-elections/rules";

    private static final String NAMESPACE = Vocabulary.rule("").getURI();

    private RulePath() {}

    /** The path of a rule's page. */
    static String of(String number) {
        return PAGE + "/" + number;
    }

    /** The number of the rule that a node names; none where it names no rule. */
    static Optional<String> number(Node rule) {
        return Optional.of(rule)
                .filter(node -> node.isURI() && node.getURI().startsWith(NAMESPACE))
                .map(node -> node.getURI().substring(NAMESPACE.length()))
                .filter(number -> number.matches("[FWI]\\d{3}"));
    }

    /** The anchor of a family on the page of all rules. */
    static String anchor(Node family) {
        return family.getURI().substring(DOCUMENT.length() + 1);
    }

    static Node family(String anchor) {
        return NodeFactory.createURI(DOCUMENT + "#" + anchor);
    }

    /**
     * A link to a rule's page under the rule's number and title; none where there is no such rule (any more).
     *
     * @param rule its URI
     */
    public static Optional<NamedLink> link(Node rule, Locale language) {
        RuleTexts texts = RuleTexts.in(language);
        return number(rule)
                .filter(texts.numbers()::contains)
                .map(number -> new NamedLink(of(number), number + ": " + texts.title(number)));
    }
}
