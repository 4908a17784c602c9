package uk.declared.projection;

import java.util.List;
import java.util.Optional;
import uk.declared.record.Head;

/**
 * What checking a data folder found.
 *
 * @param head the record's last entry, whose chain is right
 * @param notCompared why the store is to be made anew and was not compared; absent where it was
 * @param graphs how many graphs were compared
 * @param triples how many triples stand in the store
 * @param behind how many entries the store has not seen yet; the next start applies them
 * @param missingFiles the SHA-256 of files that the record names and that are not kept, or no longer what was sent
 * @param differences graphs in which store and record differ, in the order of their names
 */
public record Verification(
        Head head,
        Optional<NotCompared> notCompared,
        int graphs,
        long triples,
        long behind,
        List<String> missingFiles,
        List<Difference> differences) {
    /**
     * A graph in which the store is not what the record says.
     *
     * @param triple one that only one of them has, in N-Triples
     * @param onlyInStore whether it is the store that has it
     */
    public record Difference(String graph, String triple, boolean onlyInStore) {}

    /** Why a store was not compared. */
    public enum NotCompared {
        /** Another version of the program made it. */
        OF_ANOTHER_PROJECTION,
        /** It cannot be opened. */
        DAMAGED
    }

    public Verification {
        missingFiles = List.copyOf(missingFiles);
        differences = List.copyOf(differences);
    }

    /** Whether all is as it should be. */
    public boolean holds() {
        return notCompared.isEmpty() && missingFiles.isEmpty() && differences.isEmpty();
    }
}
