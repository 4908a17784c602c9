package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import uk.declared.web.Site;

/** What the published descriptions of the data say. */
final class ReadData {
    private ReadData() {}

    static Graph turtle(Site site, String path) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "text/turtle");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return RDFParser.fromString(Site.text(response), Lang.TURTLE).toGraph();
    }

    static long number(Graph graph, String query) {
        try (QueryExec exec = QueryExec.graph(graph).query(query).build()) {
            RowSet rows = exec.select();
            return Long.parseLong(rows.next().get("n").getLiteralLexicalForm());
        }
    }
}
