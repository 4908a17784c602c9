package uk.declared.record;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Takes the content of one declaration out of a record's file. The entry keeps its hash, so that the chain still verifies; a
 * later entry must say that it was taken out, and is written first, so that a crash between the two loses nothing.
 */
public final class RecordRedaction {
    private RecordRedaction() {}

    /**
     * Writes the record's file anew without the content of an entry, and puts it in the place of the old one in one step.
     *
     * @param folder of a record that nobody has open
     * @param declaration what remains of the statements about the declaration itself
     */
    public static void takeOut(Path folder, long sequence, UnaryOperator<String> declaration)
            throws IOException, DamagedRecordException {
        Path file = folder.resolve("record.jsonl");
        Path anew = folder.resolve("record.jsonl.unfinished");
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(anew, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                out.write(number == sequence ? redacted(line, declaration) : line);
                out.write('\n');
            }
        }
        try (FileChannel channel = FileChannel.open(anew, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(anew, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String redacted(String line, UnaryOperator<String> declaration) throws DamagedRecordException {
        Entry entry = EntryCodec.read(line);
        if (!(entry.content() instanceof Entry.Declared declared)) {
            throw new IllegalArgumentException("Entry " + entry.sequence() + " is no declaration");
        }
        DeclarationEntry whole = declared.declaration();
        return EntryCodec.redacted(
                entry,
                new DeclarationEntry(
                        whole.contest(),
                        whole.identity(),
                        whole.version(),
                        whole.status(),
                        whole.source(),
                        whole.submission(),
                        whole.time(),
                        whole.vocabulary(),
                        "",
                        Map.of(),
                        declaration.apply(whole.declaration())));
    }
}
