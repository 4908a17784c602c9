package uk.declared.election;

/** Whether a contest is part of an ordinary election or fills a vacancy. */
public enum ContestType {
    ORDINARY("ordinary"),
    BY_ELECTION("by-election");

    private final String notation;

    ContestType(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code contest-type}. */
    public String notation() {
        return notation;
    }
}
