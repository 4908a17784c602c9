package uk.declared.publish;

/** The lock of those who append to a record: one at a time, and nothing is worked out meanwhile that can be worked out before. */
public final class Appending {}
