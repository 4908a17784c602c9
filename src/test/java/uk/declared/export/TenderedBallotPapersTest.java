package uk.declared.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import uk.declared.election.ContestResult;
import uk.declared.election.ElectionId;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.Vocabulary;

/** A figure that stands in the ontology and in one line of the template's description goes all the way. */
class TenderedBallotPapersTest {
    private static final String SENT =
            "council,polling_date,area_code,area_name,tendered_ballot_papers,name_on_ballot_paper,"
                    + "votes,elected\n"
                    + "stockport,2024-05-02,E05099001,Upper Vale,3,Ann Adams,1533,true\n"
                    + "stockport,2024-05-02,E05099001,Upper Vale,3,Bob Baker,1462,false\n";

    @Test
    void tenderedPapersAreReadStatedAndHandedOut() {
        ContestResult result = RoundTrip.read(SENT).contests().get(0);

        assertThat(result.account().further()).containsEntry("tenderedBallotPapers", 3);
        assertThat(new ContestMapper(RoundTrip.URIS).map(result).result())
                .filteredOn(triple -> triple.predicateMatches(Vocabulary.term("tenderedBallotPapers")))
                .extracting(Triple::getObject)
                .singleElement()
                .satisfies(value -> assertThat(value.getLiteralLexicalForm()).isEqualTo("3"));
        String table = RoundTrip.export(
                List.of(result),
                RoundTrip.URIS.election(ElectionId.of(result.body(), result.office(), result.pollingDate())),
                CsvLayout.TEMPLATE);
        assertThat(CsvReader.builder().ofNamedCsvRecord(table).stream()
                        .map((NamedCsvRecord row) -> row.getField("tendered_ballot_papers")))
                .containsExactly("3", "3");
    }
}
