package uk.declared.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.report.Place;

/**
 * Where every value of one contest came from. Values are named by the local name of the property that states them, such
 * as {@code votes}.
 */
public final class SourceMap {
    private record Key(Part part, String property) {}

    /** A place, and the text that stands there. */
    public record Cell(Place place, String text) {}

    private final Map<Key, Cell> cells;
    private final Map<Part, Place> places;

    private SourceMap(Builder builder) {
        this.cells = Map.copyOf(builder.cells);
        this.places = Map.copyOf(builder.places);
    }

    /** The cell of a value, where the source has one. */
    public Optional<Cell> cell(Part part, String property) {
        return Optional.ofNullable(cells.get(new Key(part, property)));
    }

    /** The place of a part as a whole: the row of a candidacy, the first row of a contest. */
    public Optional<Place> place(Part part) {
        return Optional.ofNullable(places.get(part));
    }

    /** Gathers the places while a contest is read. */
    public static final class Builder {
        private final Map<Key, Cell> cells = new HashMap<>();
        private final Map<Part, Place> places = new HashMap<>();

        /** Notes a value's cell; the first of several stays. */
        public Builder cell(Part part, String property, Place place, String text) {
            cells.putIfAbsent(new Key(part, property), new Cell(place, text));
            return this;
        }

        /** Notes the place of a part; the first of several stays. */
        public Builder place(Part part, Place place) {
            places.putIfAbsent(part, place);
            return this;
        }

        public SourceMap build() {
            return new SourceMap(this);
        }
    }
}
