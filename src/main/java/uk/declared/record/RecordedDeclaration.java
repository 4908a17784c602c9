package uk.declared.record;

import uk.declared.election.BallotId;

/** A declaration that was acknowledged, without its content. */
public record RecordedDeclaration(BallotId contest, RecordedVersion version) {}
