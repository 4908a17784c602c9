package uk.declared.election;

/** The gender of a candidate, where a source gives it. */
public enum Gender {
    FEMALE("female"),
    MALE("male"),
    /** Neither, as the source says. */
    ANOTHER("another");

    private final String notation;

    Gender(String notation) {
        this.notation = notation;
    }

    /** The notation of its code in the vocabulary. */
    public String notation() {
        return notation;
    }
}
