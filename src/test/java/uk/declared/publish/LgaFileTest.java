package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** A real council's file of ten years, counted by SPARQL; the expected figures were counted in the file by other means. */
class LgaFileTest {
    private static final Path FILE = Samples.path("lga/trafford-2016-2026.csv");
    private static final String LE = "PREFIX le: <https://w3id.org/local-elections#> "
            + "PREFIX code: <https://w3id.org/local-elections/code/> ";

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void publish() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        deployment.publisher().publish(Submission.open(FILE), ReadOptions.NONE, Source.COUNCIL);
    }

    @AfterAll
    static void close() {
        if (deployment != null) {
            deployment.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    contests | 180 | SELECT (COUNT(*) AS ?n) { ?c a le:Contest }
                    ordinary local | 168 | SELECT (COUNT(*) AS ?n) { ?c le:office <https://w3id.org/local-elections/code/office/councillor> ; le:contestType <https://w3id.org/local-elections/code/contest-type/ordinary> }
                    local by-elections | 5 | SELECT (COUNT(*) AS ?n) { ?c le:office <https://w3id.org/local-elections/code/office/councillor> ; le:contestType <https://w3id.org/local-elections/code/contest-type/by-election> }
                    parliamentary | 6 | SELECT (COUNT(*) AS ?n) { ?c le:office <https://w3id.org/local-elections/code/office/mp> ; le:contestType <https://w3id.org/local-elections/code/contest-type/ordinary> }
                    parliamentary by-elections | 1 | SELECT (COUNT(*) AS ?n) { ?c le:office <https://w3id.org/local-elections/code/office/mp> ; le:contestType <https://w3id.org/local-elections/code/contest-type/by-election> }
                    candidacies | 1014 | SELECT (COUNT(*) AS ?n) { ?c a le:Candidacy }
                    elected | 228 | SELECT (COUNT(*) AS ?n) { ?c le:elected true }
                    votes | 1053842 | SELECT (SUM(?v) AS ?n) { ?c le:votes ?v }
                    rejected: official mark | 24 | SELECT (SUM(?p) AS ?n) { ?r le:ground <https://w3id.org/local-elections/code/rejection-ground/official-mark> ; le:ballotPapers ?p }
                    rejected: too many votes | 481 | SELECT (SUM(?p) AS ?n) { ?r le:ground <https://w3id.org/local-elections/code/rejection-ground/too-many-votes> ; le:ballotPapers ?p }
                    rejected: identification | 82 | SELECT (SUM(?p) AS ?n) { ?r le:ground <https://w3id.org/local-elections/code/rejection-ground/identification> ; le:ballotPapers ?p }
                    rejected: unmarked or void | 2580 | SELECT (SUM(?p) AS ?n) { ?r le:ground <https://w3id.org/local-elections/code/rejection-ground/unmarked-or-void> ; le:ballotPapers ?p }
                    rejected in part | 8 | SELECT (SUM(?p) AS ?n) { ?c le:rejectedInPart ?p }
                    silent on rejected papers | 46 | SELECT (COUNT(*) AS ?n) { ?c a le:Contest FILTER NOT EXISTS { ?c le:rejection ?r } FILTER NOT EXISTS { ?c le:rejectedInPart ?p } }
                    distinct areas | 44 | SELECT (COUNT(DISTINCT ?a) AS ?n) { ?c a le:Contest ; le:statisticalGeography ?a }
                    contests with an area | 180 | SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a le:Contest ; le:statisticalGeography ?a }
                    contests that say how many seats | 0 | SELECT (COUNT(*) AS ?n) { ?c le:seats ?s }
                    seats filled | 228 | SELECT (SUM(?s) AS ?n) { ?c le:seatsFilled ?s }
                    by-elections by identifier | 6 | SELECT (COUNT(*) AS ?n) { ?c a le:Contest FILTER CONTAINS(STR(?c), ".by.") }
                    contests with a warning on votes and rejected papers | 38 | SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c le:declaration/<http://www.w3.org/ns/dqv#hasQualityAnnotation>/<http://www.w3.org/ns/oa#hasBody> <https://w3id.org/local-elections/rule/W515> }
                    graphs of contests | 180 | SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?c a le:Contest } }
                    """)
    void countedOverTheStore(String what, long expected, String query) {
        assertThat(number(query)).as(what).isEqualTo(expected);
    }

    @Test
    void aPartyByHttpAndByHttpsIsOneParty() {
        assertThat(number("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a le:Party FILTER STRENDS(STR(?p), '/PP63') }"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?c le:party ?p FILTER CONTAINS(SUBSTR(STR(?p), 5), 'http') }"))
                .isZero();
    }

    @Test
    void publishingTheFileAgainChangesNothing() throws Exception {
        Publication again = deployment.publisher().publish(Submission.open(FILE), ReadOptions.NONE, Source.COUNCIL);

        assertThat(again.published()).isEmpty();
        assertThat(again.unchanged()).hasSize(180);
    }

    private static long number(String query) {
        List<Long> numbers = new ArrayList<>();
        deployment.store().select(QueryFactory.create(LE + query), Map.of(), rows -> {
            rows.forEachRemaining(row -> numbers.add(Long.parseLong(row.get("n").getLiteralLexicalForm())));
            return numbers;
        });
        return numbers.get(0);
    }
}
