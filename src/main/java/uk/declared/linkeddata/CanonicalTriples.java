package uk.declared.linkeddata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;

/**
 * Triples without blank nodes as canonical N-Triples: one line each, in code point order, without doubles. For such
 * triples that is the form of RDF Dataset Canonicalization (RDFC-1.0).
 */
public final class CanonicalTriples {
    private CanonicalTriples() {}

    /** The canonical text, each line ended by a line feed. */
    public static String write(Collection<Triple> triples) {
        CanonicalWriter writer = new CanonicalWriter();
        String[] lines = new String[triples.size()];
        int written = 0;
        for (Triple triple : triples) {
            Optional<String> line = writer.line(triple);
            if (line.isEmpty()) {
                return sorted(byRiot(triples));
            }
            lines[written++] = line.get();
        }
        return sorted(lines);
    }

    private static String[] byRiot(Collection<Triple> triples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.writeTriples(out, triples.iterator());
        return out.toString(StandardCharsets.UTF_8).split("\n");
    }

    private static String sorted(String[] lines) {
        Arrays.sort(lines);
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String line : lines) {
            if (!line.isEmpty() && !line.equals(before)) {
                text.append(line).append('\n');
            }
            before = line;
        }
        return text.toString();
    }

    /** The canonical text of every data set, by its name. */
    public static Map<String, String> writeAll(Map<String, List<Triple>> dataSets) {
        Map<String, String> texts = new LinkedHashMap<>();
        dataSets.forEach((name, triples) -> texts.put(name, write(triples)));
        return texts;
    }

    /** The triples that such a text holds. */
    public static List<Triple> read(String text) {
        try {
            return CanonicalReader.read(text);
        } catch (CanonicalReader.NotCanonicalException e) {
            // What an earlier version wrote in another way is N-Triples all the same.
            return parse(text);
        }
    }

    private static List<Triple> parse(String text) {
        List<Triple> triples = new ArrayList<>();
        RDFParser.create()
                .source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .lang(Lang.NTRIPLES)
                // It was checked when it was written.
                .checking(false)
                .parse(StreamRDFLib.sinkTriples(new TripleCollector(triples)));
        return triples;
    }
}
