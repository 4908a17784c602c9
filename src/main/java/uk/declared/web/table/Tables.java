package uk.declared.web.table;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.declared.export.TableDescription;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Answers;
import uk.declared.web.page.DocumentRights;

/** Answers with tables and with their descriptions, each of which leads to the other. */
@Component
public final class Tables {
    private static final MediaType TABLE = MediaType.parseMediaType("text/csv;charset=utf-8;header=present");
    private static final MediaType DESCRIPTION = MediaType.parseMediaType("application/csvm+json");

    private final TableDescription descriptions;

    Tables(Uris uris) {
        this.descriptions = new TableDescription(uris.base());
    }

    /**
     * A table.
     *
     * @param headers to send with it
     */
    public ResponseEntity<byte[]> answer(HttpServletRequest request, TableFile table, HttpHeaders headers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            table.content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        headers.add(
                HttpHeaders.LINK,
                "<" + request.getContextPath() + table.path() + TableFile.DESCRIPTION + table.query()
                        + ">; rel=\"describedby\"; type=\"" + DESCRIPTION + "\"");
        headers.setContentDisposition(named(table.fileName() + TableFile.SUFFIX));
        return Answers.of(request, TABLE, out.toByteArray(), headers, List.of(HttpHeaders.ACCEPT));
    }

    /** The description of a table that is under one licence. */
    public ResponseEntity<byte[]> description(HttpServletRequest request, TableFile table, URI licence) {
        return description(request, table, DocumentRights.of(licence));
    }

    /** The description of a table. */
    public ResponseEntity<byte[]> description(HttpServletRequest request, TableFile table, DocumentRights rights) {
        byte[] written = descriptions.write(new TableDescription.Table(
                table.url(),
                table.title(),
                table.source(),
                rights.licences().stream().map(URI::toString).toList(),
                rights.unknown(),
                table.contest(),
                table.columns(),
                table.headings()));
        HttpHeaders headers = new HttpHeaders();
        headers.add(
                HttpHeaders.LINK,
                "<" + request.getContextPath() + table.path() + TableFile.SUFFIX + table.query()
                        + ">; rel=\"describes\"; type=\"text/csv\"");
        headers.setContentDisposition(named(table.fileName() + TableFile.DESCRIPTION));
        return Answers.of(request, DESCRIPTION, written, headers, List.of());
    }

    private static ContentDisposition named(String file) {
        ContentDisposition.Builder disposition = ContentDisposition.attachment();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(file)
                ? disposition.filename(file).build()
                : disposition.filename(file, StandardCharsets.UTF_8).build();
    }
}
