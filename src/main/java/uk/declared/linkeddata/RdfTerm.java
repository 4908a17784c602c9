package uk.declared.linkeddata;

/** A term of RDF as a file gives it, before anything is known of what it means. */
public sealed interface RdfTerm {
    /** A name that is good everywhere. */
    record Uri(String value) implements RdfTerm {
        @Override
        public String toString() {
            return value;
        }
    }

    /** A thing without a name. The label tells it from others of the same file only. */
    record Blank(String label) implements RdfTerm {
        @Override
        public String toString() {
            return "_:" + label;
        }
    }

    /**
     * A value.
     *
     * @param text its lexical form
     * @param datatype the URI of its datatype
     * @param language its language, empty where it has none
     */
    record Literal(String text, String datatype, String language) implements RdfTerm {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Whether things can be said about it. */
    default boolean isThing() {
        return !(this instanceof Literal);
    }
}
