package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.Uris;

/** One table of reference data, read and checked completely: what a dated named graph is made from. */
public interface ReferenceRelease {
    ReferenceKind kind();

    /** The last part of the graph's name, such as {@code history-2024-05-02}; equal for what stands in each other's place. */
    String name();

    /** The path of the table within a ZIP file; empty where the file is the table. */
    String table();

    /** How many areas, changes or parties it tells of. */
    int things();

    /** What it tells of, in the plural, for messages: “areas”. */
    String thingsAre();

    /** What was left out of it and why, in whole sentences. */
    List<String> leftOut();

    /** Whether an earlier release, by its name, is no longer to be seen once this one is there. */
    boolean supersedes(String earlier);

    /** Whether the names that another release gives to things stand before the names that this one gives. */
    boolean yieldsTo(String other);

    /** Whether it gives names to things, so that it has to be settled whose name comes first. */
    default boolean namesThings() {
        return true;
    }

    /** Who publishes it. */
    Source source();

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

    /** A publisher of reference data, by its own name and address. */
    record Source(String name, String uri, String licence) {
        /** Of what does not say whose it is, or under what licence. */
        static final Source UNSTATED = new Source("", "", "");

        static final String OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
        static final Source ONS =
                new Source("Office for National Statistics", "https://www.ons.gov.uk/methodology/geography", OGL);

        static final Source NOMIS =
                new Source("Office for National Statistics", "https://www.nomisweb.co.uk/sources/census", OGL);

        /** Whether the publisher and the licence are known. */
        public boolean isStated() {
            return !uri.isEmpty();
        }
    }
}
