package uk.declared.night;

import java.util.Optional;

/**
 * Who has more than half of a council's seats.
 *
 * @param party the key of the affiliation; absent where it is certain that nobody has
 */
public record CouncilControl(Optional<String> party) {
    /** Nobody has more than half. */
    public static final CouncilControl NONE = new CouncilControl(Optional.empty());

    static CouncilControl by(String party) {
        return new CouncilControl(Optional.of(party));
    }
}
