package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** Graphs by their names, as SPARQL 1.1 Graph Store Protocol reads them. */
@ExtendWith(WithSite.class)
class GraphFilesTest {
    private final Site site;

    GraphFilesTest(Site site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(strings = {Site.ALTRINCHAM, Site.ALTRINCHAM + "/statistics", "/data/geography/areas-e05000819"})
    void aGraphIsReadByItsNameAsTheDumpHasIt(String path) throws IOException {
        DatasetGraph dump =
                DumpFilesTest.unpacked(site.get("/data/dumps/all.nq.gz").body());
        Node name = NodeFactory.createURI("http://localhost:8080" + path);

        assertThat(ReadData.turtle(site, "/rdf-graphs/service?graph=" + name.getURI())
                        .find()
                        .toSet())
                .isNotEmpty()
                .isEqualTo(dump.getGraph(name).find().toSet());
        assertThat(ReadData.turtle(site, path).find().toSet())
                .containsAll(dump.getGraph(name).find().toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    ?graph=http://localhost:8080/data/nothing, 404",
        "GET,    ?graph=councils,                          400",
        "GET,    '',                                       400",
        "GET,    ?default,                                 403",
        "PUT,    ?graph=http://localhost:8080/data/record, 405",
        "DELETE, ?graph=http://localhost:8080/data/record, 405",
        "HEAD,   ?graph=http://localhost:8080/data/record, 200"
    })
    void graphsCanOnlyBeReadOneByOne(String method, String query, int status) {
        assertThat(site.send(method, "/rdf-graphs/service" + query).statusCode())
                .isEqualTo(status);
    }
}
