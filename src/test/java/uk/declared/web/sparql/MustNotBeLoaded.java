package uk.declared.web.sparql;

/** A class whose loading leaves a trace. A query must not be able to load it. */
public final class MustNotBeLoaded {
    /** The system property that is set when the class is initialised. */
    static final String TRACE = "declared.test.class-was-loaded";

    static {
        System.setProperty("declared.test.class-was-loaded", "yes");
    }

    public MustNotBeLoaded() {}
}
