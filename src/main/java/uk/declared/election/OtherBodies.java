package uk.declared.election;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shipped table of elected bodies that are not principal councils and have a mayor: combined authorities and the
 * Greater London Authority, {@code declared/bodies.csv}.
 */
public final class OtherBodies {
    private static final String TABLE = "/declared/bodies.csv";

    /** Bodies in the table that elect members, not a mayor. */
    private static final List<String> WITHOUT_MAYOR = List.of("gla", "city-of-london-alder");

    /** Words that the name of such a body may have or lack. */
    private static final Pattern COMMON_WORDS =
            Pattern.compile("\\b(the|of|mayor|mayoral|combined|county|authority)\\b");

    private static final OtherBodies SHIPPED = load();

    private final List<ElectedBody> bodies;

    private OtherBodies(List<ElectedBody> bodies) {
        this.bodies = bodies;
    }

    /** The shipped table. */
    public static OtherBodies shipped() {
        return SHIPPED;
    }

    /** The body whose mayor a source means: by slug, by the code of its area, or by its name. */
    public Optional<ElectedBody> withMayor(String named) {
        String plain = plain(named);
        return bodies.stream()
                .filter(body -> body.slug().equals(Slug.of(named))
                        || body.slug().equals(Slug.of(plain))
                        || body.area().map(GssCode::value).equals(Optional.of(named.strip()))
                        || body.name().equalsIgnoreCase(named.strip())
                        || (!plain.isEmpty() && plain(body.name()).equals(plain)))
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
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(OtherBodies.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return new OtherBodies(rows.stream()
                    .filter(row -> !WITHOUT_MAYOR.contains(row.getField("slug")))
                    .map(OtherBodies::body)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ElectedBody body(NamedCsvRecord row) {
        return new ElectedBody(
                ElectedBody.Kind.OTHER,
                row.getField("slug"),
                row.getField("name"),
                GssCode.parse(row.getField("code")),
                Optional.empty());
    }
}
