package uk.declared.election;

/** The office that a contest fills. The notation is that of the vocabulary's code list {@code office}. */
public enum Office {
    COUNCILLOR("councillor", "local"),
    ALDERMAN("alderman", "local"),
    PARISH_COUNCILLOR("parish-councillor", "parish"),
    MAYOR("mayor", "mayor"),
    POLICE_AND_CRIME_COMMISSIONER("pcc", "pcc"),
    MEMBER_OF_PARLIAMENT("mp", "parl");

    private final String notation;
    private final String idPrefix;

    Office(String notation, String idPrefix) {
        this.notation = notation;
        this.idPrefix = idPrefix;
    }

    public String notation() {
        return notation;
    }

    /** The first part of the identifiers of elections to this office, as Democracy Club writes them. */
    public String idPrefix() {
        return idPrefix;
    }
}
