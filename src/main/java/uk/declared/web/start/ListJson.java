package uk.declared.web.start;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.declared.ground.Json;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Answers;
import uk.declared.web.http.Representation;
import uk.declared.web.table.TableFile;

/** A list as JSON: an object for each row, by the table's own headings; what a row does not say is left out. */
final class ListJson {
    private ListJson() {}

    /** Whether a client likes JSON better than a page. */
    static boolean isWanted(HttpServletRequest request) {
        AcceptHeader accept = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return accept.quality(Representation.PLAIN_JSON) > accept.quality(Representation.HTML.mediaType());
    }

    static ResponseEntity<byte[]> answer(HttpServletRequest request, TableFile table) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            table.content().writeTo(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        CsvReader.builder()
                .ofNamedCsvRecord(csv.toString(StandardCharsets.UTF_8))
                .forEach(row -> rows.add(object(row)));
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                Json.PLAIN.writeValueAsBytes(rows),
                new HttpHeaders(),
                List.of(HttpHeaders.ACCEPT));
    }

    private static Map<String, Object> object(NamedCsvRecord row) {
        Map<String, Object> object = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, text) -> {
            if (!text.isEmpty()) {
                object.put(name, text.matches("0|[1-9]\\d{0,14}") ? Long.valueOf(text) : text);
            }
        });
        return object;
    }
}
