package uk.declared.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * Files that were worked out from all that is published, and take long to be worked out again, such as the index of the
 * search. They can go at any time: nothing is lost with them. Where there is a data folder they outlive the process, and
 * each part says in its own files of which state of the store they are; a server of a frozen release has no such folder,
 * and its files go with it.
 */
public final class DerivedFiles implements AutoCloseable {
    private final Path folder;
    private final boolean temporary;

    private DerivedFiles(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Files that stay in a folder. */
    public static DerivedFiles in(Path folder) {
        return new DerivedFiles(folder, false);
    }

    /** Files that go with the process. */
    public static DerivedFiles temporary() {
        try {
            return new DerivedFiles(Files.createTempDirectory("declared-derived-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of one part; it is there. */
    public Path of(String part) {
        try {
            return Files.createDirectories(folder.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all of them. */
    public void delete() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            delete();
        }
    }
}
