package uk.declared.reference;

/** Everything that readers and rules may look up. */
public record ReferenceData(Geography geography, PartyRegister parties) {
    /** Nothing is loaded. */
    public static final ReferenceData NONE = new ReferenceData(Geography.NONE, PartyRegister.NONE);
}
