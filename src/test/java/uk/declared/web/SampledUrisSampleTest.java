package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * Asks for URIs that real data mint: ten years' results of a council, a table of the census, boundaries and the register of parties. Of each
 * kind of URI as many are asked for as can be in a few seconds, spread evenly over all of them.
 */
class SampledUrisSampleTest {
    private static final Path RESULTS = Samples.path("lga/trafford-2016-2026.csv");
    private static final Path BOUNDARIES = Samples.path("boundaries/trafford-wards-2023.geojson");
    private static final Path CENSUS = Samples.path("census/2021_household_tenure_ward_trafford.csv");
    private static final int OF_A_KIND = 12;

    @TempDir
    private Path folder;

    @Test
    void urisOfEveryKindLeadToTriplesAboutThemselves() throws Exception {
        Path parties = Samples.needed("parties/registrations.csv");
        var deployment = Site.open(folder);
        deployment.imports().publish(ReferenceKind.PARTIES, parties);
        deployment.publisher().publish(Submission.open(RESULTS), ReadOptions.NONE, Source.OPERATOR);
        deployment.imports().publish(ReferenceKind.BOUNDARIES, BOUNDARIES);
        deployment.imports().publish(ReferenceKind.CENSUS, CENSUS);
        try (Site site = Site.over(folder, deployment)) {
            DatasetGraph dump = EveryUriTest.published(site);
            Map<String, List<String>> kinds = new TreeMap<>();
            EveryUriTest.uris(dump)
                    .forEach(uri -> kinds.computeIfAbsent(kind(uri), none -> new ArrayList<>())
                            .add(uri));
            Set<String> sample = new TreeSet<>();
            kinds.values().forEach(all -> {
                for (int i = 0; i < OF_A_KIND && i < all.size(); i++) {
                    sample.add(all.get((int) ((long) i * all.size() / Math.min(OF_A_KIND, all.size()))));
                }
            });

            assertThat(kinds).hasSizeGreaterThan(15);
            assertThat(sample).hasSizeGreaterThan(150);
            assertThat(EveryUriTest.faults(site, sample, dump)).isEmpty();
        }
    }

    /** Its path without what names the one thing: two parts from the beginning, and how many there are. */
    private static String kind(String uri) {
        String[] parts = uri.replaceFirst("#.*", "#")
                .substring("http://localhost:8080/".length())
                .split("/");
        String start = parts.length > 1
                ? parts[0] + "/" + (parts[0].equals("id") || parts[0].equals("data") ? parts[1] : "")
                : parts[0];
        return start + " " + parts.length
                + (parts.length > 4 ? " " + parts[parts.length - 2].replaceAll("[^a-z-]", "") : "");
    }
}
