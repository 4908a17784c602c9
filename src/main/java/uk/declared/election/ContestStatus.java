package uk.declared.election;

/** Whether a poll was held for a contest, and if not, why there was none. */
public enum ContestStatus {
    CONTESTED("contested"),
    UNCONTESTED("uncontested"),
    UNDER_CONTESTED("under-contested"),
    NO_CANDIDATES("no-candidates"),
    COUNTERMANDED("countermanded"),
    ABANDONED("abandoned"),
    POSTPONED("postponed"),
    /** Not held on its day, and the source does not say why. */
    CANCELLED("cancelled");

    private final String notation;

    ContestStatus(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code contest-status}. */
    public String notation() {
        return notation;
    }
}
