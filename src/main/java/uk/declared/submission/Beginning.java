package uk.declared.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a file begins with: enough to recognise its format.
 *
 * @param bytes the first bytes, all of a short file
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
public record Beginning(byte[] bytes) {
    private static final int LENGTH = 65_536;

    public static Beginning of(Submission submission) throws IOException {
        try (InputStream in = submission.bytes()) {
            return new Beginning(in.readNBytes(LENGTH));
        }
    }

    /** Whether the file begins with these bytes, each given as a character of its value. */
    public boolean startsWith(String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(wanted, Arrays.copyOf(bytes, wanted.length));
    }

    /** The beginning as text, in UTF-8 or in UTF-16 where a byte order mark says so; what is no text is replaced. */
    public String text() {
        if (startsWith("\u00FF\u00FE")) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith("\u00FE\u00FF")) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        int from = startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
