package uk.declared.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;

/**
 * A file that someone sends, named by the SHA-256 of its bytes.
 *
 * @param path where it is
 * @param name the name to speak of it by
 * @param sha256 in lower-case hexadecimal
 * @param size in bytes
 */
public record Submission(Path path, String name, String sha256, long size) {
    /** The largest file that is taken, in bytes: some hundred times what a large council's history needs. */
    public static final long MAX_BYTES = 512L * 1024 * 1024;

    /**
     * Takes a file under its own name.
     *
     * @throws UnreadableSubmissionException where it is missing, a folder, empty, too large or not to be opened
     */
    public static Submission open(Path path) throws UnreadableSubmissionException {
        return open(path, String.valueOf(path.getFileName()));
    }

    /**
     * Takes a file under another name, such as that of the upload or the stream that it is a copy of.
     *
     * @throws UnreadableSubmissionException where it is missing, a folder, empty, too large or not to be opened
     */
    public static Submission open(Path path, String name) throws UnreadableSubmissionException {
        if (!Files.exists(path)) {
            throw unreadable("F001", path.toString(), Map.of());
        }
        if (Files.isDirectory(path)) {
            throw unreadable("F002", path.toString(), Map.of());
        }
        if (!Files.isRegularFile(path)) {
            throw unreadable("F019", path.toString(), Map.of());
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw unreadable("F003", name, Map.of());
            }
            if (size > MAX_BYTES) {
                throw unreadable("F008", name, Map.of("bytes", Long.toString(size), "most", Long.toString(MAX_BYTES)));
            }
            return new Submission(path, name, sha256(path), size);
        } catch (IOException e) {
            throw unreadable("F004", name, Map.of());
        }
    }

    /** The bytes, from the beginning. */
    public InputStream bytes() throws IOException {
        return Files.newInputStream(path);
    }

    /** A refusal of the file as a whole. */
    public static UnreadableSubmissionException unreadable(String rule, String file, Map<String, String> details) {
        return unreadable(rule, Place.of(file), details);
    }

    /** A refusal of the file as a whole, because of what stands at a place in it. */
    public static UnreadableSubmissionException unreadable(String rule, Place place, Map<String, String> details) {
        return new UnreadableSubmissionException(
                new Finding(rule, Severity.VIOLATION, place, Optional.empty(), Optional.empty(), details));
    }

    private static String sha256(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
