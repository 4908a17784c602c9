package uk.declared.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.declared.deployment.ClosedFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.store.Stores;

/** What a replica's record was told to take out, and is carried out when nobody has it open. */
public final class Redactions {
    private Redactions() {}

    private static Path marker(Path data) {
        return data.resolve("topic").resolve("redactions");
    }

    /** Notes, before the record says so, that something is to be taken out of it. */
    static void note(Path data) throws IOException {
        Files.createDirectories(marker(data).resolveSibling(""));
        Files.writeString(marker(data), "");
    }

    /** Carries out what was noted. A crash on the way leaves the note. */
    public static void carryOut(Path data, Stores stores) throws DataFolderException {
        if (!Files.exists(marker(data))) {
            return;
        }
        ClosedFolder.redactAsRecorded(data, stores);
        try {
            Files.deleteIfExists(marker(data));
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }
}
