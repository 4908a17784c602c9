package uk.declared.web.board;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes a calendar (RFC 5545). */
final class Calendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Section 3.1: a line should be no longer than 75 octets, and is carried on after a line break and a space. */
    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    /** @param name of the calendar, as programs show it */
    Calendar(String name) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Declared//Expected declarations//EN");
        line("METHOD", "PUBLISH");
        line("X-WR-CALNAME", escaped(name));
        line("NAME", escaped(name));
    }

    /**
     * Something that happens at a moment.
     *
     * @param uid by which programs know it again
     * @param version how many times it was said anew
     * @param said when it was said
     * @param status {@code TENTATIVE}, {@code CONFIRMED} or {@code CANCELLED}
     */
    void add(
            String uid,
            int version,
            Instant said,
            Instant at,
            String status,
            String summary,
            String description,
            String url) {
        line("BEGIN", "VEVENT");
        line("UID", uid);
        line("DTSTAMP", time(said));
        line("LAST-MODIFIED", time(said));
        line("SEQUENCE", Integer.toString(version - 1));
        line("DTSTART", time(at));
        line("STATUS", status);
        line("TRANSP", "TRANSPARENT");
        line("SUMMARY", escaped(summary));
        line("DESCRIPTION", escaped(description));
        line("URL", url);
        line("END", "VEVENT");
    }

    /** The whole calendar. */
    String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    private static String time(Instant moment) {
        return UTC.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Section 3.3.11. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String letter = new String(Character.toChars(line.codePointAt(i)));
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += more;
            i += letter.length();
        }
        text.append("\r\n");
    }
}
