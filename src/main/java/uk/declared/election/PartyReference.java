package uk.declared.election;

import java.util.Optional;

/**
 * A party as a source refers to it.
 *
 * @param id the Electoral Commission's identifier, such as {@code PP63}; absent where the source only names it
 * @param name the name that the source uses
 */
public record PartyReference(Optional<String> id, Optional<String> name) {}
