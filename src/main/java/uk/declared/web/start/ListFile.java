package uk.declared.web.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.stored.Row;

/**
 * Lists as they were when the server stopped, in a file, each with the version of the store that it was read from.
 */
final class ListFile {
    /** To be raised when rows are written otherwise. */
    private static final int FORMAT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    /** @param folder that the file lies in */
    ListFile(Path folder) {
        this.file = folder.resolve("lists.json");
    }

    /**
     * A list.
     *
     * @param version of the store that it was read from
     */
    record Listed(String version, List<Row> rows) {
        Listed {
            Objects.requireNonNull(version);
            rows = List.copyOf(rows);
        }
    }

    /** @param rows what each variable is bound to, in N-Triples */
    private record KeptList(String query, String version, List<Map<String, String>> rows) {}

    private record Kept(int format, List<KeptList> lists) {}

    /** The lists that are kept, by their queries' texts; none where there is no file that can be read. */
    Map<String, Listed> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Kept kept = JSON.readValue(file, Kept.class);
            return kept.format() == FORMAT
                    ? kept.lists().stream()
                            .collect(Collectors.toMap(
                                    KeptList::query, list -> new Listed(list.version(), rows(list.rows()))))
                    : Map.of();
        } catch (RuntimeException e) {
            // Whatever is wrong with it: it can be read anew from the store.
            LOG.info("{} cannot be read, and what it held is read anew: {}", file, e.toString());
            return Map.of();
        }
    }

    private static List<Row> rows(List<Map<String, String>> texts) {
        return texts.stream()
                .map(row -> {
                    Map<String, Node> values = new HashMap<>();
                    row.forEach((variable, value) -> values.put(variable, NodeFactoryExtra.parseNode(value)));
                    return new Row(values);
                })
                .toList();
    }

    /** Keeps lists, by their queries' texts, in place of those before. */
    void write(Map<String, Listed> lists) {
        List<KeptList> kept = lists.entrySet().stream()
                .map(list -> new KeptList(
                        list.getKey(),
                        list.getValue().version(),
                        texts(list.getValue().rows())))
                .toList();
        Path unfinished = file.resolveSibling("lists.unfinished");
        try {
            JSON.writeValue(unfinished, new Kept(FORMAT, kept));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> texts = new HashMap<>();
                    row.values().forEach((variable, value) -> texts.put(variable, NodeFmtLib.strNT(value)));
                    return texts;
                })
                .toList();
    }
}
