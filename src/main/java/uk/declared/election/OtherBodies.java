package uk.declared.election;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.declared.ground.Shipped;

/**
 * The shipped table of elected bodies that are not principal councils: combined authorities, the Greater London Authority and
 * the aldermen of the City of London, {@code declared/bodies.csv}.
 */
public final class OtherBodies {
    private static final String TABLE = "/declared/bodies.csv";

    /** Bodies in the table that elect members, not a mayor. */
    private static final List<String> WITHOUT_MAYOR = List.of("gla", "city-of-london-alder");

    private static final String ALDERMEN = "aldermen";

    /** Words that the name of such a body may have or lack. */
    private static final Pattern COMMON_WORDS =
            Pattern.compile("\\b(the|of|mayor|mayoral|combined|county|authority)\\b");

    private static final OtherBodies SHIPPED = load();

    private final List<Listed> bodies;

    private OtherBodies(List<Listed> bodies) {
        this.bodies = bodies;
    }

    /** A row of the table. */
    private record Listed(ElectedBody body, String type, List<String> alsoCalled) {
        private Stream<String> names() {
            return Stream.concat(Stream.of(body.name()), alsoCalled.stream());
        }
    }

    /** The shipped table. */
    public static OtherBodies shipped() {
        return SHIPPED;
    }

    /** The body whose mayor a source means: by slug, by the code of its area, or by its name. */
    public Optional<ElectedBody> withMayor(String named) {
        String plain = plain(named);
        return bodies.stream()
                .filter(each -> !WITHOUT_MAYOR.contains(each.body().slug()))
                .filter(each -> each.body().slug().equals(Slug.of(named))
                        || each.body().slug().equals(Slug.of(plain))
                        || each.body().area().map(GssCode::value).equals(Optional.of(named.strip()))
                        || each.names().anyMatch(named.strip()::equalsIgnoreCase)
                        || (!plain.isEmpty()
                                && each.names().map(OtherBodies::plain).anyMatch(plain::equals)))
                .map(Listed::body)
                .findFirst();
    }

    /** The kind of body that has a slug, as the table names it: {@code combined-authority} … */
    public Optional<String> type(String slug) {
        return bodies.stream()
                .filter(each -> each.body().slug().equals(slug))
                .map(Listed::type)
                .findFirst();
    }

    /** The body of aldermen of the area that a council governs. */
    public Optional<ElectedBody> aldermen(Optional<GssCode> area) {
        return bodies.stream()
                .filter(each ->
                        each.type().equals(ALDERMEN) && each.body().area().equals(area))
                .map(Listed::body)
                .findFirst();
    }

    /** The body of aldermen that a source means, by slug or by name. */
    public Optional<ElectedBody> aldermen(String named) {
        return bodies.stream()
                .filter(each -> each.type().equals(ALDERMEN))
                .filter(each -> each.body().slug().equals(Slug.of(named))
                        || each.names().map(Slug::of).anyMatch(Slug.of(named)::equals))
                .map(Listed::body)
                .findFirst();
    }

    private static String plain(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", " ");
        return COMMON_WORDS
                .matcher(words)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static OtherBodies load() {
        return new OtherBodies(Shipped.rows(OtherBodies.class, TABLE).stream()
                .map(OtherBodies::listed)
                .toList());
    }

    private static Listed listed(NamedCsvRecord row) {
        ElectedBody body = new ElectedBody(
                ElectedBody.Kind.OTHER,
                row.getField("slug"),
                row.getField("name"),
                GssCode.parse(row.getField("code")),
                Optional.empty());
        List<String> also = Arrays.stream(row.getField("also").split("\\|"))
                .filter(name -> !name.isBlank())
                .toList();
        return new Listed(body, row.getField("type"), also);
    }
}
