package uk.declared.web.settings;

import java.util.Optional;

/**
 * One value that an operator may set, as it holds.
 *
 * @param name such as {@code declared.sparql.time-limit}
 * @param value that holds; empty where none is set
 * @param origin where it comes from; absent where it is the program's own
 * @param problem what is wrong with it, in one sentence; absent where nothing is
 */
public record Setting(String name, String value, Optional<String> origin, Optional<String> problem) {}
