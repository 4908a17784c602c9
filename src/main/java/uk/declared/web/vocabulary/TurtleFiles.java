package uk.declared.web.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Turtle files on the classpath as one graph, read when first asked for. */
public final class TurtleFiles {
    private final String pattern;

    private volatile Optional<Graph> graph = Optional.empty();

    /**
     * The files that a pattern names.
     *
     * @param pattern such as {@code ontology/*.ttl}
     */
    public TurtleFiles(String pattern) {
        this.pattern = "classpath*:" + pattern;
    }

    /** All that they say. Nobody may add to it. */
    public Graph graph() {
        return graph.orElseGet(this::load);
    }

    private synchronized Graph load() {
        if (graph.isPresent()) {
            return graph.get();
        }
        Graph loaded = GraphFactory.createDefaultGraph();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (InputStream in = file.getInputStream()) {
                    RDFParser.source(in).lang(Lang.TURTLE).parse(loaded);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        graph = Optional.of(loaded);
        return loaded;
    }
}
