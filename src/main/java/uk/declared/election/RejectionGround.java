package uk.declared.election;

/**
 * A ground on which a returning officer rejects a ballot paper: Local Elections (Principal Areas) (England and Wales)
 * Rules 2006, Schedule 2, rule 47.
 */
public enum RejectionGround {
    OFFICIAL_MARK("official-mark"),
    TOO_MANY_VOTES("too-many-votes"),
    IDENTIFICATION("identification"),
    UNMARKED_OR_VOID("unmarked-or-void");

    private final String notation;

    RejectionGround(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code rejection-ground}. */
    public String notation() {
        return notation;
    }
}
