package uk.declared.election;

/** One of the four nations of the United Kingdom, on which electoral law depends. */
public enum Nation {
    ENGLAND,
    WALES,
    SCOTLAND,
    NORTHERN_IRELAND
}
