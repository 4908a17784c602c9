package uk.declared.submission;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.election.GssCode;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/**
 * Reads values from cells. What cannot be read is reported and absent; what could have been written more plainly is read
 * and reported; nothing is guessed silently.
 */
final class CellReader {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3}){1,2}");
    private static final Pattern POINT_ZERO = Pattern.compile("\\d{1,9}\\.0{1,5}");
    private static final Pattern VOTES = Pattern.compile("[-+]?\\d{1,9}(\\.\\d{1,5}0*)?");
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212]\\s*\\d+");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([T ]00:00(:00)?.*)?");
    private static final Pattern BRITISH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*(%?)");
    private static final Pattern CODE_LIKE = Pattern.compile("[A-Za-z][0-9A-Za-z]{8}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\uFFFD&&[^\\t\\r\\n]]");
    private static final Set<String> YES = Set.of("elected", "yes", "y", "true", "t", "1");
    private static final Set<String> NO = Set.of("notelected", "no", "n", "false", "f", "0", "unelected");

    private final Consumer<Finding> findings;

    CellReader(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** A text, absent where the cell is blank. */
    Optional<String> text(Cell cell) {
        if (CONTROL.matcher(cell.text()).find()) {
            violation("F043", cell);
            return Optional.empty();
        }
        return Optional.of(cell.text().replaceAll("\\s+", " ")).filter(text -> !text.isEmpty());
    }

    /** A count of votes, papers or people. */
    OptionalInt count(Cell cell) {
        String text = cell.text();
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (WHOLE.matcher(text).matches()) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        if (GROUPED.matcher(text).matches()) {
            String plain = text.replace(",", "");
            interpretation("I050", cell, Map.of("read", plain));
            return OptionalInt.of(Integer.parseInt(plain));
        }
        if (POINT_ZERO.matcher(text).matches()) {
            String plain = text.substring(0, text.indexOf('.'));
            interpretation("I053", cell, Map.of("read", plain));
            return OptionalInt.of(Integer.parseInt(plain));
        }
        violation(NEGATIVE.matcher(text).matches() ? "F031" : "F030", cell);
        return OptionalInt.empty();
    }

    /** A number of votes that may have parts: at most five decimal places, below 0 where votes are lost. */
    Optional<BigDecimal> votes(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        String text = cell.text().replace('\u2212', '-').replace(",", "");
        if (!VOTES.matcher(text).matches()) {
            violation("F027", cell);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A day. */
    Optional<LocalDate> day(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Matcher iso = ISO_DAY.matcher(cell.text());
        if (iso.matches()) {
            return day(cell, iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher british = BRITISH_DAY.matcher(cell.text());
        if (british.matches()) {
            Optional<LocalDate> day = day(cell, british.group(3), british.group(2), british.group(1));
            day.ifPresent(read -> interpretation("I051", cell, Map.of("read", read.toString())));
            return day;
        }
        Optional<LocalDate> written = WrittenDay.parse(cell.text());
        written.ifPresentOrElse(
                read -> interpretation("I062", cell, Map.of("read", read.toString())), () -> violation("F033", cell));
        return written;
    }

    private Optional<LocalDate> day(Cell cell, String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            violation("F032", cell);
            return Optional.empty();
        }
    }

    /** Yes or no, in the words that the formats use. */
    Optional<Boolean> yesOrNo(Cell cell) {
        String plain = Texts.plain(cell.text());
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (YES.contains(plain) || NO.contains(plain)) {
            return Optional.of(YES.contains(plain));
        }
        violation("F035", cell);
        return Optional.empty();
    }

    /** Whether a text says yes in one of these words. */
    static boolean isYes(String text) {
        return YES.contains(Texts.plain(text));
    }

    /** A percentage. */
    Optional<BigDecimal> percentage(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = PERCENTAGE.matcher(cell.text());
        if (!matcher.matches()) {
            violation("F036", cell);
            return Optional.empty();
        }
        if (!matcher.group(2).isEmpty()) {
            interpretation("I052", cell, Map.of("read", matcher.group(1)));
        }
        return Optional.of(new BigDecimal(matcher.group(1)));
    }

    /** An area's code, given plainly or as the last part of a URI. */
    Optional<GssCode> code(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        String last = Texts.lastPart(cell.text());
        Optional<GssCode> code = GssCode.parse(last);
        if (code.isEmpty()) {
            Optional<GssCode> meant = CODE_LIKE.matcher(last).matches() ? GssCode.parse(withDigits(last)) : code;
            findings.accept(new Finding(
                    meant.isPresent() ? "F034" : "F045",
                    Severity.VIOLATION,
                    cell.place(),
                    Optional.empty(),
                    Optional.of(cell.text()),
                    meant.map(suggestion -> Map.of("suggestion", suggestion.value()))
                            .orElse(Map.of())));
        }
        return code;
    }

    /** Letters that look like digits, as digits: only ever for a suggestion. */
    private static String withDigits(String code) {
        String digits = code.substring(1).toUpperCase(Locale.ROOT);
        return code.substring(0, 1).toUpperCase(Locale.ROOT)
                + digits.replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1')
                        .replace('S', '5')
                        .replace('B', '8');
    }

    /** An absolute http or https address; another text is reported as a warning and left out. */
    Optional<URI> address(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(cell.text());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Reported below like any other text that is not an address.
        }
        findings.accept(new Finding(
                "W046", Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.text()), Map.of()));
        return Optional.empty();
    }

    void violation(String rule, Cell cell) {
        violation(rule, cell, Map.of());
    }

    void violation(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.VIOLATION, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }

    void interpretation(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.INTERPRETATION, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }
}
