package uk.declared.election;

/** A figure of the account of ballot papers that only some sources give. */
public enum BallotFigure {
    /** Papers found in the boxes and postal votes when they were verified. */
    VERIFIED("verifiedBallotPapers"),
    /** Papers that the count accounts for. */
    COUNTED("countedBallotPapers"),
    /** Papers given in polling stations. */
    IN_PERSON("inPersonBallotPapers"),
    /** Papers given by proxies. */
    BY_PROXY("proxyBallotPapers"),
    POSTAL_ISSUED("postalBallotPapersIssued"),
    POSTAL_RETURNED("postalBallotPapersReturned"),
    POSTAL_REJECTED("postalBallotPapersRejected"),
    /** Voters turned away from polling stations for want of identification. */
    TURNED_AWAY("votersTurnedAway"),
    /** Those of them who came back and voted. */
    TURNED_AWAY_WHO_RETURNED("votersTurnedAwayWhoReturned"),
    /** How many times the votes were counted again. */
    RECOUNTS("recounts"),
    VALID_SECOND_PREFERENCES("validSecondPreferences"),
    REJECTED_SECOND_PREFERENCES("rejectedSecondPreferences");

    private final String property;

    BallotFigure(String property) {
        this.property = property;
    }

    /** The local name of the property of the vocabulary that states the figure. */
    public String property() {
        return property;
    }
}
