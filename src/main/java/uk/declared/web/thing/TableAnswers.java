package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.declared.export.ContestTables;
import uk.declared.export.CsvLayout;
import uk.declared.store.Store;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Answers with the tables of contests and elections, in the layout that {@code ?layout=} names. */
@Component
final class TableAnswers {
    static final String LAYOUT = "layout";
    private static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=utf-8;header=present");

    private final ContestTables contests;

    TableAnswers(Store store) {
        this.contests = new ContestTables(store);
    }

    /** The table of a thing. */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            ThingPath path,
            Description description,
            DocumentLinks links,
            HttpHeaders headers) {
        CsvLayout layout = layout(request);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try {
            ContestTables.Scope scope =
                    path.kind() == ThingKind.CONTEST ? ContestTables.Scope.CONTEST : ContestTables.Scope.ELECTION;
            contests.write(scope, description.thing(), layout, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.addTo(headers, request.getContextPath());
        headers.setContentDisposition(file(path, layout));
        return Answers.of(request, TYPE, table.toByteArray(), headers, List.of(HttpHeaders.ACCEPT));
    }

    /** The tables of a thing in other layouts than the first. */
    List<NamedLink> links(ThingPath path, Wording wording) {
        if (!path.kind().forms().contains(Representation.CSV)) {
            return List.of();
        }
        return List.of(
                link(path, CsvLayout.LGA, wording.text("data.table.lga")),
                link(path, CsvLayout.DEMOCRACY_CLUB, wording.text("data.table.democracy-club")));
    }

    private static NamedLink link(ThingPath path, CsvLayout layout, String label) {
        return new NamedLink(path.document() + ".csv?" + LAYOUT + "=" + layout.id(), label);
    }

    private static CsvLayout layout(HttpServletRequest request) {
        String asked = Optional.ofNullable(request.getParameter(LAYOUT)).orElse(CsvLayout.TEMPLATE.id());
        return CsvLayout.of(asked).orElseThrow(() -> {
            String known = Arrays.stream(CsvLayout.values()).map(CsvLayout::id).collect(Collectors.joining(", "));
            return ProblemException.of(HttpStatus.BAD_REQUEST, "problem.layout", known)
                    .with(LAYOUT, known);
        });
    }

    /** Programs that save the table need a name; the layout in it tells tables of one election apart. */
    private static ContentDisposition file(ThingPath path, CsvLayout layout) {
        String name = path.id().replace('/', '.') + (layout == CsvLayout.TEMPLATE ? "" : "." + layout.id()) + ".csv";
        ContentDisposition.Builder disposition = ContentDisposition.attachment();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                ? disposition.filename(name).build()
                : disposition.filename(name, StandardCharsets.UTF_8).build();
    }
}
