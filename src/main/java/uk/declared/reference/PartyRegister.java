package uk.declared.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The parties that are known, by identifier and by name. Safe for use by several threads. */
public interface PartyRegister {
    /** No party is known. */
    PartyRegister NONE = new NoPartyRegister();

    /** Whether a register is loaded. */
    boolean isLoaded();

    /** The party of an identifier, such as {@code PP63}. */
    Optional<PartyRecord> party(String id);

    /**
     * The parties on the register on a day whose name, or one of whose names or descriptions, is this one, exactly or but
     * for what {@link Names#plain} leaves out. Several where names do not tell parties apart.
     */
    List<PartyRecord> named(String name, LocalDate day);

    /** Every party: what a likely spelling is suggested from. */
    Collection<PartyRecord> all();
}
