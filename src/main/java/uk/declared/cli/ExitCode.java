package uk.declared.cli;

/** What the process says to its caller when it ends. */
final class ExitCode {
    /** All is well. */
    static final int CONFORMS = 0;

    /** A submission breaks at least one rule. */
    static final int VIOLATIONS = 1;

    /** A file cannot be read, or an argument cannot be used. */
    static final int UNREADABLE = 2;

    private ExitCode() {}
}
