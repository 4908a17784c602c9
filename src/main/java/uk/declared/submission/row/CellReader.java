package uk.declared.submission.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.election.GssCode;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Formula;
import uk.declared.submission.text.Texts;
import uk.declared.submission.text.WrittenDay;
import uk.declared.submission.text.WrittenNumber;

/**
 * Reads values from cells. What cannot be read is reported and absent; what could have been written more plainly is read
 * and reported; nothing is guessed silently.
 */
public final class CellReader {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212]\\s*\\d+");
    private static final Pattern NOTHING = Pattern.compile("0(\\.0+)?\\s*%");

    /** What a program works out of whole numbers differs from a whole number by less. */
    private static final BigDecimal LEAST = new BigDecimal("0.000001");

    private static final int PLACES_OF_VOTES = 5;

    /** More places than these come of a division, not of a declaration; they are rounded as turnouts are. */
    private static final int PLACES_OF_PERCENTAGE = 6;

    private static final int PLACES_SHOWN = 2;
    private static final Pattern ISO_DAY =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/)(\\d{1,2})([T ]00:00(:00)?.*)?");
    private static final Pattern BRITISH_DAY =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: 0?0:00(:00)?)?");
    private static final Pattern PERCENTAGE =
            Pattern.compile("(?i)(\\d{0,3}(?:[.]\\d{0,60})?|\\d{1,3},\\d{1,2})\\s*(%|per ?cent|y cant)?");
    private static final Pattern CODE_LIKE = Pattern.compile("[A-Za-z][0-9A-Za-z]{8}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\uFFFD&&[^\\t\\r\\n]]");

    private final Consumer<Finding> findings;
    private final Set<String> said = new HashSet<>();

    public CellReader(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** A text, absent where the cell is blank. */
    Optional<String> text(Cell cell) {
        if (CONTROL.matcher(cell.text()).find()) {
            violation("F043", cell);
            return Optional.empty();
        }
        if (Formula.isFormula(cell.text()) && !cell.given().startsWith("'")) {
            formula(cell);
            return Optional.empty();
        }
        return Optional.of(cell.text().replaceAll("\\s+", " ")).filter(text -> !text.isEmpty());
    }

    private void formula(Cell cell) {
        violation("F047", cell, Map.of("formula", cell.text().startsWith("=") ? "uncalculated" : "error"));
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
        if (NOTHING.matcher(text).matches()) {
            interpretation("I053", cell, Map.of("read", "0"));
            return OptionalInt.of(0);
        }
        Optional<WrittenNumber> number = WrittenNumber.parse(text);
        if (number.isEmpty() || number.get().value().signum() < 0) {
            noCount(cell);
            return OptionalInt.empty();
        }
        return number.flatMap(written -> whole(written, cell))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private void noCount(Cell cell) {
        if (Formula.isFormula(cell.text())) {
            formula(cell);
        } else {
            boolean negative = NEGATIVE.matcher(cell.text()).matches()
                    || WrittenNumber.parse(cell.text())
                            .filter(number -> number.value().signum() < 0)
                            .isPresent();
            violation(negative ? "F031" : "F030", cell);
        }
    }

    /** A number of things; one that differs from a whole number by what comes of reckoning with fractions is rounded. */
    private Optional<Integer> whole(WrittenNumber written, Cell cell) {
        if (written.isTooLarge()) {
            violation("F046", cell);
            return Optional.empty();
        }
        BigDecimal whole = written.value().setScale(0, RoundingMode.HALF_UP);
        BigDecimal off = written.value().subtract(whole).abs();
        if (off.compareTo(LEAST) >= 0) {
            violation("F030", cell);
            return Optional.empty();
        }
        String rule = off.signum() > 0 ? "I030" : written.isGrouped() ? "I050" : "I053";
        interpretation(rule, cell, Map.of("read", whole.toPlainString()));
        return Optional.of(whole.intValueExact());
    }

    /** A number of votes that may have parts: rounded to five decimal places, below 0 where votes are lost. */
    Optional<BigDecimal> votes(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Optional<WrittenNumber> number = WrittenNumber.parse(cell.text());
        if (number.isEmpty()) {
            if (Formula.isFormula(cell.text())) {
                formula(cell);
            } else {
                violation("F027", cell);
            }
            return Optional.empty();
        }
        WrittenNumber written = number.get();
        if (written.isTooLarge()) {
            violation("F046", cell);
            return Optional.empty();
        }
        BigDecimal value = written.value();
        if (value.stripTrailingZeros().scale() > PLACES_OF_VOTES) {
            value = value.setScale(PLACES_OF_VOTES, RoundingMode.HALF_UP);
            interpretation("I030", cell, Map.of("read", value.toPlainString()));
        } else if (written.isShort() && said.add("I041")) {
            interpretation("I041", cell, Map.of("read", value.toPlainString()));
        }
        return Optional.of(value);
    }

    /** A day. */
    public Optional<LocalDate> day(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Matcher iso = ISO_DAY.matcher(cell.text());
        if (iso.matches()) {
            return day(cell, iso.group(1), iso.group(iso.group(2) == null ? 3 : 2), iso.group(4));
        }
        Matcher british = BRITISH_DAY.matcher(cell.text());
        if (british.matches()) {
            Optional<LocalDate> day = day(cell, british.group(3), british.group(2), british.group(1));
            day.ifPresent(read -> interpretation("I051", cell, Map.of("read", read.toString())));
            return day;
        }
        Optional<LocalDate> serial = SerialDay.parse(cell.text());
        if (serial.isPresent()) {
            interpretation("I042", cell, Map.of("read", serial.get().toString()));
            return serial;
        }
        if (Formula.isFormula(cell.text())) {
            formula(cell);
            return Optional.empty();
        }
        Optional<LocalDate> written = WrittenDay.parse(cell.text());
        written.ifPresentOrElse(
                read -> interpretation("I062", cell, Map.of("read", read.toString())), () -> violation("F033", cell));
        return written;
    }

    /** A moment of the night; without a zone as clocks in the United Kingdom show it. Another text is left out with a warning. */
    Optional<Instant> moment(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Optional<WrittenMoment> written = WrittenMoment.parse(cell.text());
        written.ifPresentOrElse(
                read -> {
                    if (!read.isPlain()) {
                        interpretation("I093", cell, Map.of("read", read.shown()));
                    }
                },
                () -> findings.accept(new Finding(
                        "W094", Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.text()), Map.of())));
        return written.map(WrittenMoment::instant);
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
        if (cell.isBlank()) {
            return Optional.empty();
        }
        if (YesOrNo.isEither(cell.text())) {
            return Optional.of(YesOrNo.isYes(cell.text()));
        }
        violation("F035", cell);
        return Optional.empty();
    }

    /** A percentage. */
    Optional<BigDecimal> percentage(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = PERCENTAGE.matcher(cell.text());
        if (!matcher.matches() || !matcher.group(1).matches(".*\\d.*")) {
            if (Formula.isFormula(cell.text())) {
                formula(cell);
            } else {
                violation("F036", cell);
            }
            return Optional.empty();
        }
        String written = matcher.group(1).replace(',', '.');
        BigDecimal value = new BigDecimal(written.startsWith(".") ? "0" + written : written);
        if (value.stripTrailingZeros().scale() > PLACES_OF_PERCENTAGE) {
            value = value.setScale(PLACES_SHOWN, RoundingMode.HALF_UP);
            interpretation("I030", cell, Map.of("read", value.toPlainString()));
        } else if (matcher.group(2) != null) {
            interpretation("I052", cell, Map.of("read", written));
        } else if (!value.toPlainString().equals(cell.text())) {
            interpretation("I041", cell, Map.of("read", value.toPlainString()));
        }
        return Optional.of(value);
    }

    /** An area's code, given plainly or as the last part of a URI. */
    Optional<GssCode> code(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        String last = Texts.lastPart(cell.text());
        Optional<GssCode> code = GssCode.parse(last.toUpperCase(Locale.ROOT));
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

    /**
     * A value that identifies a contest is not there.
     *
     * @param column the column that should hold it
     * @param heading what the format calls the column
     */
    void missing(TableRow row, Column column, String heading) {
        Cell cell = row.cell(column);
        String lack = !row.columns().contains(column) ? "column" : cell.isBlank() ? "blank" : "letters";
        String fill = column == Column.POLLING_DATE
                ? "day"
                : List.of(Column.COUNCIL, Column.BODY_NAME, Column.BODY_URI).contains(column) ? "council" : "other";
        violation("F039", cell, Map.of("heading", heading, "lack", lack, "fill", fill));
    }

    public void violation(String rule, Cell cell) {
        violation(rule, cell, Map.of());
    }

    public void violation(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.VIOLATION, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }

    public void interpretation(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.INTERPRETATION, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }
}
