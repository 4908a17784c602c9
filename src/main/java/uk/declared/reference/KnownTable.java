package uk.declared.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A table of reference data that can be read.
 *
 * @param recognises tells it from others, by its headings
 * @param reader what is made of it, from the table and the name of its file
 */
record KnownTable(Predicate<ReferenceTable> recognises, Reader reader) {
    /** Makes releases of a table. */
    interface Reader {
        List<? extends ReferenceRelease> read(ReferenceTable table, String file) throws UnreadableReferenceException;
    }

    /** Makes one release of a table, whatever its file is called. */
    interface OneReader {
        ReferenceRelease read(ReferenceTable table) throws UnreadableReferenceException;
    }

    static KnownTable one(Predicate<ReferenceTable> recognises, OneReader reader) {
        return new KnownTable(recognises, (table, file) -> List.of(reader.read(table)));
    }

    /** Reads every table of a file as the first of these that it is recognised as. */
    static ReferenceKind.FileReader firstOf(KnownTable... tables) {
        return (file, name) -> read(List.of(tables), file, name);
    }

    private static List<ReferenceRelease> read(List<KnownTable> tables, Path file, String name)
            throws UnreadableReferenceException {
        List<ReferenceRelease> releases = new ArrayList<>();
        for (ReferenceFile.Part part : new ReferenceFile(file, name).parts()) {
            ReferenceTable table = ReferenceTable.open(part);
            for (KnownTable known : tables) {
                if (known.recognises.test(table)) {
                    releases.addAll(known.reader.read(table, name));
                    break;
                }
            }
        }
        return releases;
    }
}
