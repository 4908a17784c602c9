package uk.declared.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.atlas.lib.Sink;

/** Keys of one length, sorted as an index has them; beyond some tens of megabytes they go through files. */
final class SortedKeys extends SortedDataBag<byte[]> {
    private static final int IN_MEMORY = 400_000;

    private final Path folder;

    /** @param folder where the files stand until this is closed */
    SortedKeys(Path folder, int length) {
        this(folder, length, IN_MEMORY);
    }

    /** @param inMemory so many keys at most are held in memory */
    SortedKeys(Path folder, int length, int inMemory) {
        super(new ThresholdPolicyCount<>(inMemory), new Plain(length), Arrays::compareUnsigned);
        this.folder = folder;
    }

    @Override
    protected File getNewTemporaryFile() {
        return folder.resolve(UUID.randomUUID() + ".keys").toFile();
    }

    /** One key after the other. */
    private record Plain(int length) implements SerializationFactory<byte[]> {
        @Override
        public Sink<byte[]> createSerializer(OutputStream to) {
            OutputStream buffered = new BufferedOutputStream(to, 1 << 16);
            return new Sink<>() {
                @Override
                public void send(byte[] key) {
                    try {
                        buffered.write(key);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void flush() {
                    IO.flush(buffered);
                }

                @Override
                public void close() {
                    IO.close(buffered);
                }
            };
        }

        @Override
        public Iterator<byte[]> createDeserializer(InputStream from) {
            return new Keys(new BufferedInputStream(from, 1 << 16), length);
        }
    }

    private static final class Keys implements IteratorCloseable<byte[]> {
        private final InputStream from;
        private final int length;
        private byte[] next;

        private Keys(InputStream from, int length) {
            this.from = from;
            this.length = length;
            this.next = read();
        }

        private byte[] read() {
            try {
                byte[] key = from.readNBytes(length);
                if (key.length > 0 && key.length < length) {
                    throw new IOException("A file of keys was cut off");
                }
                return key;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next.length > 0;
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            byte[] key = next;
            next = read();
            return key;
        }

        @Override
        public void close() {
            IO.close(from);
        }
    }
}
