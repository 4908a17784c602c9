package uk.declared.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Writes texts, numbers and dates in the reader's language. */
public final class Wording {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final MessageSource messages;
    private final Locale locale;

    public Wording(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The language's tag: {@code en} or {@code cy}. */
    public String tag() {
        return locale.getLanguage();
    }

    /**
     * A text of the message files.
     *
     * @throws org.springframework.context.NoSuchMessageException where they have none of that key
     */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The way back to the start page. */
    public NamedLink start() {
        return new NamedLink("/", text("nav.start"));
    }

    /** A number with its thousands parted: 1,533. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(formats()).format(number);
    }

    /** A number, or that the source states none. */
    public String number(Optional<Integer> number) {
        return number.map(this::number).orElseGet(() -> text("not-stated"));
    }

    /** A percentage with as many places as it has, at most two: 38.8%. */
    public String percent(BigDecimal percentage) {
        NumberFormat format = NumberFormat.getNumberInstance(formats());
        format.setMaximumFractionDigits(2);
        return format.format(percentage) + "%";
    }

    /** A number rounded to two places at most, its thousands parted. */
    public String rounded(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(formats());
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** A share with two places, so that shares stand below one another. */
    public String share(BigDecimal percentage) {
        NumberFormat format = NumberFormat.getNumberInstance(formats());
        format.setMaximumFractionDigits(2);
        format.setMinimumFractionDigits(2);
        return format.format(percentage) + "%";
    }

    /** Votes of a stage with so many places, so that stages stand below one another; the data has them all. */
    public String votes(BigDecimal votes, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(formats());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(votes);
    }

    /** A figure with one place, so that such figures stand below one another: 3.0. */
    public String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(formats());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** Votes of a count by stages, which are counted to five places: 1,533.04812. */
    public String votes(BigDecimal votes) {
        NumberFormat format = NumberFormat.getNumberInstance(formats());
        format.setMaximumFractionDigits(5);
        return format.format(votes);
    }

    /** A day: 2 May 2024. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", formats()).format(date);
    }

    /** A time as clocks in the United Kingdom show it: 23 November 2026, 16:04. */
    public String time(Instant time) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", formats())
                .withZone(LONDON)
                .format(time);
    }

    /** Names in one sentence: A, B and C. */
    public String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        String last = names.get(names.size() - 1);
        return text("list.last", String.join(", ", names.subList(0, names.size() - 1)), last);
    }

    private Locale formats() {
        return tag().equals("cy") ? Locale.forLanguageTag("cy-GB") : Locale.UK;
    }
}
