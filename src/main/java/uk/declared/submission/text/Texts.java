package uk.declared.submission.text;

import java.util.Locale;

/** How texts of a table are compared and cleaned. */
public final class Texts {
    /** The longest text of a spreadsheet's cell, in characters: what is longer was never in one. */
    public static final int LONGEST_CELL = 32_767;

    private Texts() {}

    /** A text without case, spaces and punctuation, for comparing. */
    public static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(small.length());
        small.codePoints().filter(Texts::isCompared).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isCompared(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** What stands behind the last slash, equals sign or hash. */
    public static String lastPart(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        String trimmed = text.substring(0, end);
        int at = Math.max(trimmed.lastIndexOf('/'), Math.max(trimmed.lastIndexOf('='), trimmed.lastIndexOf('#')));
        return trimmed.substring(at + 1);
    }

    /** A text without white space around it: no-break spaces, byte order marks and the like are white space here. */
    public static String clean(String field) {
        int from = 0;
        int to = field.length();
        while (from < to && isSpace(field.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(field.charAt(to - 1))) {
            to--;
        }
        return field.substring(from, to).replace('\u00A0', ' ');
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
