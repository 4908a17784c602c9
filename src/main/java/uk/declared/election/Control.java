package uk.declared.election;

/**
 * Who has the majority of a council, as far as that is certain.
 *
 * @param <P> what stands for a party or other group
 */
public sealed interface Control<P> {
    /** One group has more than half of all seats, whoever may hold those that are open. */
    record Majority<P>(P group) implements Control<P> {}

    /** Nobody has more than half of all seats, and nobody can, whoever may hold those that are open. */
    record Nobody<P>() implements Control<P> {}

    /** Seats that are open, or of which it is not known whose they are, could decide. */
    record NotCertain<P>() implements Control<P> {}
}
