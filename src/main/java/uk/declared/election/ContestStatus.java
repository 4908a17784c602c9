package uk.declared.election;

/** Whether a poll was needed and held, where a source says that it was not. */
public enum ContestStatus {
    /** No more candidates than seats: every candidate is elected without a poll. */
    UNCONTESTED("uncontested"),
    /** Fewer candidates than seats. */
    UNDER_CONTESTED("under-contested"),
    /** The poll did not take place on its day, and the source does not say why. */
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
