package uk.declared.election;

/** How far a declaration has come. */
public enum DeclarationStatus {
    /** Candidates are known, votes are not. */
    NOMINATED("nominated"),
    PROVISIONAL("provisional"),
    DECLARED("declared"),
    CORRECTED("corrected"),
    WITHDRAWN("withdrawn");

    private final String notation;

    DeclarationStatus(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code declaration-status}. */
    public String notation() {
        return notation;
    }
}
