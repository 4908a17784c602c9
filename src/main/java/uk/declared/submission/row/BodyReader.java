package uk.declared.submission.row;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.GssCode;
import uk.declared.election.Nation;
import uk.declared.election.Office;
import uk.declared.election.OtherBodies;
import uk.declared.election.Slug;
import uk.declared.format.Column;
import uk.declared.submission.Cell;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.text.Texts;

/**
 * Finds the body that a contest elects to, and the council that publishes it:
 *
 * <ol>
 *   <li>Parliament is named by the office alone,
 *   <li>a council is the one that the row names as elected body, else the one that publishes the row, else the one that
 *       the sender named beside the file,
 *   <li>a mayor's authority that is no council is in a table of its own,
 *   <li>a parish council or a commissioner is in no table: its own code and name name it.
 * </ol>
 */
final class BodyReader {
    private static final Pattern COMMISSIONER = Pattern.compile(
            "(?i)\\b(office of the|the|police (?:fire )?and crime commissioner|pcc|police(?: area)?|constabulary|for)\\b");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("https?://[A-Za-z0-9./_-]+");

    /** Parishes and communities. */
    private static final Set<String> PARISH_CODES = Set.of("E04", "W04");

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
        return switch (office) {
            case MEMBER_OF_PARLIAMENT -> Optional.of(new Found(ElectedBody.HOUSE_OF_COMMONS, Optional.empty()));
            case PARISH_COUNCILLOR, POLICE_AND_CRIME_COMMISSIONER -> named(row, office, day);
            case MAYOR -> mayor(row, day);
            case COUNCILLOR -> council(row, day);
            case ALDERMAN -> aldermen(row, day);
        };
    }

    /** The council that publishes a row, where it is one of the table. */
    Optional<ElectedBody> publisher(TableRow row, LocalDate day) {
        return publishingCouncil(row, day).map(council -> council.bodyOn(day));
    }

    private Optional<Council> publishingCouncil(TableRow row, LocalDate day) {
        return known(row.text(Column.PUBLISHER_URI), row.text(Column.PUBLISHER_NAME), day)
                .or(() -> known(row.text(Column.COUNCIL), row.text(Column.COUNCIL), day))
                .or(() -> options.council().flatMap(slug -> councils.bySlug(slug, day)));
    }

    private Optional<Found> council(TableRow row, LocalDate day) {
        Cell cell = givenBody(row);
        Optional<Council> fromFile = row.has(Column.BODY_URI) || row.has(Column.BODY_NAME)
                ? known(row.text(Column.BODY_URI), row.text(Column.BODY_NAME), day)
                : known(row.text(Column.COUNCIL), row.text(Column.COUNCIL), day)
                        .or(() -> known(row.text(Column.PUBLISHER_URI), row.text(Column.PUBLISHER_NAME), day));
        Optional<Council> fromOption = options.council().flatMap(slug -> councils.bySlug(slug, day));
        if (fromFile.isEmpty() && fromOption.isEmpty() && cell.isBlank()) {
            cells.missing(row, Column.COUNCIL, cell.place().heading().orElse("council"));
        } else if (fromFile.isEmpty() && fromOption.isEmpty()) {
            String suggestions = String.join(", ", councils.slugsLike(Texts.lastPart(cell.text())));
            cells.violation("F038", cell, Map.of("suggestions", suggestions));
        } else if (fromFile.isEmpty() && !cell.isBlank()) {
            cells.interpretation(
                    "I054", cell, Map.of("read", fromOption.orElseThrow().officialNameOn(day)));
        } else if (fromFile.isPresent() && fromOption.isPresent() && !fromFile.equals(fromOption)) {
            cells.violation("F042", cell, Map.of("other", fromOption.get().slug(), "option", "--council"));
        }
        return fromFile.or(() -> fromOption).map(found -> new Found(found.bodyOn(day), Optional.of(found.nation())));
    }

    /** The council of a URI, a slug, a code or a name. */
    private Optional<Council> known(String uri, String name, LocalDate day) {
        return councils.byUri(uri, day)
                .or(() -> GssCode.parse(Texts.lastPart(uri)).flatMap(code -> councils.byCode(code, day)))
                .or(() -> councils.bySlug(name, day))
                .or(() -> name.isEmpty() ? Optional.empty() : councils.byName(name, day));
    }

    /** A council's mayor, or an authority's: the table of authorities is asked where the row names no council. */
    private Optional<Found> mayor(TableRow row, LocalDate day) {
        boolean ofCouncil = known(row.text(Column.BODY_URI), row.text(Column.BODY_NAME), day)
                .isPresent();
        Optional<Found> ofAuthority = ofCouncil ? Optional.empty() : authority(row);
        return ofAuthority.or(() -> council(row, day));
    }

    private static Optional<Found> authority(TableRow row) {
        return Stream.of(Column.BODY_URI, Column.BODY_NAME, Column.COUNCIL)
                .map(column -> Texts.lastPart(row.text(column)))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> OtherBodies.shipped().withMayor(text).stream())
                .findFirst()
                .map(body -> new Found(body, Optional.of(Nation.ENGLAND)));
    }

    /** The aldermen that the row names, or those of the council that it names. */
    private Optional<Found> aldermen(TableRow row, LocalDate day) {
        return Stream.of(Column.BODY_NAME, Column.COUNCIL)
                .flatMap(column -> OtherBodies.shipped().aldermen(row.text(column)).stream())
                .findFirst()
                .map(body -> new Found(body, body.area().flatMap(GssCode::nation)))
                .or(() -> council(row, day)
                        .flatMap(found -> OtherBodies.shipped()
                                .aldermen(found.body().area())
                                .map(body -> new Found(body, found.nation()))));
    }

    /** A principal council has no parish councillors: which parish council it is, nobody has said. */
    private boolean isPrincipalCouncil(TableRow row, Cell cell, LocalDate day) {
        Optional<GssCode> code = GssCode.parse(Texts.lastPart(row.text(Column.BODY_URI)));
        return code.filter(found -> PARISH_CODES.contains(found.entity())).isEmpty()
                && known(cell.text(), cell.text(), day).isPresent();
    }

    /** A body of no table, named by its own code and name. */
    private Optional<Found> named(TableRow row, Office office, LocalDate day) {
        Cell cell = givenBody(row);
        Optional<String> name = cells.text(cell);
        Optional<GssCode> code =
                GssCode.parse(Texts.lastPart(row.text(row.has(Column.BODY_URI) ? Column.BODY_URI : Column.COUNCIL)));
        boolean parish = office == Office.PARISH_COUNCILLOR;
        if (parish && isPrincipalCouncil(row, cell, day)) {
            cells.violation("F051", cell, Map.of());
            return Optional.empty();
        }
        Optional<String> slug = (parish ? code.map(GssCode::value) : Optional.<String>empty())
                .or(() -> name.map(text -> Slug.of(parish ? text : withoutOffice(text))))
                .filter(text -> !text.isEmpty());
        if (slug.isEmpty()) {
            cells.missing(row, Column.BODY_NAME, cell.place().heading().orElse("elected_body_name"));
            return Optional.empty();
        }
        Optional<Nation> nation = code.flatMap(GssCode::nation)
                .or(() -> publishingCouncil(row, day).map(Council::nation));
        ElectedBody.Kind kind = parish ? ElectedBody.Kind.COUNCIL : ElectedBody.Kind.OTHER;
        return Optional.of(
                new Found(new ElectedBody(kind, slug.get(), name.orElseThrow(), code, officialUri(row)), nation));
    }

    /** “Kent Police and Crime Commissioner” and “Police and Crime Commissioner for Kent” are Kent's. */
    private static String withoutOffice(String name) {
        String place = COMMISSIONER.matcher(name).replaceAll(" ");
        return Slug.of(place).isEmpty() ? name : place;
    }

    private static Optional<URI> officialUri(TableRow row) {
        return Optional.of(row.text(Column.BODY_URI))
                .filter(text -> PLAIN_ADDRESS.matcher(text).matches())
                .map(URI::create);
    }

    /** The cell that names the elected body best. */
    private static Cell givenBody(TableRow row) {
        List<Column> best =
                List.of(Column.BODY_NAME, Column.BODY_URI, Column.COUNCIL, Column.PUBLISHER_NAME, Column.PUBLISHER_URI);
        return best.stream()
                .filter(row::has)
                .findFirst()
                .or(() -> best.stream().filter(row.columns()::contains).findFirst())
                .map(row::cell)
                .orElseGet(() -> row.cell(Column.COUNCIL));
    }
}
