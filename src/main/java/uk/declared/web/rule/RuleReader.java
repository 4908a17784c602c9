package uk.declared.web.rule;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.RuleTexts;
import uk.declared.web.page.Documents;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.rule.RuleView.Source;
import uk.declared.web.rule.RuleView.Tag;

/** Reads what the pages of rules show from the rules' own statements and texts, in one language. */
final class RuleReader {
    /** Where the properties begin that are worked out before the shapes run. */
    private static final String WORKED_OUT = "https://w3id.org/local-elections/check#";

    private static final Node READING = RulePath.family("reading");

    private final Rules rules;
    private final Wording wording;
    private final RuleTexts texts;

    RuleReader(Rules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
        this.texts = RuleTexts.in(wording.locale());
    }

    RulesView all() {
        return new RulesView(rules.families().stream().map(this::family).toList());
    }

    RuleView rule(String number) {
        Node rule = Vocabulary.rule(number);
        Node family = objects(rule, DCTerms.isPartOf.asNode()).findFirst().orElse(READING);
        Graph shape = rules.shape(number);
        Optional<String> turtle = shape.isEmpty() ? Optional.empty() : Optional.of(turtle(shape));
        return new RuleView(
                number,
                texts.title(number),
                tag(number),
                wording.text(Weight.of(number).key() + ".text"),
                new NamedLink(RulePath.PAGE + "#" + RulePath.anchor(family), text(family, SKOS.prefLabel.asNode())),
                text(rule, RDFS.Nodes.comment),
                sources(rule),
                texts.messageOf(number),
                texts.mendOf(number),
                RuleExample.of(number),
                turtle,
                turtle.filter(text -> text.contains(WORKED_OUT)).isPresent(),
                wording.text(family.equals(READING) ? "rule.without-shape.reading" : "rule.without-shape"));
    }

    private RulesView.Family family(Node family) {
        List<RulesView.Entry> entries = rules.numbers(family).stream()
                .map(number -> new RulesView.Entry(
                        new NamedLink(RulePath.of(number), number), texts.title(number), tag(number)))
                .toList();
        return new RulesView.Family(
                RulePath.anchor(family),
                text(family, SKOS.prefLabel.asNode()),
                text(family, SKOS.definition.asNode()),
                entries);
    }

    private Tag tag(String number) {
        Weight weight = Weight.of(number);
        return new Tag(wording.text(weight.key()), weight.colour());
    }

    /** What the law says stands first; practice has no address. */
    private List<Source> sources(Node rule) {
        Stream<Source> written = objects(rule, DCTerms.source.asNode())
                .filter(Node::isURI)
                .map(source -> new Source(text(source, RDFS.Nodes.label), Optional.of(source.getURI())));
        Stream<Source> practice = inLanguage(rule, DCTerms.source.asNode(), wording.locale())
                .map(words -> new Source(words, Optional.empty()));
        return Stream.concat(written, practice).toList();
    }

    private String text(Node subject, Node property) {
        return Stream.concat(
                        inLanguage(subject, property, wording.locale()), inLanguage(subject, property, Locale.ENGLISH))
                .findFirst()
                .orElse("");
    }

    private Stream<String> inLanguage(Node subject, Node property, Locale language) {
        return objects(subject, property)
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language.getLanguage()))
                .map(Node::getLiteralLexicalForm);
    }

    private Stream<Node> objects(Node subject, Node property) {
        return rules.explanations().stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString));
    }

    /** The graph in Turtle without the prefixes that it does not use. */
    private static String turtle(Graph graph) {
        List<String> lines = new String(Documents.write(graph, RdfSyntax.TURTLE), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
        String body = lines.stream().filter(line -> !isPrefix(line)).collect(Collectors.joining("\n"));
        return lines.stream()
                .filter(line -> !isPrefix(line) || body.contains(line.split("\\s+")[1]))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isPrefix(String line) {
        return line.startsWith("PREFIX ") || line.startsWith("@prefix ");
    }
}
