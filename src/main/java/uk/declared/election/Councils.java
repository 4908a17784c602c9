package uk.declared.election;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.declared.ground.Shipped;

/**
 * The shipped tables of principal councils: {@code declared/councils.csv} as they are, {@code declared/council-history.csv}
 * with what they were called and coded before and what else they are called. Facts from the Office for National Statistics.
 */
public final class Councils {
    private static final String TABLE = "/declared/councils.csv";
    private static final String HISTORY = "/declared/council-history.csv";

    /** Words that a council's name may have or lack. */
    private static final Pattern COMMON_WORDS = Pattern.compile(
            "\\b(the|of|and|council|borough|district|city|county|metropolitan|royal|london|unitary|authority|mbc|mdc|lbc|lb|rbc|cbc|cc|dc|bc"
                    + "|cyngor|sir|dinas|bwrdeistref|sirol|comhairle)\\b");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** More than any council's name has, in characters. */
    private static final int LONGEST_NAME = 80;

    private static final Councils SHIPPED = load();

    private final List<Council> councils;
    private final Map<String, List<Council>> bySlug;
    private final Map<String, List<Council>> byUri;
    private final Map<GssCode, List<Council>> byCode;
    private final Map<String, List<Council>> byName;
    private final Map<String, List<Council>> byExactName;

    private Councils(List<Council> councils) {
        this.councils = councils;
        this.bySlug = index(councils, Council::slugs);
        this.byUri = index(councils, council -> council.officialUri().map(uri -> plain(uri.toString())).stream());
        this.byCode =
                index(councils, council -> Stream.concat(council.code().stream(), council.earlierCodes().stream()));
        this.byExactName = index(
                councils,
                council -> council.names()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct());
        this.byName = index(
                councils, council -> council.names().map(Councils::normalised).distinct());
    }

    private static <K> Map<K, List<Council>> index(List<Council> councils, Function<Council, Stream<K>> keys) {
        Map<K, List<Council>> index = new HashMap<>();
        for (Council council : councils) {
            keys.apply(council)
                    .forEach(key -> index.computeIfAbsent(key, missing -> new ArrayList<>())
                            .add(council));
        }
        return index;
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
        return likeliest(bySlug.getOrDefault(slug, List.of()), day);
    }

    /** All councils to which members could be elected on a day. */
    public List<Council> on(LocalDate day) {
        return councils.stream().filter(council -> council.electsOn(day)).toList();
    }

    /** Whether there is a council of this slug on any day. */
    public boolean knows(String slug) {
        return bySlug.containsKey(slug);
    }

    /**
     * The council known by this URI. The scheme, case, a slash at the end, and whether it names the council or the page
     * about it ({@code /id/} and {@code /doc/}) make no difference.
     */
    public Optional<Council> byUri(String uri, LocalDate day) {
        return likeliest(byUri.getOrDefault(plain(uri), List.of()), day);
    }

    /** The council that governs, or governed, the area with this code. */
    public Optional<Council> byCode(GssCode code, LocalDate day) {
        return likeliest(byCode.getOrDefault(code, List.of()), day);
    }

    /**
     * The council of this name: first as written, then without case, punctuation and words such as “Borough Council”,
     * provided that just one council is left.
     */
    public Optional<Council> byName(String name, LocalDate day) {
        String wanted = name.strip();
        Optional<Council> exact = likeliest(byExactName.getOrDefault(wanted.toLowerCase(Locale.ROOT), List.of()), day);
        if (exact.isPresent()) {
            return exact;
        }
        String normal = normalised(wanted);
        List<Council> alike = byName.getOrDefault(normal, List.of()).stream()
                .filter(council -> council.electsOn(day))
                .toList();
        return alike.size() == 1 && !normal.isEmpty() ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** All councils of any day that a name means, without the words that all councils have. */
    public List<Council> named(String name) {
        String normal = normalised(name.strip());
        return normal.isEmpty() ? List.of() : List.copyOf(byName.getOrDefault(normal, List.of()));
    }

    /** A council with the name and the code that it has now; another body as it is. */
    public ElectedBody latest(ElectedBody body) {
        return bySlug.getOrDefault(body.slug(), List.of()).stream()
                .filter(council -> body.kind() == ElectedBody.Kind.COUNCIL
                        && council.slug().equals(body.slug())
                        && Stream.concat(council.code().stream(), council.earlierCodes().stream())
                                .anyMatch(code -> body.area().equals(Optional.of(code))))
                .findFirst()
                .map(Council::body)
                .orElse(body);
    }

    /** The slugs most like a text, the likest first, for a message that suggests them. */
    public List<String> slugsLike(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_NAME));
        String wanted = Slug.of(normalised(beginning));
        return councils.stream()
                .map(Council::slug)
                .distinct()
                .sorted(Comparator.comparingInt(slug -> Distance.between(slug, wanted)))
                .limit(3)
                .toList();
    }

    /** The one that elects on the day; where none does, the first of them, so that a rule can say what is wrong. */
    private static Optional<Council> likeliest(List<Council> found, LocalDate day) {
        return found.stream()
                .filter(council -> council.electsOn(day))
                .max(Comparator.comparing(council -> council.start().orElse(LocalDate.MIN)))
                .or(() -> found.stream().findFirst());
    }

    private static String normalised(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace("'", "")
                .replace("\u2019", "")
                .replaceAll("[^\\p{L}\\p{N} ]", " ");
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
        Map<String, List<CouncilPast>> past = new HashMap<>();
        for (NamedCsvRecord row : rows(HISTORY)) {
            past.computeIfAbsent(row.getField("council"), missing -> new ArrayList<>())
                    .add(new CouncilPast(
                            CouncilPast.Kind.valueOf(constant(row.getField("kind"))),
                            row.getField("value"),
                            optional(row, "from").map(LocalDate::parse),
                            optional(row, "until").map(LocalDate::parse)));
        }
        return new Councils(rows(TABLE).stream().map(row -> council(row, past)).toList());
    }

    private static List<NamedCsvRecord> rows(String table) {
        return Shipped.rows(Councils.class, table);
    }

    private static Council council(NamedCsvRecord row, Map<String, List<CouncilPast>> past) {
        return new Council(
                row.getField("slug"),
                row.getField("name"),
                row.getField("official_name"),
                optional(row, "name_cy"),
                GssCode.parse(row.getField("gss")),
                past.getOrDefault(row.getField("slug"), List.of()),
                row.getField("type"),
                Nation.valueOf(constant(row.getField("nation"))),
                optional(row, "start").map(LocalDate::parse),
                optional(row, "end").map(LocalDate::parse),
                optional(row, "odc_uri").map(URI::create));
    }

    private static String constant(String notation) {
        return notation.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isBlank());
    }
}
