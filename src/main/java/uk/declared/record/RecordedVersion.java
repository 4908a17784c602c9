package uk.declared.record;

import java.time.Instant;
import uk.declared.election.DeclarationStatus;

/**
 * A version of a contest in the record.
 *
 * @param version its number, counted from 1
 * @param sequence the position of its entry in the record
 * @param time when it was accepted
 */
public record RecordedVersion(int version, long sequence, DeclarationStatus status, Instant time) {}
