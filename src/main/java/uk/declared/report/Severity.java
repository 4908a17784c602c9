package uk.declared.report;

/** How much a finding weighs. */
public enum Severity {
    /** Refuses the contest. */
    VIOLATION,
    /** Is published with the contest. */
    WARNING,
    /** Says how a value was read that could have been written more plainly. */
    INTERPRETATION
}
