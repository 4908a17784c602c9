package uk.declared.submission;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.GssCode;
import uk.declared.election.Nation;
import uk.declared.election.Office;
import uk.declared.election.Slug;

/** Finds the body that a contest elects to, and the council that publishes it. */
final class BodyReader {
    private final Councils councils = Councils.shipped();
    private final CellReader cells;
    private final ReadOptions options;

    BodyReader(CellReader cells, ReadOptions options) {
        this.cells = cells;
        this.options = options;
    }

    /** An elected body, and the nation that it is in where that is known. */
    record Found(ElectedBody body, Optional<Nation> nation) {}

    /** The body that a row's contest elects to; what cannot be found is reported. */
    Optional<Found> body(TableRow row, Office office, LocalDate day) {
        if (office == Office.MEMBER_OF_PARLIAMENT) {
            return Optional.of(new Found(ElectedBody.HOUSE_OF_COMMONS, Optional.empty()));
        }
        if (office == Office.PARISH_COUNCILLOR || office == Office.POLICE_AND_CRIME_COMMISSIONER) {
            return other(row, office, day);
        }
        Optional<Council> council = councilOf(row, day);
        if (council.isEmpty()) {
            Cell cell = firstGiven(row);
            cells.violation(
                    "F038", cell, Map.of("suggestions", String.join(", ", councils.slugsLike(lastWord(cell.text())))));
        }
        return council.map(found -> new Found(found.body(), Optional.of(found.nation())));
    }

    /** The council that publishes a row, where it is one of the table. */
    Optional<ElectedBody> publisher(TableRow row, LocalDate day) {
        return known(row.cell(Column.PUBLISHER_URI), row.cell(Column.PUBLISHER_NAME), day)
                .map(Council::body);
    }

    private Optional<Council> councilOf(TableRow row, LocalDate day) {
        if (options.council().isPresent()) {
            return councils.bySlug(options.council().get(), day);
        }
        String given = row.text(Column.COUNCIL);
        if (!given.isEmpty()) {
            return councils.bySlug(Slug.of(given), day)
                    .or(() -> GssCode.parse(CellReader.lastPart(given)).flatMap(code -> councils.byCode(code, day)))
                    .or(() -> councils.byUri(given, day))
                    .or(() -> councils.byName(given, day));
        }
        return known(row.cell(Column.BODY_URI), row.cell(Column.BODY_NAME), day)
                .or(() -> known(row.cell(Column.PUBLISHER_URI), row.cell(Column.PUBLISHER_NAME), day));
    }

    private Optional<Council> known(Cell uri, Cell name, LocalDate day) {
        return councils.byUri(uri.text(), day)
                .or(() -> GssCode.parse(CellReader.lastPart(uri.text())).flatMap(code -> councils.byCode(code, day)))
                .or(() -> name.isBlank() ? Optional.empty() : councils.byName(name.text(), day));
    }

    /** A parish council or a commissioner is not in the table of councils: it is named by its own code or name. */
    private Optional<Found> other(TableRow row, Office office, LocalDate day) {
        Cell cell = row.has(Column.BODY_NAME) ? row.cell(Column.BODY_NAME) : firstGiven(row);
        Optional<String> name = cells.text(cell);
        String last =
                CellReader.lastPart(row.has(Column.BODY_URI) ? row.text(Column.BODY_URI) : row.text(Column.COUNCIL));
        Optional<GssCode> code = GssCode.parse(last);
        Optional<Nation> nation = code.flatMap(GssCode::nation)
                .or(() -> known(row.cell(Column.PUBLISHER_URI), row.cell(Column.PUBLISHER_NAME), day)
                        .map(Council::nation));
        Optional<String> slug = name.map(Slug::of).filter(text -> !text.isEmpty());
        if (slug.isEmpty()) {
            cells.violation("F039", cell, Map.of("heading", "elected body"));
            return Optional.empty();
        }
        ElectedBody.Kind kind = office == Office.PARISH_COUNCILLOR ? ElectedBody.Kind.COUNCIL : ElectedBody.Kind.OTHER;
        String ownSlug = code.map(GssCode::value).orElse(slug.get());
        return Optional.of(
                new Found(new ElectedBody(kind, ownSlug, name.orElseThrow(), code, officialUri(row)), nation));
    }

    private static Optional<URI> officialUri(TableRow row) {
        return Optional.of(row.text(Column.BODY_URI))
                .filter(text -> text.matches("https?://[A-Za-z0-9./_-]+"))
                .map(URI::create);
    }

    private static Cell firstGiven(TableRow row) {
        return List.of(Column.COUNCIL, Column.BODY_NAME, Column.PUBLISHER_NAME, Column.BODY_URI, Column.PUBLISHER_URI)
                .stream()
                .filter(row::has)
                .findFirst()
                .map(row::cell)
                .orElseGet(() -> row.cell(Column.COUNCIL));
    }

    private static String lastWord(String text) {
        return CellReader.lastPart(text);
    }
}
