package uk.declared.reference;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One file of a ZIP file, which is closed with it. */
final class ZippedStream extends FilterInputStream {
    private final ZipFile zip;

    ZippedStream(Path file, String entry) throws IOException {
        this(new ZipFile(file.toFile()), entry);
    }

    private ZippedStream(ZipFile zip, String entry) throws IOException {
        super(open(zip, entry));
        this.zip = zip;
    }

    private static InputStream open(ZipFile zip, String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            zip.close();
            throw new IOException("it holds no " + entry);
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        super.close();
        zip.close();
    }
}
