package uk.declared.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/** The files of this room. */
final class ExportQueries {
    private ExportQueries() {}

    /** A query. */
    static Query read(String name) {
        return QueryFactory.create(new String(bytes(name + ".rq"), StandardCharsets.UTF_8), Syntax.syntaxSPARQL_11);
    }

    /** The bytes of a file. */
    static byte[] bytes(String file) {
        try (InputStream in = ExportQueries.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the classpath");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
