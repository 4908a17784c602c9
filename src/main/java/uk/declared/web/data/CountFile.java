package uk.declared.web.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The counts of the last state of the store that was counted, in a file: after the next start they are given until the store has
 * been counted anew, if it has changed since.
 *
 * @param <T> what is counted
 */
final class CountFile<T> {
    /** To be raised when something else is counted, or counted otherwise. */
    private static final int FORMAT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CountFile.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Node.class, ToStringSerializer.instance)
                    .addDeserializer(Node.class, new UriReader()))
            .build();

    private final Path file;
    private final JavaType type;

    /**
     * @param folder that the file lies in
     * @param name of the file, without the ending
     */
    CountFile(Path folder, String name, Class<T> counted) {
        this.file = folder.resolve(name + ".json");
        this.type = JSON.getTypeFactory().constructParametricType(Kept.class, counted);
    }

    private record Kept<T>(int format, T counted) {}

    /** What is counted is named by URIs. */
    private static final class UriReader extends StdDeserializer<Node> {
        private UriReader() {
            super(Node.class);
        }

        @Override
        public Node deserialize(JsonParser json, DeserializationContext context) {
            return NodeFactory.createURI(json.getString());
        }
    }

    /** The counts that are kept, and say themselves of which state they are; absent where there are none. */
    Optional<T> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Kept<T> kept = JSON.readValue(file, type);
            return kept.format() == FORMAT ? Optional.ofNullable(kept.counted()) : Optional.empty();
        } catch (RuntimeException e) {
            // Whatever is wrong with it: it can be counted anew.
            LOG.info("{} cannot be read, and what it held is counted anew: {}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Keeps counts in place of those before. */
    void write(T counted) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            JSON.writeValue(unfinished, new Kept<>(FORMAT, counted));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
