package uk.declared.election;

/** How votes are cast and counted; which system an office is elected by, {@link ElectoralLaw} knows. */
public enum VotingSystem {
    FIRST_PAST_THE_POST("first-past-the-post"),
    SUPPLEMENTARY_VOTE("supplementary-vote"),
    SINGLE_TRANSFERABLE_VOTE("single-transferable-vote");

    private final String notation;

    VotingSystem(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code voting-system}. */
    public String notation() {
        return notation;
    }
}
