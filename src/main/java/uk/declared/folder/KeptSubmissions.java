package uk.declared.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import uk.declared.record.Sha256;
import uk.declared.submission.Submission;

/**
 * Keeps what was sent, byte for byte, under its SHA-256: submissions and files of reference data. It is never shown to
 * anyone but the operator.
 */
public final class KeptSubmissions {
    private final Path folder;

    public KeptSubmissions(Path folder) {
        this.folder = folder;
    }

    /** Copies a submission and forces it to disk, unless it is kept already. */
    public void keep(Submission submission) throws IOException {
        if (!Files.exists(path(submission.sha256()))) {
            keep(copy(submission.path()), submission.sha256());
        }
    }

    /** Keeps a text, such as a notice that an officer gave without a file, and returns its SHA-256. */
    public String keep(String text) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.writeString(Files.createTempFile(folder, "unfinished-", ""), text);
        String sha256 = hash(unfinished);
        keep(unfinished, sha256);
        return sha256;
    }

    /** An empty file for what is perhaps to be kept. */
    public Path unfinished() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "unfinished-", "");
    }

    /** Copies a file that is perhaps to be kept, so that what is read and what is kept are the same bytes. */
    public Path copy(Path file) throws IOException {
        Path unfinished = unfinished();
        Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
        return unfinished;
    }

    /** Forces a copy to disk and gives it its name; one that is kept already goes. */
    public void keep(Path unfinished, String sha256) throws IOException {
        Path kept = path(sha256);
        if (Files.exists(kept)) {
            Files.delete(unfinished);
            return;
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where a file is kept. */
    public Path path(String sha256) {
        return folder.resolve(sha256);
    }

    /** Whether a file is kept and is still what was sent. */
    public boolean holds(String sha256) {
        try {
            return Files.isRegularFile(path(sha256)) && hash(path(sha256)).equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of a file, in lower-case hexadecimal. */
    public static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
