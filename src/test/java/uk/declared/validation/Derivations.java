package uk.declared.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;

/** The published derivations, {@code shapes/derive/}, run as anybody would: their queries in order, over a whole graph. */
final class Derivations {
    static final Path FOLDER = Path.of("shapes/derive");
    private static final String SH = "http://www.w3.org/ns/shacl#";

    private final TreeMap<Integer, List<Query>> byOrder = new TreeMap<>();

    private Derivations() {}

    static Derivations published() {
        Derivations derivations = new Derivations();
        Model rules = published(FOLDER);
        rules.listSubjectsWithProperty(rules.createProperty(SH + "construct"))
                .forEach(rule -> derivations.add(rules, rule));
        return derivations;
    }

    /** All Turtle files of a folder together. */
    static Model published(Path folder) {
        Model model = ModelFactory.createDefaultModel();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .forEach(file -> RDFDataMgr.read(model, file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model;
    }

    private void add(Model rules, Resource rule) {
        StringBuilder text = new StringBuilder();
        Resource prefixes = rule.getPropertyResourceValue(rules.createProperty(SH + "prefixes"));
        prefixes.listProperties(rules.createProperty(SH + "declare"))
                .forEach(declared -> text.append("PREFIX ")
                        .append(declared.getProperty(rules.createProperty(SH + "prefix"))
                                .getString())
                        .append(": <")
                        .append(declared.getProperty(rules.createProperty(SH + "namespace"))
                                .getString())
                        .append(">\n"));
        text.append(rule.getProperty(rules.createProperty(SH + "construct")).getString());
        int order = rule.getProperty(rules.createProperty(SH + "order")).getInt();
        byOrder.computeIfAbsent(order, key -> new ArrayList<>()).add(QueryFactory.create(text.toString()));
    }

    /** Adds to a graph what follows from it. */
    void addTo(Model data) {
        byOrder.values().forEach(queries -> {
            List<Model> derived = new ArrayList<>();
            for (Query query : queries) {
                try (QueryExecution execution = QueryExecution.create(query, data)) {
                    derived.add(execution.execConstruct());
                }
            }
            derived.forEach(data::add);
        });
    }
}
