package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.folder.DataFolderException;
import uk.declared.publish.Publication;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** A data folder into which reference data is imported, as the tests of it need it. */
abstract class WithReferences {
    static final String HEADINGS = "GEOGCD,GEOGNM,GEOGNMW,OPER_DATE,TERM_DATE,PARENTCD,ENTITYCD,STATUS\n";
    static final String COUNCIL = "E08000009,Trafford,,01/01/2009,,E12000002,E08,live\n";
    static final String REGION = "E12000002,North West,,01/01/2009,,E92000001,E12,live\n";
    static final String WARD = "E05015239,Altrincham,,04/05/2023,,E08000009,E05,live\n";

    static final String RESULT =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,party_name,votes,elected\n"
                    + "trafford,2024-05-02,E05015239,Old Altrincham,Ann,PP63,The Greens,500,true\n";

    @TempDir
    Path temporary;

    Path data;

    @BeforeEach
    void nameTheFolder() {
        data = temporary.resolve("data");
    }

    Deployment open() throws DataFolderException {
        return Deployment.open(data, Optional.empty());
    }

    List<Imported> geography(Deployment deployment, String table) throws Exception {
        Path file = temporary.resolve("history.csv");
        Files.writeString(file, table);
        return deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);
    }

    void publishResult(Deployment deployment) throws Exception {
        Path file = temporary.resolve("result.csv");
        Files.writeString(file, RESULT);
        Publication publication =
                deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
        assertThat(publication.refused()).isFalse();
    }

    /** The values of a property of a thing, in the union of all graphs. */
    static List<String> values(Deployment deployment, String thing, String property) {
        return deployment
                .store()
                .select(
                        QueryFactory.create("SELECT DISTINCT ?value { ?thing ?property ?value } ORDER BY ?value"),
                        Map.of(
                                "thing", NodeFactory.createURI("http://localhost:8080/id/" + thing),
                                "property", NodeFactory.createURI(property)),
                        WithReferences::texts);
    }

    private static List<String> texts(RowSet rows) {
        return rows.stream()
                .map(row -> row.get("value"))
                .map((Node node) -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
    }
}
