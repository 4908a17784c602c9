package uk.declared.record;

import java.time.Instant;
import java.util.Map;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;

/**
 * One declaration as the record keeps it.
 *
 * @param contest the contest that it declares
 * @param identity the contest's identity as one line of text
 * @param version counted from 1
 * @param submission the SHA-256 of what was sent
 * @param time when it was accepted
 * @param vocabulary the version of the vocabulary that it was mapped with
 * @param result the result as canonical N-Triples
 * @param shared descriptions of what contests share, as canonical N-Triples by data set
 * @param declaration the statements about the declaration itself, as canonical N-Triples
 */
public record DeclarationEntry(
        BallotId contest,
        String identity,
        int version,
        DeclarationStatus status,
        Source source,
        String submission,
        Instant time,
        String vocabulary,
        String result,
        Map<String, String> shared,
        String declaration) {
    public DeclarationEntry {
        shared = Map.copyOf(shared);
    }

    /** The same declaration, accepted at a time. */
    public DeclarationEntry accepted(Instant at, String saying) {
        return new DeclarationEntry(
                contest, identity, version, status, source, submission, at, vocabulary, result, shared, saying);
    }

    /** The SHA-256 of the result: equal for two declarations that say the same. */
    public String resultHash() {
        return Sha256.of(result);
    }
}
