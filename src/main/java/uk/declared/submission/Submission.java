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
 */
public record Submission(Path path, String name, String sha256) {
    /** The largest file that is taken, in bytes: some hundred times what a large council's history needs. */
    public static final long MAX_BYTES = 512L * 1024 * 1024;

    /**
     * Takes a file.
     *
     * @throws UnreadableSubmissionException where it is missing, a folder, empty, too large or not to be opened
     */
    public static Submission open(Path path) throws UnreadableSubmissionException {
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(path.toString());
        if (!Files.exists(path)) {
            throw unreadable("F001", path.toString());
        }
        if (Files.isDirectory(path)) {
            throw unreadable("F002", path.toString());
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw unreadable("F003", name);
            }
            if (size > MAX_BYTES) {
                throw unreadable("F008", name, "bytes", Long.toString(size), "most", Long.toString(MAX_BYTES));
            }
            return new Submission(path, name, sha256(path));
        } catch (IOException e) {
            throw unreadable("F004", name);
        }
    }

    /** The bytes, from the beginning. */
    InputStream bytes() throws IOException {
        return Files.newInputStream(path);
    }

    /** A refusal of the file as a whole. */
    static UnreadableSubmissionException unreadable(String rule, String file, String... details) {
        Map<String, String> named = switch (details.length) {
            case 0 -> Map.of();
            case 2 -> Map.of(details[0], details[1]);
            default -> Map.of(details[0], details[1], details[2], details[3]);
        };
        return new UnreadableSubmissionException(
                new Finding(rule, Severity.VIOLATION, Place.of(file), Optional.empty(), Optional.empty(), named));
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
