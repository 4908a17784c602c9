package uk.declared.election;

import java.util.Set;

/** How far a contest has come, which every derivation asks before it says what a contest did. */
public enum Outcome {
    /** It is said who was elected, by a poll or without one. */
    FILLED,
    /** Candidates are known, the result is not: it is still to come, or was not published. */
    AWAITED,
    /** There was no poll on the day, and nobody was elected: it was put off, countermanded, or nobody stood. */
    NOT_HELD,
    /** What was published was taken back. */
    WITHDRAWN;

    private static final Set<String> WITHOUT_A_POLL = Set.of(
            ContestStatus.NO_CANDIDATES.notation(),
            ContestStatus.COUNTERMANDED.notation(),
            ContestStatus.ABANDONED.notation(),
            ContestStatus.POSTPONED.notation(),
            ContestStatus.CANCELLED.notation());

    /**
     * The outcome of a contest.
     *
     * @param declarationStatus notation of the status of its latest declaration
     * @param contestStatus notation of its own status; empty where the source says none
     * @param anybodyElected whether somebody is said to have been elected
     */
    public static Outcome of(String declarationStatus, String contestStatus, boolean anybodyElected) {
        if (declarationStatus.equals(DeclarationStatus.WITHDRAWN.notation())) {
            return WITHDRAWN;
        }
        if (anybodyElected) {
            return FILLED;
        }
        return WITHOUT_A_POLL.contains(contestStatus) ? NOT_HELD : AWAITED;
    }

    /** Whether it may still say who was elected on its day. */
    public boolean isOpen() {
        return this == AWAITED || this == WITHDRAWN;
    }
}
