package uk.declared.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Finds and reads the files of the model. */
final class ModelFiles {
    /** The base that the examples' relative IRIs are read with, a deployment's default. */
    static final String BASE = "http://localhost:8080/";

    static final Path CASES = Path.of("src/test/resources/model");
    static final Path ONTOLOGY = Path.of("ontology");
    static final Path SHAPES = Path.of("shapes");

    private ModelFiles() {}

    /** The files of a folder, not of those below it, whose names end so, in the order of their names. */
    static List<Path> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder and of all below it whose names end so, in the order of their paths. */
    static List<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One graph of several Turtle files. */
    static Graph read(List<Path> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        files.forEach(
                file -> RDFParser.source(file).lang(Lang.TURTLE).base(BASE).parse(graph));
        return graph;
    }

    static Graph read(Path file) {
        return read(List.of(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file beside this one that has another ending. */
    static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }
}
