package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.Uris;

/** One table of reference data, read and checked completely: what a dated named graph is made from. */
public interface ReferenceRelease {
    /** What it is, and how it stands to other releases. */
    Facts facts();

    /**
     * What a release is, and how it stands to others of its kind.
     *
     * @param name the last part of the graph's name, such as {@code history-2024-05-02}; equal for what stands in each other's place
     * @param things how many areas, changes or parties it tells of
     * @param thingsAre what it tells of, in the plural, for messages: “areas”
     * @param table the path of the table within a ZIP file; empty where the file is the table
     * @param leftOut what was left out of it and why, in whole sentences
     * @param superseded whether an earlier release, by its name, is no longer to be seen once this one is there
     * @param first whether the names that another release gives to things stand before the names that this one gives
     * @param namesThings whether it gives names to things, so that it has to be settled whose name comes first
     * @param source who publishes it
     */
    record Facts(
            ReferenceKind kind,
            String name,
            int things,
            String thingsAre,
            String table,
            List<String> leftOut,
            Predicate<String> superseded,
            Predicate<String> first,
            boolean namesThings,
            Source source) {
        /** Those of a whole file that leaves nothing out, stands beside all others and does not say whose it is. */
        static Facts of(ReferenceKind kind, String name, int things, String thingsAre) {
            return new Facts(
                    kind, name, things, thingsAre, "", List.of(), none -> false, none -> false, true, Source.UNSTATED);
        }

        Facts table(String path) {
            return new Facts(kind, name, things, thingsAre, path, leftOut, superseded, first, namesThings, source);
        }

        Facts leavingOut(List<String> what) {
            return new Facts(kind, name, things, thingsAre, table, what, superseded, first, namesThings, source);
        }

        Facts superseding(Predicate<String> earlier) {
            return new Facts(kind, name, things, thingsAre, table, leftOut, earlier, first, namesThings, source);
        }

        Facts yieldingTo(Predicate<String> others) {
            return new Facts(kind, name, things, thingsAre, table, leftOut, superseded, others, namesThings, source);
        }

        /** Names and kinds of areas are those of the history and of the register of entities, where these are there. */
        Facts yieldingToHistory() {
            return yieldingTo(other -> other.startsWith("history-") || other.startsWith("entities"));
        }

        Facts namingNothing() {
            return new Facts(kind, name, things, thingsAre, table, leftOut, superseded, first, false, source);
        }

        Facts from(Source whose) {
            return new Facts(kind, name, things, thingsAre, table, leftOut, superseded, first, namesThings, whose);
        }
    }

    default ReferenceKind kind() {
        return facts().kind();
    }

    default String name() {
        return facts().name();
    }

    default String table() {
        return facts().table();
    }

    default int things() {
        return facts().things();
    }

    default String thingsAre() {
        return facts().thingsAre();
    }

    default List<String> leftOut() {
        return facts().leftOut();
    }

    default boolean supersedes(String earlier) {
        return facts().superseded().test(earlier);
    }

    default boolean yieldsTo(String other) {
        return facts().first().test(other);
    }

    default boolean namesThings() {
        return facts().namesThings();
    }

    default Source source() {
        return facts().source();
    }

    /** What it says, a few triples at a time. */
    Stream<Triple> triples(Uris uris);

    /**
     * The same, of a release that holds for the day of its import where it names no other.
     *
     * @param imported the day of the import
     */
    default Stream<Triple> triples(Uris uris, LocalDate imported) {
        return triples(uris);
    }

    /** Descriptions of what results describe too, by the data set in which they do: parties, councils. */
    default Map<String, List<Triple>> shared(Uris uris) {
        return Map.of();
    }

    /** A publisher of reference data, by its own name and address, and its usual licence; each is empty where it is not known. */
    record Source(String name, String uri, String licence) {
        /** Of what does not say whose it is, or under what licence. */
        static final Source UNSTATED = new Source("", "", "");

        static final String OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
        static final Source ONS =
                new Source("Office for National Statistics", "https://www.ons.gov.uk/methodology/geography", OGL);

        static final Source NOMIS =
                new Source("Office for National Statistics", "https://www.nomisweb.co.uk/sources/census", OGL);

        /** Whether the licence is known that it usually publishes under. */
        public boolean hasLicence() {
            return !licence.isEmpty();
        }
    }
}
