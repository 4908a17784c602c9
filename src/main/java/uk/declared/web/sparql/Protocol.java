package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Reads query operations (SPARQL 1.1 Protocol, section 2.1): by GET, by POST of a form, by POST of the query itself, and by
 * QUERY, which is a GET with a body.
 */
final class Protocol {
    private static final MediaType QUERY = MediaType.parseMediaType("application/sparql-query");
    private static final MediaType UPDATE = MediaType.parseMediaType("application/sparql-update");

    /** UTF-8 takes at most so many bytes for one character of Java's. */
    private static final int BYTES_PER_CHARACTER = 3;

    /** A form writes a byte as a percent sign and two digits. */
    private static final int FORM_CHARACTERS_PER_BYTE = 3;

    /** What a form may have besides its query: names of fields, and of graphs. */
    private static final int BESIDES_THE_QUERY = 1 << 16;

    private static final int PART_BYTES = 8192;

    private final SparqlLimits limits;

    Protocol(SparqlLimits limits) {
        this.limits = limits;
    }

    /**
     * What a request asks for. Its query is absent where it is a GET without one, which asks for the service itself.
     *
     * @throws QueryRefusedException where it is no query operation
     */
    Asked read(HttpServletRequest request) throws IOException {
        String address = Optional.ofNullable(request.getQueryString()).orElse("");
        return switch (request.getMethod()) {
            case "POST", "QUERY" -> withBody(address, request);
            default -> asked(FormFields.of(address));
        };
    }

    private Asked withBody(String address, HttpServletRequest request) throws IOException {
        MediaType type = contentType(request);
        if (QUERY.isCompatibleWith(type)) {
            refuseOtherEncoding(type);
            FormFields fields = FormFields.of(address);
            refuseUpdate(fields);
            if (!fields.all("query").isEmpty()) {
                throw new QueryRefusedException(Refusal.SEVERAL_QUERIES);
            }
            String text = FormFields.utf8(body(request, limits.queryLength() * BYTES_PER_CHARACTER));
            return new Asked(Optional.of(withGraphs(text, fields)), fields);
        }
        if (UPDATE.isCompatibleWith(type)) {
            throw new QueryRefusedException(Refusal.UPDATE_TYPE);
        }
        if (!MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)
                || request.getMethod().equals("QUERY")) {
            throw new QueryRefusedException(Refusal.MEDIA_TYPE, type);
        }
        refuseOtherEncoding(type);
        int longest = limits.queryLength() * BYTES_PER_CHARACTER * FORM_CHARACTERS_PER_BYTE + BESIDES_THE_QUERY;
        String form = new String(body(request, longest), StandardCharsets.ISO_8859_1);
        Asked asked = asked(FormFields.of(address, form));
        if (asked.query().isEmpty()) {
            throw new QueryRefusedException(Refusal.NO_QUERY);
        }
        return asked;
    }

    private static Asked asked(FormFields fields) {
        refuseUpdate(fields);
        if (fields.all("query").size() > 1) {
            throw new QueryRefusedException(Refusal.SEVERAL_QUERIES);
        }
        return new Asked(fields.first("query").map(query -> withGraphs(query, fields)), fields);
    }

    private static void refuseUpdate(FormFields fields) {
        if (!fields.all("update").isEmpty()) {
            throw new QueryRefusedException(Refusal.UPDATE);
        }
    }

    private static SparqlRequest withGraphs(String query, FormFields fields) {
        if (query.isBlank()) {
            throw new QueryRefusedException(Refusal.NO_QUERY);
        }
        return new SparqlRequest(query, fields.all("default-graph-uri"), fields.all("named-graph-uri"));
    }

    private byte[] body(HttpServletRequest request, int longest) throws IOException {
        long end = System.nanoTime() + limits.receiveTime().toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART_BYTES];
        InputStream body = request.getInputStream();
        for (int read = read(body, part); read >= 0; read = read(body, part)) {
            bytes.write(part, 0, read);
            if (bytes.size() > longest) {
                throw new QueryRefusedException(Refusal.TOO_LONG_QUERY, limits.queryLength());
            }
            if (System.nanoTime() > end) {
                throw new QueryRefusedException(
                        Refusal.TOO_SLOW, limits.receiveTime().toSeconds());
            }
        }
        return bytes.toByteArray();
    }

    /** Who breaks off, or sends nothing for long, is not waited for. */
    private int read(InputStream body, byte[] part) {
        try {
            return body.read(part);
        } catch (IOException e) {
            throw new QueryRefusedException(
                    Refusal.TOO_SLOW, limits.receiveTime().toSeconds());
        }
    }

    private static MediaType contentType(HttpServletRequest request) {
        String header = request.getContentType();
        if (header == null || header.isBlank()) {
            throw new QueryRefusedException(Refusal.NO_MEDIA_TYPE);
        }
        try {
            return MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException e) {
            throw new QueryRefusedException(Refusal.MEDIA_TYPE, header);
        }
    }

    /** Queries are Unicode in UTF-8, whatever else a type may name (SPARQL 1.1 Query Language, section 21). */
    private static void refuseOtherEncoding(MediaType type) {
        String charset = type.getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw new QueryRefusedException(Refusal.MEDIA_TYPE, type);
        }
    }

    /**
     * What a request asks for.
     *
     * @param query the query; absent where the service itself is asked for
     * @param fields of its address and its form
     */
    record Asked(Optional<SparqlRequest> query, FormFields fields) {
        /** The name of a format, which goes before what the client's header accepts. */
        Optional<String> format() {
            return fields.first("format");
        }

        /** A query to put into the editor. */
        Optional<String> toEdit() {
            return fields.first("edit");
        }
    }
}
