package uk.declared.election;

import java.util.Optional;

/**
 * A party as a source refers to it.
 *
 * @param id the Electoral Commission's identifier, such as {@code PP63}; absent where the source only names it
 * @param name the name that the source uses
 * @param isItsName whether that may be a name of the party; not where it is another one's, which the identifier contradicts
 */
public record PartyReference(Optional<String> id, Optional<String> name, boolean isItsName) {
    public PartyReference(Optional<String> id, Optional<String> name) {
        this(id, name, true);
    }
}
