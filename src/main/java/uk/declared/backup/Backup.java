package uk.declared.backup;

import java.nio.file.Path;
import uk.declared.record.Head;

/**
 * A copy of a data folder that was made.
 *
 * @param folder where it is
 * @param head the last entry of the record in it
 * @param files how many files it holds
 * @param linked how many of them are those of the copy before, which take no further room
 * @param bytes how much was copied
 * @param proved whether it was restored beside itself, its store made anew and compared with its record
 */
public record Backup(Path folder, Head head, int files, int linked, long bytes, boolean proved) {}
