package uk.declared.record;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads acknowledged entries in order, one at a time. To be closed after use. */
public final class RecordReader implements Iterator<Entry>, AutoCloseable {
    private final Deque<Path> closed;
    private final BufferedReader open;
    private final long last;
    private BufferedReader lines;
    private long read;

    /**
     * @param closed files to read before the open one
     * @param before the number of the entry before the first of all
     * @param skip the number of the last entry that is not wanted
     */
    RecordReader(List<Path> closed, BufferedReader open, long before, long skip, long last) throws IOException {
        this.closed = new ArrayDeque<>(closed);
        this.open = open;
        this.last = last;
        this.lines = open;
        this.read = before;
        if (!closed.isEmpty()) {
            this.lines = Segments.lines(this.closed.remove());
        }
        while (read < Math.min(skip, last)) {
            line();
        }
    }

    private String line() throws IOException {
        String line = lines.readLine();
        while (line == null && lines != open) {
            lines.close();
            lines = closed.isEmpty() ? open : Segments.lines(closed.remove());
            line = lines.readLine();
        }
        if (line == null) {
            throw new EOFException("the record ends before it");
        }
        read++;
        return line;
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
