package uk.declared.web.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.RuleTexts;
import uk.declared.web.page.Languages;
import uk.declared.web.vocabulary.TurtleFiles;

/**
 * All rules as graphs. A rule is put together from two places: its shape and what reports say of it in {@code shapes/},
 * and its reason, its sources and its family in {@code shapes/explanations/}.
 */
@Component
final class Rules {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private static final Node PROPERTY = NodeFactory.createURI(SHACL + "property");
    private static final Node ORDER = NodeFactory.createURI(SHACL + "order");

    /** What reports say of a rule, beside its title, which its shape says too. */
    private static final Set<Node> TEXTS = Stream.of("finding", "mend", "mendOfSent")
            .map(name -> NodeFactory.createURI("https://w3id.org/local-elections/check#" + name))
            .collect(Collectors.toUnmodifiableSet());

    private final TurtleFiles shapes = new TurtleFiles("shapes/*.ttl");
    private final TurtleFiles derivations = new TurtleFiles("shapes/derive/*.ttl");
    private final TurtleFiles explanations = new TurtleFiles("shapes/explanations/*.ttl");

    /** The numbers of all rules, in the order of their digits. */
    List<String> numbers() {
        return RuleTexts.in(Locale.ENGLISH).numbers().stream()
                .sorted(Comparator.comparing(number -> number.substring(1)))
                .toList();
    }

    /** Why rules are there, their sources and their families. */
    Graph explanations() {
        return explanations.graph();
    }

    /** The families in their order. */
    List<Node> families() {
        return explanations().stream(Node.ANY, RDF.Nodes.type, SKOS.Collection.asNode())
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(this::order))
                .toList();
    }

    /** The numbers of a family's rules. */
    List<String> numbers(Node family) {
        return numbers().stream()
                .filter(number -> explanations().contains(Vocabulary.rule(number), DCTerms.isPartOf.asNode(), family))
                .toList();
    }

    /** Everything about all rules, and how what they compare is derived. */
    Graph all() {
        Graph all = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(all, shapes.graph());
        GraphUtil.addInto(all, derivations.graph());
        GraphUtil.addInto(all, explanations());
        numbers().forEach(number -> addNames(all, number));
        return all;
    }

    /** Everything about one rule, so that it makes sense without the others. */
    Graph document(String number) {
        Node rule = Vocabulary.rule(number);
        Graph document = shape(number);
        copy(shapes.graph(), rule, document);
        addNames(document, number);
        copy(explanations(), rule, document);
        objects(explanations(), rule, DCTerms.isPartOf.asNode()).forEach(part -> copy(explanations(), part, document));
        objects(explanations(), rule, DCTerms.source.asNode()).forEach(part -> copy(explanations(), part, document));
        return document;
    }

    /**
     * The shape of a rule with what it is applied to, so that it can be run by itself, and without what reports say of it;
     * empty where the rule is checked without a shape.
     */
    Graph shape(String number) {
        Node rule = Vocabulary.rule(number);
        Graph shape = GraphFactory.createDefaultGraph();
        if (!shapes.graph().contains(Node.ANY, PROPERTY, rule)) {
            return shape;
        }
        shapes.graph().stream(rule, Node.ANY, Node.ANY)
                .filter(triple -> !TEXTS.contains(triple.getPredicate()))
                .forEach(triple -> copy(triple, shapes.graph(), shape));
        shapes.graph().stream(Node.ANY, PROPERTY, rule).map(Triple::getSubject).forEach(node -> {
            shapes.graph().stream(node, Node.ANY, Node.ANY)
                    .filter(triple -> !triple.getPredicate().equals(PROPERTY))
                    .forEach(triple -> copy(triple, shapes.graph(), shape));
            shape.add(node, PROPERTY, rule);
        });
        return shape;
    }

    private static void addNames(Graph graph, String number) {
        Node rule = Vocabulary.rule(number);
        graph.add(rule, SKOS.notation.asNode(), NodeFactory.createLiteralString(number));
        for (Locale language : Languages.ALL) {
            String title = RuleTexts.in(language).title(number);
            graph.add(rule, RDFS.Nodes.label, NodeFactory.createLiteralLang(title, language.getLanguage()));
        }
        graph.add(rule, RDFS.Nodes.isDefinedBy, NodeFactory.createURI(RulePath.DOCUMENT));
    }

    /** Copies what is said of a node, and of the blank nodes that this leads to. */
    private static void copy(Graph from, Node subject, Graph to) {
        if (!subject.isLiteral()) {
            from.stream(subject, Node.ANY, Node.ANY).forEach(triple -> copy(triple, from, to));
        }
    }

    private static void copy(Triple triple, Graph from, Graph to) {
        to.add(triple);
        if (triple.getObject().isBlank()) {
            copy(from, triple.getObject(), to);
        }
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private int order(Node family) {
        return objects(explanations(), family, ORDER)
                .findFirst()
                .map(order -> Integer.valueOf(order.getLiteralLexicalForm()))
                .orElse(Integer.MAX_VALUE);
    }
}
