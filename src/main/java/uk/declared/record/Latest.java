package uk.declared.record;

import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;

/**
 * What the record last said of a contest.
 *
 * @param version the last version's number
 * @param sequence the position of its entry in the record
 * @param resultHash the SHA-256 of its result
 */
public record Latest(int version, long sequence, String resultHash, DeclarationStatus status, Source source) {}
