package uk.declared.export;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table of candidacies.
 *
 * @param heading as readers of the layout know it
 * @param value what stands in it on the row of a candidacy; absent where nothing is said
 */
record CsvColumn(String heading, Function<Line, Optional<String>> value) {}
