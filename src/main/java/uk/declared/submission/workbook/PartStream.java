package uk.declared.submission.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.LongConsumer;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/**
 * The expanded bytes of one part, counted while they are read, so that an archive made to grow without end is left as soon
 * as it passes a bound.
 */
final class PartStream extends FilterInputStream {
    /** Bytes without a closing bracket: a cell's longest text, every character escaped, is a quarter of it. */
    private static final int LONGEST_RUN = 1024 * 1024;

    private final String part;
    private final long most;
    private final LongConsumer counted;
    private long count;
    private long run;

    /**
     * @param most how many bytes the part may have
     * @param counted is told how many there are so far, and may refuse by an unchecked exception
     */
    PartStream(InputStream in, String part, long most, LongConsumer counted) {
        super(in);
        this.part = part;
        this.most = most;
        this.counted = counted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            measureRun(bytes, offset, read);
            if (count > most || run > LONGEST_RUN) {
                throw new UnreadableWorkbookException(Reason.TOO_LARGE, Map.of("part", part));
            }
            counted.accept(count);
        }
        return read;
    }

    /** A run of markup or text that never ends would be held in memory whole by any XML reader. */
    private void measureRun(byte[] bytes, int offset, int length) {
        int last = offset + length - 1;
        while (last >= offset && bytes[last] != '>') {
            last--;
        }
        run = last < offset ? run + length : offset + length - 1 - last;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
