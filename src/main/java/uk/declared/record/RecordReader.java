package uk.declared.record;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads acknowledged entries in order, one at a time. To be closed after use. */
public final class RecordReader implements Iterator<Entry>, AutoCloseable {
    private final Segments segments;
    private final Deque<Long> closed;
    private final BufferedReader open;
    private final long last;
    private BufferedReader lines;
    private String latest = "";
    private long read;

    /**
     * @param segments the files
     * @param closed the first entries of the files to read before the open one
     * @param start the place in the first of all to begin at
     * @param open the open file, from that place where it is the first of all
     * @param skip the number of the last entry that is not wanted
     */
    RecordReader(
            Segments segments, List<Long> closed, SegmentIndex.Point start, BufferedReader open, long skip, long last)
            throws IOException {
        this.segments = segments;
        this.closed = new ArrayDeque<>(closed);
        this.open = open;
        this.last = last;
        this.lines = closed.isEmpty() ? open : segments.lines(this.closed.remove(), start.offset());
        this.read = start.sequence() - 1;
        while (read < Math.min(skip, last)) {
            line();
        }
    }

    /**
     * Passes over entries, which are not looked at.
     *
     * @param sequence the number of the entry that is to be the next
     */
    public void skipTo(long sequence) throws IOException {
        while (read < sequence - 1) {
            line();
        }
    }

    /** The next entry as it stands in its file. */
    String nextLine() throws IOException {
        return line();
    }

    private String line() throws IOException {
        String line = lines.readLine();
        while (line == null && lines != open) {
            lines.close();
            lines = closed.isEmpty() ? open : segments.lines(closed.remove(), 0);
            line = lines.readLine();
        }
        if (line == null) {
            throw new EOFException("the record ends before it");
        }
        read++;
        latest = line;
        return line;
    }

    /** The entry that was read last, as it stands in its file. */
    public String latestLine() {
        return latest;
    }

    @Override
    public boolean hasNext() {
        return read < last;
    }

    /** @throws IllegalStateException where the entry is damaged, or the file shorter than it was */
    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return EntryCodec.read(line());
        } catch (EOFException e) {
            throw new IllegalStateException("Entry " + (read + 1) + " of the record is missing: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DamagedRecordException e) {
            throw new IllegalStateException("Entry " + (read + 1) + " of the record is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        open.close();
    }
}
