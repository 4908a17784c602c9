package uk.declared.store.remote;

/** An expression of our own that says what SPARQL's says, and takes no long time, so that another engine may work it out in its way. */
public interface SameElsewhere {}
