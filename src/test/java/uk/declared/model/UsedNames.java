package uk.declared.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.RDF;
import uk.declared.linkeddata.Vocabulary;

/** The vocabulary's names, terms and codes, that files use, each with the places where they are used. */
final class UsedNames {
    /** The vocabulary's own namespace and what is below it, rules apart: these are named by the shapes. */
    private static final Pattern NAME = Pattern.compile(
            "https://w3id\\.org/local-elections(#[A-Za-z]\\w*|/code/[a-z-]+(/[a-z-]+)?|/structure/[a-z/-]+)");

    private static final Pattern TERM_IN_JAVA = Pattern.compile("\\bterm\\(\"(\\w+)\"\\)");
    private static final Pattern CODE_IN_JAVA = Pattern.compile("\\bcode\\(\"([a-z-]+)\", \"([a-z-]+)\"\\)");
    private static final Pattern PROPERTY_WRITTEN = Pattern.compile("\\.le(?:Text|Decimal)?\\(\\s*\"(\\w+)\"");
    private static final Pattern PROPERTY_READ =
            Pattern.compile("\\b(?:count|decimal|truth|text|objects?|is)\\((?:[\\w.()]+, )?\"([a-z]\\w+)\"");

    private final Map<String, Set<String>> places = new TreeMap<>();

    /** Every name, with where it is used. */
    Map<String, Set<String>> places() {
        return places;
    }

    Set<String> names() {
        return places.keySet();
    }

    /** The names in Turtle files. */
    UsedNames inTurtle(List<Path> files) {
        files.forEach(file -> inGraph(ModelFiles.read(file).stream(), file.toString()));
        return this;
    }

    /** What a vocabulary's file says with names, other than what it says of them. */
    UsedNames beyondTheirDeclarations(Graph ontology, String place) {
        ontology.stream().forEach(triple -> {
            add(triple.getPredicate(), place);
            add(triple.getObject(), place);
        });
        return this;
    }

    /** The classes that the things in a file belong to. */
    UsedNames typesIn(Graph graph, String place) {
        graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY).forEach(triple -> add(triple.getObject(), place));
        return this;
    }

    UsedNames inGraph(Stream<Triple> triples, String place) {
        triples.forEach(triple -> {
            add(triple.getSubject(), place);
            add(triple.getPredicate(), place);
            add(triple.getObject(), place);
        });
        return this;
    }

    /** The names in queries, which are parsed for it, so that a comment uses nothing. */
    UsedNames inQueries(List<Path> files) {
        for (Path file : files) {
            Query query = QueryFactory.create(ModelFiles.text(file), ModelFiles.BASE);
            query.getPrefixMapping().clearNsPrefixMap();
            NAME.matcher(query.serialize()).results().forEach(found -> add(found.group(), file.toString()));
        }
        return this;
    }

    /** The names that Java writes or reads, by the methods that all of it uses for them. */
    UsedNames inJava(Path folder) {
        for (Path file : ModelFiles.below(folder, ".java")) {
            String text = ModelFiles.text(file);
            for (Pattern pattern : List.of(TERM_IN_JAVA, PROPERTY_WRITTEN)) {
                pattern.matcher(text)
                        .results()
                        .forEach(found -> add(Vocabulary.NAMESPACE + found.group(1), file.toString()));
            }
            CODE_IN_JAVA
                    .matcher(text)
                    .results()
                    .forEach(found ->
                            add(Vocabulary.code(found.group(1), found.group(2)).getURI(), file.toString()));
        }
        return this;
    }

    /** The properties that the rules read, which a wrong name would leave empty without anybody's noticing. */
    UsedNames inRules(Path folder) {
        for (Path file : ModelFiles.below(folder, ".java")) {
            PROPERTY_READ
                    .matcher(ModelFiles.text(file))
                    .results()
                    .forEach(found -> add(Vocabulary.NAMESPACE + found.group(1), file.toString()));
        }
        return this;
    }

    private void add(Node node, String place) {
        if (node.isURI() && NAME.matcher(node.getURI()).matches()) {
            add(node.getURI(), place);
        }
    }

    private void add(String name, String place) {
        places.computeIfAbsent(name, missing -> new TreeSet<>()).add(place);
    }
}
