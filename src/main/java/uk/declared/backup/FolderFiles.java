package uk.declared.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;

/** The files of a data folder that cannot be made again. */
final class FolderFiles {
    /** What is made anew from the record, goes by itself, or belongs to a running process. */
    private static final Set<String> LEFT_OUT = Set.of("store", "derived", "drafts", "topic", "lock", ".probe");

    private static final String DAMAGED = "store-damaged-";

    private FolderFiles() {}

    /** Their paths within the folder, in order; files that are being written have no place yet. */
    static Set<Path> of(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                return isLeftOut(folder, at) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isLeftOut(folder, file) && !file.getFileName().toString().contains("unfinished")) {
                    files.add(folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return files;
    }

    private static boolean isLeftOut(Path folder, Path at) {
        if (!folder.equals(at.getParent())) {
            return false;
        }
        String name = at.getFileName().toString();
        return LEFT_OUT.contains(name) || name.startsWith(DAMAGED);
    }

    /** Whether a file never changes once it has its name, so that two folders may share it. */
    static boolean neverChanges(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.matches("record/record-\\d+\\.jsonl\\.gz") || path.startsWith("submissions/");
    }

    /** Whether a file is what it was when an earlier copy of it was made; a copy's time is exact to the microsecond at best. */
    static boolean isTheSame(Path file, Path earlier) throws IOException {
        return Files.isRegularFile(earlier)
                && Files.size(earlier) == Files.size(file)
                && Files.getLastModifiedTime(earlier).toMillis()
                        == Files.getLastModifiedTime(file).toMillis();
    }

    /** Copies a file, with its time and who may read it. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives a file a second name, or copies it where the disk knows no such thing. */
    static void link(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException e) {
            copy(from, to);
        }
    }
}
