package uk.declared.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder that a deployment keeps everything in:
 *
 * <ul>
 *   <li>{@code record/}: the record, the only part that cannot be made again,
 *   <li>{@code submissions/}: what was sent, byte for byte, by its SHA-256,
 *   <li>{@code mappings/}: how councils' own tables are read,
 *   <li>{@code store/}: the triple store, a projection of the record,
 *   <li>{@code derived/}: what takes long to be worked out and can be made again, such as the index of the search,
 *   <li>{@code drafts/}: what was sent to be looked at before it is published; it goes by itself,
 *   <li>{@code releases/}: states that were frozen to be cited,
 *   <li>{@code tokens.jsonl}, {@code audit.jsonl}: who may publish, and what was done,
 *   <li>{@code base-uri}: where all URIs begin, fixed at the first use,
 *   <li>{@code format}: the number of this format ({@link FolderFormat}).
 * </ul>
 *
 * One process uses a folder at a time.
 */
public final class DataFolder implements AutoCloseable {
    /** The file that names what a record is a copy of. */
    public static final String COPY_OF = "copy-of";

    /** The file that a folder is known by. */
    public static final String BASE_URI = "base-uri";

    /** The file that stands in a folder while a copy is brought back into it: until it is gone the folder is not whole. */
    public static final String RESTORING = "restoring";

    private final Path folder;
    private final FileChannel lockFile;
    private final String baseUri;

    private DataFolder(Path folder, FileChannel lockFile, String baseUri) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.baseUri = baseUri;
    }

    /**
     * Opens a folder for this process alone, and makes it where it is missing.
     *
     * @param wantedBase where URIs are to begin; absent to take what the folder has, or the default
     * @throws DataFolderException where another process uses it, or it was begun with another base
     */
    public static DataFolder open(Path folder, Optional<String> wantedBase) throws DataFolderException {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(RESTORING))) {
                throw new DataFolderException("A copy was being brought back into the data folder " + folder
                        + ", and that did not come to its end. Do it again with restore --data " + folder + ".");
            }
            FileChannel lockFile = lock(folder);
            try {
                FolderFormat.bringUpToDate(folder);
                return new DataFolder(folder, lockFile, fixBase(folder, wantedBase));
            } catch (IOException | DataFolderException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DataFolderException(
                    "The data folder " + folder + " cannot be used: " + e.getMessage()
                            + ". Name a folder that you may write to with --data.",
                    e);
        }
    }

    /** Whether a folder is a data folder: it says where its URIs begin, and is not just being restored. */
    public static boolean isBegun(Path folder) {
        return Files.isRegularFile(folder.resolve(BASE_URI)) && !Files.exists(folder.resolve(RESTORING));
    }

    /** Where all URIs begin. */
    public String baseUri() {
        return baseUri;
    }

    public Path record() {
        return folder.resolve("record");
    }

    public Path submissions() {
        return folder.resolve("submissions");
    }

    public Path store() {
        return folder.resolve("store");
    }

    /** What was worked out from all that is published. */
    public DerivedFiles derived() {
        return DerivedFiles.in(folder.resolve("derived"));
    }

    /** Whether the record is a copy of another server's, which has what was sent: here it may be missing. */
    public boolean isCopy() {
        return Files.exists(folder.resolve(COPY_OF));
    }

    /** The folder itself, for what is kept beside the record. */
    public Path root() {
        return folder;
    }

    /** The mappings of columns that are kept for councils. */
    public KeptMappings mappings() {
        return new KeptMappings(folder.resolve("mappings"));
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static FileChannel lock(Path folder) throws IOException, DataFolderException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another part of this process holds it: the answer is the same.
        }
        channel.close();
        throw new DataFolderException("The data folder " + folder
                + " is in use by another process. Stop that process, or name another folder with --data.");
    }

    private static String fixBase(Path folder, Optional<String> wanted) throws IOException, DataFolderException {
        Path file = folder.resolve(BASE_URI);
        if (!Files.exists(file)) {
            String base = BaseUri.normalise(wanted.orElse(BaseUri.DEFAULT));
            Files.writeString(file, base + "\n");
            return base;
        }
        String fixed = Files.readString(file).strip();
        if (wanted.isPresent() && BaseUri.isRehearsal(wanted.get()) != BaseUri.isRehearsal(fixed)) {
            throw new DataFolderException("The data folder " + folder + " was begun "
                    + (BaseUri.isRehearsal(fixed) ? "for a rehearsal" : "for real results") + ", under " + fixed
                    + ", and the two never mix. Name another folder with --data.");
        }
        if (wanted.isPresent() && !BaseUri.normalise(wanted.get()).equals(fixed)) {
            throw new DataFolderException("The data folder " + folder + " was begun with the base URI " + fixed
                    + ", and its URIs stay what they are. To publish under " + wanted.get()
                    + ", publish the submissions anew into an empty folder.");
        }
        return fixed;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
