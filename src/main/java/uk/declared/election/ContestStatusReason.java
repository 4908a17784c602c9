package uk.declared.election;

/** Why a poll was countermanded, abandoned or postponed. */
public enum ContestStatusReason {
    DEATH_OF_CANDIDATE("death-of-candidate"),
    PUBLIC_EMERGENCY("public-emergency"),
    REORGANISATION("reorganisation"),
    OTHER("other");

    private final String notation;

    ContestStatusReason(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code contest-status-reason}. */
    public String notation() {
        return notation;
    }
}
