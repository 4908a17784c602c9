package uk.declared.projection;

import java.util.List;
import uk.declared.record.Head;

/**
 * What checking a data folder found.
 *
 * @param head the record's last entry, whose chain is right
 * @param ofAnotherProjection whether another version of the program made the store, so that it is to be made anew and was not compared
 * @param graphs how many graphs were compared
 * @param triples how many triples stand in the store
 * @param behind how many entries the store has not seen yet; the next start applies them
 * @param missingFiles the SHA-256 of files that the record names and that are not kept, or no longer what was sent
 * @param differences graphs in which store and record differ, in the order of their names
 */
public record Verification(
        Head head,
        boolean ofAnotherProjection,
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

    public Verification {
        missingFiles = List.copyOf(missingFiles);
        differences = List.copyOf(differences);
    }

    /** Whether all is as it should be. */
    public boolean holds() {
        return !ofAnotherProjection && missingFiles.isEmpty() && differences.isEmpty();
    }
}
