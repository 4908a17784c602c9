package uk.declared.election;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One published version of a contest, as opposed to the result that it declares.
 *
 * @param contest the contest that it declares
 * @param version counted from 1; from 2 on it revises the one before
 * @param source who says so
 * @param submission the SHA-256 of what was sent
 * @param time when it was accepted
 * @param details what the source says about it
 * @param warnings the numbers of the rules that warn about it
 * @param rights under which licence it may be used
 * @param changeReason why it takes the place of the version before, in words
 */
public record Declaration(
        BallotId contest,
        int version,
        DeclarationStatus status,
        Source source,
        String submission,
        Instant time,
        DeclarationDetails details,
        SortedSet<String> warnings,
        Rights rights,
        Optional<String> changeReason) {
    public Declaration {
        warnings = new TreeSet<>(warnings);
    }

    /** A declaration that gives no reason for a change. */
    public Declaration(
            BallotId contest,
            int version,
            DeclarationStatus status,
            Source source,
            String submission,
            Instant time,
            DeclarationDetails details,
            SortedSet<String> warnings,
            Rights rights) {
        this(contest, version, status, source, submission, time, details, warnings, rights, Optional.empty());
    }
}
