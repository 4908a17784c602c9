package uk.declared.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, section 14.1.2), both ends included.
 *
 * @param first counted from 0
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    long length() {
        return last - first + 1;
    }

    /** Whether a header asks for one range of bytes; what asks for several or in other units is not heeded. */
    static boolean isAsked(String header) {
        Matcher range = ONE.matcher(header);
        return range.matches() && range.group(1).length() + range.group(2).length() > 0 && inOrder(range);
    }

    private static boolean inOrder(Matcher range) {
        return range.group(1).isEmpty()
                || range.group(2).isEmpty()
                || Long.parseLong(range.group(1)) <= Long.parseLong(range.group(2));
    }

    /** The range within so many bytes; absent where it lies beyond them. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher range = ONE.matcher(header);
        if (!range.matches() || size == 0) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long many = Long.parseLong(range.group(2));
            return many == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, size - many), size - 1));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        return first < size ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }
}
