package uk.declared.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The format of a data folder, a number in its file {@code format}:
 *
 * <ul>
 *   <li>0: folders without that file, as the program wrote them until 28 November 2026. All of them can be read: a store that
 *       lacks an index and a record that lacks one beside its files are made whole as they are opened,
 *   <li>1: the same, with the file.
 * </ul>
 *
 * A program reads folders of its own format and of all earlier ones, which become its own as they are opened. One that is later
 * is refused, since what it holds may not be understood.
 */
final class FolderFormat {
    static final int CURRENT = 1;

    private static final String FILE = "format";

    private FolderFormat() {}

    /** Refuses a folder of a later format, and makes one of an earlier format one of today's. */
    static void bringUpToDate(Path folder) throws IOException, DataFolderException {
        Path file = folder.resolve(FILE);
        int found = Files.exists(file) ? number(folder, Files.readString(file).strip()) : 0;
        if (found > CURRENT) {
            throw new DataFolderException(
                    "The data folder " + folder + " has format " + found + ", and this program reads formats"
                            + " up to " + CURRENT
                            + ". A later version of it wrote the folder: use that, or bring back a copy that was"
                            + " made before. Nothing was changed.");
        }
        if (found < CURRENT) {
            Path unfinished = Files.writeString(folder.resolve(FILE + ".unfinished"), CURRENT + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int number(Path folder, String text) throws DataFolderException {
        if (!text.matches("\\d{1,4}")) {
            throw new DataFolderException("The file " + folder.resolve(FILE)
                    + " is to hold the number of the folder's format, and" + " holds “"
                    + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”. Bring it back from a copy.");
        }
        return Integer.parseInt(text);
    }
}
