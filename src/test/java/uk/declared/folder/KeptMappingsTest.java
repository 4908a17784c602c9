package uk.declared.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.submission.column.ColumnMapping;

/** A council's mappings, of which each is for one table of its own. */
class KeptMappingsTest {
    @TempDir
    private Path folder = Path.of("");

    private static ColumnMapping mapping(String title, String ward, String votes) {
        return new ColumnMapping(
                title,
                Optional.of("trafford"),
                Map.of(ward, "area_name", "Candidate", "name_on_ballot_paper", "Tally", votes),
                Map.of(),
                Map.of("elected", Map.of("Successful", "true")));
    }

    @Test
    void mappingsOfDifferentHeadingsAreKeptBesideEachOther() throws IOException {
        KeptMappings kept = new KeptMappings(folder);
        kept.keep(mapping("parishes", "Parish Ward", "votes"));
        kept.keep(mapping("wards", "Ward", "votes"));

        assertThat(kept.of("trafford")).extracting(ColumnMapping::title).containsExactly("parishes", "wards");
        assertThat(kept.of("trafford").get(1).translations()).containsKey("elected");
        assertThat(kept.councils()).containsExactly("trafford");
        assertThat(kept.of("bury")).isEmpty();
    }

    @Test
    void aMappingOfTheSameHeadingsTakesTheEarliersPlace() throws IOException {
        KeptMappings kept = new KeptMappings(folder);
        kept.keep(mapping("first", "Ward", "votes"));
        kept.keep(mapping("other", "Parish Ward", "votes"));
        kept.keep(mapping("corrected", "Ward", "electorate"));

        assertThat(kept.of("trafford")).extracting(ColumnMapping::title).containsExactly("corrected", "other");
    }
}
