package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a figure that is published to the cell that it was read from, looked up in the file by other means. */
@ExtendWith(WithSite.class)
class CellsTest {
    private static final Path FILE = Path.of("src/main/resources/declared/examples/trafford-2024-05-02.csv");
    private static final Pattern CELL = Pattern.compile("cell=(\\d+),(\\d+)");

    private static Graph graph(Site site, String path) {
        return RDFParser.fromString(Site.text(site.get(path)), Lang.TURTLE).toGraph();
    }

    @Test
    void everyFigureStandsInTheCellThatIsNamed(Site site) throws Exception {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(FILE)) {
            rows = reader.stream().toList();
        }
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FILE)));
        TreeMap<String, Integer> properties = new TreeMap<>();

        Graph said = graph(site, Site.ALTRINCHAM + ".ttl?provenance=cells");
        try (QueryExec exec = QueryExec.graph(said)
                .query(
                        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX oa: <http://www.w3.org/ns/oa#>"
                                + " SELECT ?s ?p ?o ?source ?cell { [] a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;"
                                + " <http://www.w3.org/ns/prov#wasDerivedFrom> [ oa:hasSource ?source ; oa:hasSelector/rdf:value ?cell ] }")
                .build()) {
            RowSet found = exec.select();
            while (found.hasNext()) {
                var row = found.next();
                assertThat(said.contains(row.get("s"), row.get("p"), row.get("o")))
                        .isTrue();
                assertThat(row.get("source").getURI()).endsWith("/id/submission/" + hash);
                Matcher cell = CELL.matcher(row.get("cell").getLiteralLexicalForm());
                assertThat(cell.matches()).isTrue();
                String text =
                        rows.get(Integer.parseInt(cell.group(1)) - 1).getField(Integer.parseInt(cell.group(2)) - 1);
                String value = row.get("o").getLiteralLexicalForm();
                if (row.get("o").getLiteralValue() instanceof Number) {
                    assertThat(new BigDecimal(text))
                            .as("%s %s", row.get("s"), row.get("p"))
                            .isEqualByComparingTo(new BigDecimal(value));
                } else {
                    assertThat(text).isEqualToIgnoringCase(value);
                }
                properties.merge(row.get("p").getURI().replaceFirst(".*#", ""), 1, Integer::sum);
            }
        }

        // Four candidates, each with votes and whether elected; the electorate once.
        assertThat(properties)
                .containsEntry("votes", 4)
                .containsEntry("elected", 4)
                .containsEntry("electorate", 1);
        assertThat(properties).doesNotContainKeys("voteShare", "turnout", "rank");
    }

    @Test
    void withoutBeingAskedForNoCellIsNamed(Site site) {
        assertThat(Site.text(site.get(Site.ALTRINCHAM + ".ttl"))).doesNotContain("cell=");
    }

    @Test
    void thePageOfAContestLeadsToThePageOfItsCells(Site site) {
        String path = site.page(Site.ALTRINCHAM).select("a[href$=/cells]").attr("href");
        assertThat(path).isEqualTo(Site.ALTRINCHAM + "/cells");
        assertThat(site.get(Site.ALTRINCHAM + "?provenance=cells", "Accept", "text/html")
                        .headers()
                        .firstValue("Location"))
                .contains(path);

        Document page = site.page(path);
        assertThat(page.select("tbody tr")).hasSizeGreaterThan(8);
        assertThat(page.select("tbody tr td:nth-child(4)").text()).containsPattern("[A-Z]+\\d+ \\(votes\\)");
        assertThat(site.page(path + "?lang=cy").select("h1").text()).contains("Ble mae pob ffigur");
        assertThat(graph(site, path + ".ttl").isEmpty()).isFalse();
    }

    @Test
    void whatHasNoFileNamesNoCell(Site site) {
        assertThat(graph(site, Site.UNOPPOSED + "/cells.ttl").isEmpty()).isTrue();
        assertThat(site.page(Site.UNOPPOSED + "/cells").text()).contains("No cell is known");
        assertThat(site.get("/doc/contest/local.trafford.nowhere.2024-05-02/cells")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get(Site.WITHDRAWN + "/cells").statusCode()).isEqualTo(410);
    }
}
