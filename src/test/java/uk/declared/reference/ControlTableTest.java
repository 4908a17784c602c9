package uk.declared.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** Tables of who controls councils, and of who sits on them, as Open Council Data has them. */
class ControlTableTest {
    private static final Path HISTORY = Samples.path("composition/history2016-2025.csv");
    private static final Path ROSTER = Samples.path("composition/opencouncildata_councillors_2024.csv");
    private static final String HEADINGS =
            "id,council id,authority,year,total,con,lab,ld,green,ukip,ref,pc,snp,other,majority\n";

    @TempDir
    private Path folder;

    private List<ReferenceRelease> read(String text, String name) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return ReferenceImporter.read(ReferenceKind.COMPOSITION, file, name);
    }

    private List<Triple> triples(String row) throws Exception {
        return read(HEADINGS + row + "\n", "control.csv")
                .get(0)
                .triples(new Uris("http://x"))
                .toList();
    }

    private static List<String> objects(List<Triple> triples, String property) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(Vocabulary.term(property)))
                .map(Triple::getObject)
                .map(ControlTableTest::last)
                .sorted()
                .toList();
    }

    private static String last(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "Con, majority, PP52",
        "Con plurality, plurality, ''",
        "CON min, minority, PP52",
        "CON Mayor, mayor, PP52",
        "CON/LD/GRN, partnership, PP52 PP63 PP90",
        "LD/GRN min, minority, PP63 PP90",
        "TBD, to-be-decided, ''"
    })
    void theWordsOfATableBecomeCodes(String words, String state, String controllers) throws Exception {
        List<Triple> triples = triples("3,165,Adur,2016,29,15,3,2,1,0,0,0,0,8," + words);

        assertThat(objects(triples, "controlState")).containsExactly(state);
        assertThat(String.join(" ", objects(triples, "controlledBy"))).isEqualTo(controllers);
        assertThat(objects(triples, "controlAsGiven")).containsExactly(words);
        assertThat(objects(triples, "controlYear")).containsExactly("2016");
        assertThat(objects(triples, "seatsHeld")).containsExactlyInAnyOrder("15", "3", "2", "1", "8");
    }

    @Test
    void whoIsNamedAloneWithoutHalfTheSeatsHasNoMajorityThatAnybodyStated() throws Exception {
        assertThat(objects(triples("1,1,Havering,2016,54,22,1,0,0,7,0,0,0,24,Other"), "controlState"))
                .isEmpty();
    }

    @Test
    void greenIsAnotherPartyInScotland() throws Exception {
        assertThat(objects(triples("1,1,Aberdeenshire,2016,68,16,2,10,1,0,0,0,25,14,SNP plurality"), "affiliation"))
                .contains("PP130")
                .doesNotContain("PP63");
    }

    @Test
    void seatsThatDoNotMakeUpTheTotalAreLeftOutAndSaid() throws Exception {
        ReferenceRelease release = read(HEADINGS + "3,165,Adur,2016,30,15,3,0,0,8,0,0,0,3,Con\n", "control.csv")
                .get(0);

        assertThat(objects(release.triples(new Uris("http://x")).toList(), "seatsHeld"))
                .isEmpty();
        assertThat(release.leftOut()).singleElement().asString().contains("1 rows");
    }

    @Test
    void theRealTableIsReadToTheLastRow() throws Exception {

        ReferenceRelease release = ReferenceImporter.read(ReferenceKind.COMPOSITION, HISTORY, "history2016-2025.csv")
                .get(0);
        List<Triple> triples = release.triples(new Uris("http://x")).toList();

        assertThat(release.name()).isEqualTo("control-2016-2025");
        assertThat(release.things())
                .as(
                        "3,881 rows, less those of councils whose name in the table is not known: Shetland, Buckinghamshire CC")
                .isBetween(3871, 3881);
        assertThat(triples.stream()
                        .filter(triple -> triple.getPredicate().equals(Vocabulary.term("controlState")))
                        .map(triple -> last(triple.getObject()))
                        .filter("plurality"::equals))
                .as("439 + 223 + 136 + 108 + 70 + 19 + 16 by the words, less those of the councils that are not known")
                .hasSizeBetween(1001, 1011);
    }

    @Test
    void aTableNamedByAYearIsOfTheDayOnWhichThatYearsCouncillorsCameIn() throws Exception {
        ReferenceRelease release = read(
                        "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n"
                                + "Trafford,Timperley,Ann Able,2026-05-07,Independent / Other,\n",
                        "councillors_2024.csv")
                .get(0);

        assertThat(release.name()).isEqualTo("trafford-2024-05-06");
        assertThat(objects(release.triples(new Uris("http://x")).toList(), "standing"))
                .as("either, and which is not said")
                .containsExactly("not-stated");
    }

    @Test
    void everyCouncilOfTheRealRosterIsKnown() throws Exception {
        assumeThat(Files.exists(ROSTER))
                .as("The folder shared/data with the real files is not here")
                .isTrue();

        List<ReferenceRelease> releases =
                ReferenceImporter.read(ReferenceKind.COMPOSITION, ROSTER, "opencouncildata_councillors_2024.csv");

        assertThat(releases).hasSize(382).allMatch(release -> release.name().endsWith("-2024-05-06"));
        assertThat(releases.stream().mapToInt(ReferenceRelease::things).sum()).isEqualTo(19_202);
        assertThat(releases.get(0).leftOut()).isEmpty();
    }
}
