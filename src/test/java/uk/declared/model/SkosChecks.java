package uk.declared.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What is usually asked of a SKOS vocabulary: the integrity conditions of the SKOS Reference (S9, S13, S14, S27, S37 and
 * S46 where they can be broken here), and what qSKOS and Skosify look for beside them.
 */
final class SkosChecks {
    private final Graph graph;
    private final List<String> problems = new ArrayList<>();

    private SkosChecks(Graph graph) {
        this.graph = graph;
    }

    /** What is wrong with the schemes and concepts of a graph: the check's name and the thing. */
    static List<String> problems(Graph graph) {
        SkosChecks checks = new SkosChecks(graph);
        checks.ofType(SKOS.Concept).forEach(checks::look);
        checks.ofType(SKOS.ConceptScheme).forEach(checks::lookAtScheme);
        return checks.problems.stream().sorted().toList();
    }

    private void look(Node concept) {
        // S14: no more than one preferred label a language; here, exactly one in each of the two.
        found("preferred-labels", concept, !languages(concept, SKOS.prefLabel).equals(List.of("cy", "en")));
        found("definitions", concept, !languages(concept, SKOS.definition).equals(List.of("cy", "en")));
        Set<Node> others = new LinkedHashSet<>(objects(concept, SKOS.altLabel));
        others.addAll(objects(concept, SKOS.hiddenLabel));
        others.retainAll(objects(concept, SKOS.prefLabel));
        found("labels-not-disjoint", concept, !others.isEmpty()); // S13
        found("scheme-and-concept", concept, graph.contains(concept, RDF.Nodes.type, node(SKOS.ConceptScheme))); // S9
        found("no-scheme", concept, objects(concept, SKOS.inScheme).size() != 1);
        found("no-notation", concept, objects(concept, SKOS.notation).size() != 1);
        found("no-source", concept, objects(concept, DCTerms.source).stream().noneMatch(Node::isURI));
        found(
                "source-not-in-words",
                concept,
                objects(concept, DCTerms.bibliographicCitation).isEmpty());
        lookAtPlace(concept);
    }

    private void lookAtPlace(Node concept) {
        Set<Node> above = reachable(concept, SKOS.broader, SKOS.narrower);
        Set<Node> related = new LinkedHashSet<>(objects(concept, SKOS.related));
        related.addAll(subjects(concept, SKOS.related));
        found("cycle", concept, above.contains(concept));
        found("related-and-broader", concept, related.stream().anyMatch(above::contains)); // S27
        found(
                "neither-top-nor-below",
                concept,
                above.isEmpty() == objects(concept, SKOS.topConceptOf).isEmpty());
        found(
                "broader-elsewhere",
                concept,
                above.stream()
                        .anyMatch(other -> !objects(other, SKOS.inScheme).equals(objects(concept, SKOS.inScheme))));
        found("one-way", concept, !objects(concept, SKOS.broader).equals(subjects(concept, SKOS.narrower)));
        found("one-way", concept, !objects(concept, SKOS.topConceptOf).equals(subjects(concept, SKOS.hasTopConcept)));
    }

    private void lookAtScheme(Node scheme) {
        found("no-top-concept", scheme, objects(scheme, SKOS.hasTopConcept).isEmpty());
        found("titles", scheme, !languages(scheme, DCTerms.title).equals(List.of("cy", "en")));
        found("descriptions", scheme, !languages(scheme, DCTerms.description).equals(List.of("cy", "en")));
        Set<Node> concepts = subjects(scheme, SKOS.inScheme);
        found("notation-twice", scheme, anyTwice(concepts, SKOS.notation));
        found("label-twice", scheme, anyTwice(concepts, SKOS.prefLabel));
        concepts.forEach(concept -> found(
                "not-named-by-its-notation",
                concept,
                objects(concept, SKOS.notation).stream()
                        .noneMatch(notation ->
                                concept.getURI().equals(scheme.getURI() + "/" + notation.getLiteralLexicalForm()))));
    }

    private void found(String check, Node thing, boolean wrong) {
        String problem = check + " " + thing.getURI();
        if (wrong && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private boolean anyTwice(Set<Node> concepts, Property property) {
        List<Node> values = concepts.stream()
                .flatMap(concept -> objects(concept, property).stream())
                .toList();
        return values.stream().distinct().count() < values.size();
    }

    /** What lies above a concept, by one property forwards or the other backwards, at any distance. */
    private Set<Node> reachable(Node concept, Property forwards, Property backwards) {
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> next = new ArrayDeque<>(List.of(concept));
        while (!next.isEmpty()) {
            Node from = next.remove();
            Stream.concat(objects(from, forwards).stream(), subjects(from, backwards).stream())
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    private List<Node> ofType(Resource type) {
        return graph.stream(Node.ANY, RDF.Nodes.type, node(type))
                .map(Triple::getSubject)
                .toList();
    }

    private Set<Node> objects(Node subject, Property property) {
        return graph.stream(subject, node(property), Node.ANY)
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }

    private Set<Node> subjects(Node object, Property property) {
        return graph.stream(Node.ANY, node(property), object)
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    private List<String> languages(Node subject, Property property) {
        return graph.stream(subject, node(property), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLanguage())
                .sorted()
                .toList();
    }

    private static Node node(Resource resource) {
        return resource.asNode();
    }
}
