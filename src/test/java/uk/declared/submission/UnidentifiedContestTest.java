package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/**
 * A contest that cannot be identified is said to be none, right after what is wrong with it: so that what is wrong is never
 * taken for a fault of its neighbour's. Whatever the format, and wherever it stands.
 */
class UnidentifiedContestTest {
    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> readersAndPlaces() {
        Map<String, FilesOfWards.Maker> makers = new LinkedHashMap<>();
        makers.put("LGA", (wards, folder) -> FilesOfWards.text(wards, FilesOfWards::lga));
        makers.put("LGA without a day", (wards, folder) -> FilesOfWards.text(wards, FilesOfWards::lgaDay));
        makers.put("template", (wards, folder) -> FilesOfWards.text(wards, FilesOfWards::template));
        makers.put("Democracy Club", (wards, folder) -> FilesOfWards.text(wards, FilesOfWards::democracyClub));
        makers.put("mapping", FilesOfWards::mapped);
        makers.put("workbook of one table", FilesOfWards::oneSheet);
        makers.put("workbook of tables", FilesOfWards::sheets);
        makers.put("GLA form", FilesOfWards::forms);
        makers.put("modern.gov", FilesOfWards::modernGov);
        makers.put("RDF", FilesOfWards::rdf);
        makers.put("archive", FilesOfWards::archive);
        makers.put("Democracy Club's JSON", FilesOfWards::democracyClubJson);
        makers.put("Northern Ireland's tables", FilesOfWards::countTables);
        makers.put("Northern Ireland's tables without an account", FilesOfWards::countsWithoutAccount);
        makers.put("LEAP", FilesOfWards::leap);
        makers.put("handbook", FilesOfWards::handbook);
        List<Arguments> all = new ArrayList<>();
        makers.forEach((name, maker) -> {
            all.add(Arguments.of(name, maker, List.of(FilesOfWards.BAD, "Hale", "Bowdon")));
            all.add(Arguments.of(name, maker, List.of("Hale", FilesOfWards.BAD, "Bowdon")));
            all.add(Arguments.of(name, maker, List.of("Hale", "Bowdon", FilesOfWards.BAD)));
        });
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("readersAndPlaces")
    void whatIsWrongIsItsOwnAndNoNeighbours(String name, FilesOfWards.Maker maker, List<String> wards)
            throws IOException {
        Reading reading = maker.read(wards, folder);

        assertThat(story(reading)).as(name + " " + reading.rules()).isEqualTo(expected(wards));
    }

    /** RDF has no order; its contests come as the document's index has them. */
    private static List<String> expected(List<String> wards) {
        List<String> expected = new ArrayList<>();
        wards.forEach(
                ward -> expected.addAll(ward.equals(FilesOfWards.BAD) ? List.of("wrong", "none") : List.of(ward)));
        return expected;
    }

    private static List<String> story(Reading reading) {
        List<String> story = new ArrayList<>();
        for (Object event : reading.events()) {
            String said = event instanceof SubmittedContest contest
                    ? contest.result().area().name()
                    : event instanceof UnidentifiedContest
                            ? "none"
                            : event instanceof Finding finding && finding.severity() == Severity.VIOLATION
                                    ? "wrong"
                                    : "";
            if (!said.isEmpty()
                    && !(said.equals("wrong")
                            && !story.isEmpty()
                            && story.get(story.size() - 1).equals(said))) {
                story.add(said);
            }
        }
        return story;
    }
}
