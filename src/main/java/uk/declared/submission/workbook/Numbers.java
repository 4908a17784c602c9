package uk.declared.submission.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Numbers of a workbook as the text that a CSV file would have. */
final class Numbers {
    private static final int LONGEST = 64;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_SERIAL = 2_958_465;
    private static final long SECONDS = 86_400;

    private Numbers() {}

    /** The text of a number; empty where it is none. */
    static Optional<String> text(String value, SheetCell.Kind kind, boolean since1904) {
        Optional<Double> number = parse(value);
        return number.map(read -> switch (kind) {
            case PERCENTAGE -> plain(BigDecimal.valueOf(read).movePointRight(2)) + "%";
            case DATE -> day(read, since1904).orElseGet(() -> plain(BigDecimal.valueOf(read)));
            default -> plain(BigDecimal.valueOf(read));
        });
    }

    /** As a double, which is what spreadsheet programs hold: it is written in the fewest digits that mean it. */
    private static Optional<Double> parse(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Days since the workbook's epoch; the day that 1900 did not have is behind every election. */
    private static Optional<String> day(double serial, boolean since1904) {
        if (serial < 1 || serial > LAST_SERIAL) {
            return Optional.empty();
        }
        LocalDate epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
        long seconds = Math.round((serial - Math.floor(serial)) * SECONDS);
        LocalDateTime moment =
                epoch.atStartOfDay().plusDays((long) Math.floor(serial)).plusSeconds(seconds);
        return Optional.of(
                seconds == 0 || seconds == SECONDS
                        ? moment.toLocalDate().toString()
                        : moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }
}
