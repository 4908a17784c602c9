package uk.declared.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import uk.declared.submission.Submission;

/** Keeps what was sent, byte for byte, under its SHA-256. It is never shown to anyone but the operator. */
final class KeptSubmissions {
    private final Path folder;

    KeptSubmissions(Path folder) {
        this.folder = folder;
    }

    /** Copies a submission and forces it to disk, unless it is kept already. */
    void keep(Submission submission) throws IOException {
        Path kept = folder.resolve(submission.sha256());
        if (Files.exists(kept)) {
            return;
        }
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "unfinished-", "");
        Files.copy(submission.path(), unfinished, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    }
}
