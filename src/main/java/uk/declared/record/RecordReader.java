package uk.declared.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads acknowledged entries in order, one at a time. To be closed after use. */
public final class RecordReader implements Iterator<Entry>, AutoCloseable {
    private final BufferedReader lines;
    private final long last;
    private long read;

    RecordReader(BufferedReader lines, long skip, long last) throws IOException {
        this.lines = lines;
        this.last = last;
        while (read < Math.min(skip, last)) {
            lines.readLine();
            read++;
        }
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
            String line = lines.readLine();
            if (line == null) {
                throw new DamagedRecordException("the file ends before it");
            }
            read++;
            return EntryCodec.read(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DamagedRecordException e) {
            throw new IllegalStateException("Entry " + (read + 1) + " of the record is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
