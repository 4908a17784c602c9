package uk.declared.linkeddata;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception where it goes on for longer than it may. */
final class LimitedInput extends FilterInputStream {
    private long left;

    /** @param most the most bytes that may be read */
    LimitedInput(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws TooLargeException {
        left -= read;
        if (left < 0) {
            throw new TooLargeException();
        }
    }

    /** The file is longer than it may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
