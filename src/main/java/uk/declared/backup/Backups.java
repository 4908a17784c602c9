package uk.declared.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.projection.Verification;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;

/**
 * The copies of a data folder that are kept in another folder, each in one of its own, named by its time.
 *
 * <ol>
 *   <li>The record is copied first. Where one of its files is closed meanwhile, it is copied once more.
 *   <li>What the record names was there before it named it, so that all else is copied after it. A server may go on.
 *   <li>A file that has not changed since the copy before is that copy's file: record and submissions take room once.
 *   <li>The copy is restored beside itself, its store made anew, and that compared with its record.
 *   <li>Only then does it get its name: what has a name is whole.
 * </ol>
 */
public final class Backups {
    private static final String PREFIX = "backup-";
    private static final String UNFINISHED = ".unfinished-";
    private static final String LOCK = ".lock";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A record that is closed so often while it is copied is written to faster than anything is. */
    private static final int MOST_TRIES = 20;

    private final Path folder;
    private final Clock clock;

    /** @param folder that the copies are in, or are to be */
    public Backups(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The copies, the earliest first. */
    public List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Copies a data folder, which may be in use.
     *
     * @param prove whether the copy is to be restored to see that it can be
     * @throws BackupException where the folder cannot be copied, or the copy not be restored
     */
    public Backup make(Path data, boolean prove) throws BackupException {
        if (!DataFolder.isBegun(data)) {
            throw new BackupException(data + " is no data folder: it has no base-uri. Name one with --data.");
        }
        try {
            if (folder.toAbsolutePath()
                    .normalize()
                    .startsWith(data.toAbsolutePath().normalize())) {
                throw new BackupException(
                        "The copy would lie in the data folder itself. Name a folder elsewhere with --to,"
                                + " on another disk if there is one.");
            }
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.tryLock()) {
                if (alone == null) {
                    throw underWay();
                }
                return copyAlone(data, prove);
            } catch (OverlappingFileLockException e) {
                throw underWay();
            }
        } catch (IOException e) {
            throw new BackupException(
                    "The data folder " + data + " cannot be copied to " + folder + ": " + e.getMessage()
                            + ". The copies that are there already are as they were.",
                    e);
        }
    }

    private BackupException underWay() {
        return new BackupException("Another copy is being made in " + folder + ". Wait until it has ended.");
    }

    /** Nobody else makes a copy in the same folder meanwhile, who would take an unfinished one for a left one. */
    private Backup copyAlone(Path data, boolean prove) throws IOException, BackupException {
        clearUnfinished();
        String name = name();
        Path unfinished = folder.resolve(UNFINISHED + name);
        Counted counted = copy(data, unfinished);
        Head head = prove ? prove(unfinished) : head(unfinished);
        Path finished = folder.resolve(name);
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        return new Backup(finished, head, counted.files, counted.linked, counted.bytes, prove);
    }

    /** Two copies within one second have names of their own. */
    private String name() {
        String name = PREFIX + NAME.format(clock.instant());
        for (int i = 2; Files.exists(folder.resolve(name)); i++) {
            name = PREFIX + NAME.format(clock.instant()) + "-" + i;
        }
        return name;
    }

    /** Deletes all copies but the latest few, and returns those that went. */
    public List<Path> keep(int latest) throws BackupException {
        try {
            List<Path> all = all();
            List<Path> gone = all.subList(0, Math.max(0, all.size() - latest));
            for (Path one : gone) {
                FileUtils.deleteDirectory(one.toFile());
            }
            return gone;
        } catch (IOException e) {
            throw new BackupException("An earlier copy in " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /**
     * Brings a copy back into a folder that is empty or absent, or in which that was begun and did not come to its end, and
     * makes its store.
     *
     * @param from the copy, or the folder that copies are in: then the latest
     */
    public static Verification restore(Path from, Path data) throws BackupException {
        try {
            Path copy = DataFolder.isBegun(from)
                    ? from
                    : latest(from)
                            .orElseThrow(() -> new BackupException("There is no copy in " + from
                                    + ": it has no base-uri, and no folder backup-… is in it."));
            Path restoring = data.resolve(DataFolder.RESTORING);
            if (Files.exists(restoring)) {
                FileUtils.cleanDirectory(data.toFile());
            } else if (Files.isDirectory(data)) {
                try (Stream<Path> there = Files.list(data)) {
                    if (there.findAny().isPresent()) {
                        throw new BackupException(
                                "The folder " + data
                                        + " is not empty, and nothing in it was changed. Name another with --data, or move it away.");
                    }
                }
            }
            Files.createDirectories(data);
            Files.writeString(restoring, "A copy is being brought back; this folder is not whole.\n");
            for (Path file : FolderFiles.of(copy)) {
                FolderFiles.copy(copy.resolve(file), data.resolve(file));
            }
            Files.delete(restoring);
            return opened(data);
        } catch (IOException e) {
            throw new BackupException("The copy " + from + " cannot be brought back: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> latest(Path folder) throws IOException {
        List<Path> all = new Backups(folder, SystemClock.UTC).all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static final class Counted {
        private int files;
        private int linked;
        private long bytes;
    }

    private Counted copy(Path data, Path to) throws IOException {
        Optional<Path> before = latest(folder);
        Counted counted = new Counted();
        Path record = Path.of("record");
        for (int i = 1; ; i++) {
            Set<Path> files = within(record, FolderFiles.of(data));
            boolean whole = copyAll(data, before, to, files, counted);
            if (whole && names(files).equals(names(within(record, FolderFiles.of(data))))) {
                break;
            }
            if (i == MOST_TRIES) {
                throw new IOException("its record did not stand still for a moment");
            }
            FileUtils.deleteDirectory(to.toFile());
            counted = new Counted();
        }
        Set<Path> others = FolderFiles.of(data).stream()
                .filter(file -> !file.startsWith(record))
                .collect(Collectors.toSet());
        copyAll(data, before, to, others, counted);
        return counted;
    }

    private static Set<Path> within(Path part, Collection<Path> files) {
        return files.stream().filter(file -> file.startsWith(part)).collect(Collectors.toSet());
    }

    /** A file of the record that is packed has another name, and an index beside it. */
    private static Set<String> names(Set<Path> files) {
        return files.stream()
                .map(Path::toString)
                .filter(name -> !name.endsWith(".index"))
                .collect(Collectors.toSet());
    }

    /** Whether all were there; a file that goes meanwhile was deleted, or has another name. */
    private static boolean copyAll(Path data, Optional<Path> before, Path to, Collection<Path> files, Counted counted)
            throws IOException {
        boolean all = true;
        for (Path file : files) {
            try {
                Path from = data.resolve(file);
                Optional<Path> same =
                        before.map(earlier -> earlier.resolve(file)).filter(earlier -> FolderFiles.neverChanges(file));
                if (same.isPresent() && FolderFiles.isTheSame(from, same.get())) {
                    FolderFiles.link(same.get(), to.resolve(file));
                    counted.linked++;
                } else {
                    FolderFiles.copy(from, to.resolve(file));
                    counted.bytes += Files.size(to.resolve(file));
                }
                counted.files++;
            } catch (NoSuchFileException e) {
                all = false;
            }
        }
        return all;
    }

    private Head prove(Path copy) throws IOException, BackupException {
        Path proof = folder.resolve(UNFINISHED + "proof");
        FileUtils.deleteDirectory(proof.toFile());
        try {
            for (Path file : FolderFiles.of(copy)) {
                if (FolderFiles.neverChanges(file)) {
                    FolderFiles.link(copy.resolve(file), proof.resolve(file));
                } else {
                    FolderFiles.copy(copy.resolve(file), proof.resolve(file));
                }
            }
            Verification found = opened(proof);
            if (!found.holds()) {
                throw new BackupException(
                        "The copy cannot be restored: files that the record names are missing or changed ("
                                + String.join(", ", found.missingFiles())
                                + "). `declared verify` says whether that is so in the data folder too; the copy was given no name.");
            }
            return found.head();
        } finally {
            FileUtils.deleteDirectory(proof.toFile());
        }
    }

    /** Opens a folder, which makes its store, and compares that with the record. */
    private static Verification opened(Path data) throws BackupException {
        try {
            Deployment.open(data, Optional.empty()).close();
            return ClosedFolder.verify(data);
        } catch (DataFolderException e) {
            throw new BackupException("The copy cannot be restored: " + e.getMessage(), e);
        }
    }

    /** Where the record of a copy ends, every hash in it checked. */
    private Head head(Path copy) throws IOException, BackupException {
        Path proof = folder.resolve(UNFINISHED + "record");
        FileUtils.deleteDirectory(proof.toFile());
        for (Path file : within(Path.of("record"), FolderFiles.of(copy))) {
            FolderFiles.copy(copy.resolve(file), proof.resolve(file));
        }
        try (RecordLog record = RecordLog.openWhole(proof.resolve("record"))) {
            return record.head();
        } catch (DamagedRecordException e) {
            throw new BackupException("The record that was copied is damaged: " + e.getMessage(), e);
        } finally {
            FileUtils.deleteDirectory(proof.toFile());
        }
    }

    private void clearUnfinished() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file -> file.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path one : left) {
            FileUtils.deleteDirectory(one.toFile());
        }
    }
}
