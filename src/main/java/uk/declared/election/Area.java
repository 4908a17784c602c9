package uk.declared.election;

import java.util.Optional;

/**
 * The electoral area of a contest, as its source names it.
 *
 * @param code its GSS code, where the source gives one or it was found
 * @param name its name as the source spells it
 */
public record Area(Optional<GssCode> code, String name) {}
