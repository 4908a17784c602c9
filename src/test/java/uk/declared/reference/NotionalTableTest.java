package uk.declared.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/** A table of notional results; all of it is made up. */
class NotionalTableTest {
    private static final String HEADINGS =
            "Council,Polling Day,Notional For,Ward Name,Ward Code,Party Name,Party ID,Seats,Votes,Source,Source URL,Published\n";
    private static final String START = "Trafford,2023-05-04,02/05/2019,North,E05015201,";
    private static final String END = ",Example University,https://www.example.org/notional,2023-03-01\n";

    @TempDir
    private Path folder;

    private List<ReferenceRelease> read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("notional.csv"), text);
        return ReferenceImporter.read(ReferenceKind.NOTIONAL, file, "notional.csv");
    }

    private static Map<String, String> of(List<Triple> triples, String subject) {
        return triples.stream()
                .filter(triple ->
                        triple.getSubject().getURI().equals("http://x/id/area/E05015201/notional/2019-05-02" + subject))
                .filter(triple -> triple.getPredicate().getURI().startsWith(Vocabulary.NAMESPACE))
                .collect(Collectors.toMap(
                        triple -> triple.getPredicate().getLocalName(),
                        triple -> last(triple.getObject()),
                        (one, other) -> one + " " + other));
    }

    private static String last(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : Uris.lastPart(node);
    }

    /** 600 of 600 + 400 + 200 votes are 50 per cent, 400 are 33.33, 200 are 16.67. */
    @Test
    void eachRowIsWhatOnePartyIsReckonedToHaveHadInAWard() throws Exception {
        ReferenceRelease release = read(HEADINGS
                        + START + "Labour Party,PP53,2,600" + END
                        + START + "Green Party,PP63,0,400" + END
                        + START + "Independent,,0,200" + END)
                .get(0);

        assertThat(release.name()).isEqualTo("trafford-2023-05-04");
        assertThat(release.things()).as("wards").isEqualTo(1);
        assertThat(release.source().name()).isEqualTo("Example University");
        List<Triple> triples = release.triples(new Uris("http://x")).toList();
        assertThat(of(triples, ""))
                .containsEntry("notionalFor", "local.trafford.2019-05-02")
                .containsEntry("baselineFor", "local.trafford.2023-05-04")
                .containsEntry("resultBasis", "notional")
                .containsEntry("electoralArea", "E05015201");
        assertThat(of(triples, "/PP53"))
                .containsEntry("affiliation", "PP53")
                .containsEntry("estimatedSeats", "2")
                .containsEntry("estimatedVoteShare", "50.0");
        assertThat(of(triples, "/PP63"))
                .containsEntry("estimatedSeats", "0")
                .containsEntry("estimatedVoteShare", "33.33");
        assertThat(of(triples, "/independent"))
                .containsEntry("affiliation", "independent")
                .containsEntry("estimatedVoteShare", "16.67");
    }

    @Test
    void votesThatAreNotGivenForEveryPartyHaveNoShare() throws Exception {
        List<Triple> triples = read(HEADINGS
                        + START + "Labour Party,PP53,1,812.5" + END
                        + START + "Green Party,PP63,1," + END)
                .get(0)
                .triples(new Uris("http://x"))
                .toList();

        assertThat(of(triples, "/PP53"))
                .containsEntry("estimatedVotes", "812.5")
                .doesNotContainKey("estimatedVoteShare");
        assertThat(of(triples, "/PP63")).doesNotContainKey("estimatedVotes");
    }

    @Test
    void eachCouncilAndPollingDayIsAReleaseOfItsOwn() throws Exception {
        assertThat(read(HEADINGS
                        + START + "Labour Party,PP53,1," + END
                        + START.replace("Trafford", "Bury") + "Labour Party,PP53,1," + END
                        + START.replace("2023-05-04", "2022-05-05") + "Labour Party,PP53,1," + END
                        + START.replace("Trafford", "Nowhere") + "Labour Party,PP53,1," + END))
                .extracting(ReferenceRelease::name, ReferenceRelease::leftOut)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "trafford-2023-05-04", List.of("1 rows of councils that are not known: Nowhere.")),
                        org.assertj.core.groups.Tuple.tuple("bury-2023-05-04", List.of()),
                        org.assertj.core.groups.Tuple.tuple("trafford-2022-05-05", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-05-02,2019-05-02,North,E05015201,Labour,PP53,1,,Uni,,  | row 2: the election that was worked out again, of 2019-05-02, is not before",
                "2023-05-04,soon,North,E05015201,Labour,PP53,1,,Uni,,        | row 2: “soon” in the column notionalfor is not a day",
                "2023-05-04,2019-05-02,,,Labour,PP53,1,,Uni,,                | row 2: there is neither the name of a ward nor its code",
                "2023-05-04,2019-05-02,North,,,,1,,Uni,,                     | row 2: there is neither a party's name nor its identifier",
                "2023-05-04,2019-05-02,North,,Labour,PP53,,,Uni,,            | row 2: the seats of “Labour” are no whole number",
                "2023-05-04,2019-05-02,North,,Labour,PP53,1.5,,Uni,,         | row 2: the seats of “Labour” are no whole number",
                "2023-05-04,2019-05-02,North,,Labour,PP53,1,many,Uni,,       | row 2: “many” in the column votes is no number of votes",
                "2023-05-04,2019-05-02,North,,Labour,PP53,0,,Uni,,           | row 2: nobody is said to have won a seat in North",
                "2023-05-04,2019-05-02,North,,Labour,PP53,1,,,,              | row 2: it is not said who worked the results out",
                "2023-05-04,2019-05-02,North,,Labour,PP53,1,,Uni,see page 3, | row 2: “see page 3” in the column sourceurl is no web address"
            })
    void whatCannotBeUsedIsRefusedWithItsRow(String row, String message) {
        assertThatThrownBy(() -> read(HEADINGS + "Trafford," + row + "\n"))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theSamePartyTwiceInAWardIsRefused() {
        assertThatThrownBy(() -> read(HEADINGS + START + "Labour Party,PP53,1," + END + START + "Labour,PP53,1," + END))
                .hasMessageContaining("row 3: row 2 is of the same party in the same ward");
    }

    @Test
    void twoSourcesOfOneCouncilAndDayAreRefused() {
        assertThatThrownBy(() -> read(HEADINGS
                        + START + "Labour Party,PP53,1," + END
                        + START + "Green Party,PP63,1," + END.replace("Example University", "Another")))
                .hasMessageContaining("row 3: the earlier election, who worked it out");
    }

    @Test
    void aTableWithoutASourceIsAskedForOne() {
        assertThatThrownBy(() -> read("Council,Polling Day,Notional For,Ward,Party,Seats,Sorce\nTrafford,,,,,,\n"))
                .hasMessageContaining("has no column “Source”. Add it. If “Sorce” is that column, call it so.");
    }
}
