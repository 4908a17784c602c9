package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.declared.Samples;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.report.RuleTexts;
import uk.declared.report.Severity;

/** What is written as RDF says the same when it is read again, in every syntax and below every base. */
class RdfRoundTripTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/declared/examples");
    private static final Uris OURS = new Uris("http://localhost:8080");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void theExamplesAreTheSame(RdfSyntax syntax) throws IOException {
        for (String day : List.of("2023-05-04", "2024-05-02")) {
            isTheSame(EXAMPLES.resolve("trafford-" + day + ".csv"), syntax, "http://localhost:8080");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lga/trafford-2016-2026.csv, TURTLE, http://localhost:8080",
        "lga/trafford-2016-2026.csv, JSON_LD, http://localhost:8080",
        "lga/trafford-2016-2026.csv, RDF_XML, https://results.example.org",
        "lga/trafford-2016-2026.csv, N_QUADS, https://results.example.org/a",
        "democracyclub/results-2018-05-03-nine-elections.csv, TRIG, http://localhost:8080",
        "democracyclub/results-2018-05-03-nine-elections.csv, N_TRIPLES, https://results.example.org",
        "stv/scotland-2017/five-councils.csv, TURTLE, https://results.example.org"
    })
    void theSamplesAreTheSame(String sample, RdfSyntax syntax, String base) throws IOException {
        isTheSame(Samples.needed(sample), syntax, base);
    }

    @Test
    void theStagesOfACountAreTheSame() throws IOException {
        Path table = Files.writeString(folder.resolve("count.csv"), StageTableTest.INVENTED);
        assertThat(Reading.of(table)
                        .contests()
                        .get(0)
                        .result()
                        .count()
                        .orElseThrow()
                        .stages())
                .hasSize(3);

        isTheSame(table, RdfSyntax.RDF_XML, "http://localhost:8080");
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void theVotesOfCountingAreasAreTheSame(RdfSyntax syntax) throws IOException {
        Path table = Files.writeString(folder.resolve("parts.csv"), """
                council,polling_date,area_name,seats,counting_area_name,electorate,ballot_papers_cast,rejected_ballot_papers,name_on_ballot_paper,party_id,votes,elected
                trafford,2024-05-02,Altrincham,1,,3000,810,10,Ann Archer,PP53,500,true
                trafford,2024-05-02,Altrincham,1,,3000,810,10,Bob Baker,PP52,300,false
                trafford,2024-05-02,Altrincham,1,North,2000,508,8,Ann Archer,PP53,320,
                trafford,2024-05-02,Altrincham,1,North,2000,508,8,Bob Baker,PP52,180,
                trafford,2024-05-02,Altrincham,1,South,1000,302,2,Ann Archer,PP53,180,
                trafford,2024-05-02,Altrincham,1,South,1000,302,2,Bob Baker,PP52,120,
                """);
        assertThat(Reading.of(table).contests().get(0).result().parts())
                .extracting(part -> part.votes())
                .containsExactly(Map.of(0, 320, 1, 180), Map.of(0, 180, 1, 120));

        isTheSame(table, syntax, "http://localhost:8080");
    }

    private void isTheSame(Path source, RdfSyntax syntax, String base) throws IOException {
        Reading original = Reading.of(source);
        Path written = folder.resolve("written." + syntax.suffix());
        write(original, syntax, new Uris(base), written);

        Reading again = Reading.of(written);

        assertThat(again.findings())
                .filteredOn(finding ->
                        finding.severity() != Severity.WARNING || finding.rule().equals("W099"))
                .as(() -> again.findings().stream()
                        .limit(5)
                        .map(RuleTexts.in(Locale.UK)::message)
                        .toList()
                        .toString())
                .isEmpty();
        assertThat(graphs(again)).isEqualTo(graphs(original));
    }

    private static void write(Reading reading, RdfSyntax syntax, Uris uris, Path to) throws IOException {
        ContestMapper mapper = new ContestMapper(uris);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                RdfStreamWriter writer = RdfStreamWriter.open(syntax, out)) {
            for (SubmittedContest contest : reading.contests()) {
                ContestGraph graph = mapper.map(contest.result());
                writer.write(uris.contestGraph(graph.id()), graph.result());
                graph.shared().forEach((name, triples) -> writer.write(uris.data(name), triples));
            }
        }
    }

    /** The canonical graphs of all contests, by their identifiers. */
    private static Map<String, String> graphs(Reading reading) {
        ContestMapper mapper = new ContestMapper(OURS);
        Map<String, String> graphs = new TreeMap<>();
        for (SubmittedContest contest : reading.contests()) {
            ContestGraph graph = mapper.map(contest.result());
            Optional<String> before =
                    Optional.ofNullable(graphs.put(graph.id().value(), CanonicalTriples.write(graph.result())));
            assertThat(before).as("a contest that is there twice").isEmpty();
        }
        return graphs;
    }
}
