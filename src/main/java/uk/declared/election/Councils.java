package uk.declared.election;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shipped table of principal councils: {@code declared/councils.csv}, facts from the Office for National Statistics. */
public final class Councils {
    private static final String TABLE = "/declared/councils.csv";

    /** Words that a council's name may have or lack. */
    private static final Pattern COMMON_WORDS = Pattern.compile(
            "\\b(the|of|and|council|borough|district|city|county|metropolitan|royal|london|unitary|authority|mbc|cc|dc|bc)\\b");

    private static final Councils SHIPPED = load();

    private final List<Council> councils;

    private Councils(List<Council> councils) {
        this.councils = councils;
    }

    /** The shipped table. */
    public static Councils shipped() {
        return SHIPPED;
    }

    /**
     * The council of this slug, the one that elects on the day where two councils in turn had it: the later one, where
     * the earlier had not ended when the later was first elected.
     */
    public Optional<Council> bySlug(String slug, LocalDate day) {
        return find(council -> council.slug().equals(slug), day);
    }

    /** Whether there is a council of this slug on any day. */
    public boolean knows(String slug) {
        return councils.stream().anyMatch(council -> council.slug().equals(slug));
    }

    /**
     * The council known by this URI. The scheme, case, a slash at the end, and whether it names the council or the page
     * about it ({@code /id/} and {@code /doc/}) make no difference.
     */
    public Optional<Council> byUri(String uri, LocalDate day) {
        String wanted = plain(uri);
        return find(
                council ->
                        council.officialUri().map(own -> plain(own.toString())).equals(Optional.of(wanted)),
                day);
    }

    /** The council that governs, or governed, the area with this code. */
    public Optional<Council> byCode(GssCode code, LocalDate day) {
        return find(
                council -> council.code().equals(Optional.of(code))
                        || council.earlierCodes().contains(code),
                day);
    }

    /**
     * The council of this name: first as written, then without case, punctuation and words such as “Borough Council”,
     * provided that just one council is left.
     */
    public Optional<Council> byName(String name, LocalDate day) {
        String wanted = name.strip();
        Optional<Council> exact = find(
                council -> council.name().equalsIgnoreCase(wanted)
                        || council.officialName().equalsIgnoreCase(wanted),
                day);
        if (exact.isPresent()) {
            return exact;
        }
        String normal = normalised(wanted);
        List<Council> alike = councils.stream()
                .filter(council ->
                        council.electsOn(day) && normalised(council.name()).equals(normal))
                .toList();
        return alike.size() == 1 && !normal.isEmpty() ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The slugs most like a text, the likest first, for a message that suggests them. */
    public List<String> slugsLike(String text) {
        String wanted = Slug.of(normalised(text));
        return councils.stream()
                .map(Council::slug)
                .distinct()
                .sorted(Comparator.comparingInt(slug -> Distance.between(slug, wanted)))
                .limit(3)
                .toList();
    }

    private Optional<Council> find(Predicate<Council> wanted, LocalDate day) {
        List<Council> found = councils.stream().filter(wanted).toList();
        return found.stream()
                .filter(council -> council.electsOn(day))
                .max(Comparator.comparing(council -> council.start().orElse(LocalDate.MIN)))
                .or(() -> found.stream().findFirst());
    }

    private static String normalised(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("&", " and ").replaceAll("[^\\p{L}\\p{N} ]", " ");
        return COMMON_WORDS
                .matcher(plain)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(String uri) {
        return uri.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/$", "")
                .replaceFirst("/doc/", "/id/");
    }

    private static Councils load() {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(Councils.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return new Councils(rows.stream().map(Councils::council).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Council council(NamedCsvRecord row) {
        return new Council(
                row.getField("slug"),
                row.getField("name"),
                row.getField("official_name"),
                GssCode.parse(row.getField("gss")),
                Arrays.stream(row.getField("earlier_gss").split(" "))
                        .flatMap(code -> GssCode.parse(code).stream())
                        .toList(),
                Nation.valueOf(row.getField("nation").toUpperCase(Locale.ROOT).replace('-', '_')),
                optional(row, "start").map(LocalDate::parse),
                optional(row, "end").map(LocalDate::parse),
                optional(row, "odc_uri").map(URI::create));
    }

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isBlank());
    }
}
