package uk.declared.linkeddata;

/** RDF that cannot be read at all. */
public final class UnreadableRdfException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        /** It breaks the rules of its syntax. */
        SYNTAX,
        /** It names a context that stands elsewhere, which is not fetched. */
        REMOTE,
        /** It is nested too deeply. */
        DEEP,
        /** It has more bytes than are read. */
        LARGE,
        /** It says more than can be held. */
        MANY
    }

    private final Fault fault;
    private final int line;

    /** @param line the line that shows the fault, counted from 1; 0 where it is not known */
    UnreadableRdfException(Fault fault, int line, String message) {
        super(message);
        this.fault = fault;
        this.line = line;
    }

    public Fault fault() {
        return fault;
    }

    /** The line that shows the fault, counted from 1; 0 where it is not known. */
    public int line() {
        return line;
    }
}
