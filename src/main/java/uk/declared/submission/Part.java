package uk.declared.submission;

import uk.declared.election.RejectionGround;

/** A part of a contest's result that values belong to. */
public sealed interface Part {
    /** The contest itself. */
    Part CONTEST = new Contest();

    /** The contest itself. */
    record Contest() implements Part {}

    /** One candidacy, counted from 0 in the source's order. */
    record OfCandidacy(int index) implements Part {}

    /** The papers rejected on one ground. */
    record OfRejection(RejectionGround ground) implements Part {}

    /** What was counted in one counting area, counted from 0 in the source's order. */
    record OfCountingArea(int index) implements Part {}

    /** One stage of the count, counted from 1. */
    record OfStage(int number) implements Part {}

    /** What one candidacy has at one stage, counted as above. */
    record OfTally(int stage, int candidacy) implements Part {}
}
