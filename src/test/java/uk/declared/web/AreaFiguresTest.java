package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ExampleResults;
import uk.declared.reference.ReferenceKind;

/** The figures of an area beside those around it. The tables are made up, in Nomis's layout; the results are the examples. */
class AreaFiguresTest {
    private static final Node DATA_SET = NodeFactory.createURI("http://purl.org/linked-data/cube#dataSet");
    private static final String WARD = "/doc/area/E05015239";

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        Path tenure = Files.writeString(folder.resolve("tenure.csv"), """
                        date,geography,geography code,Tenure: Total: All households,Tenure: Owned,Tenure: Social rented
                        2021,Altrincham,E05015239,4000,3000,
                        2021,Bowdon,E05015241,5000,4000,100
                        2021,Trafford,E08000009,98000,68600,16500
                        2021,England,E92000001,20000000,12500000,3400000
                        """);
        Path cars = Files.writeString(folder.resolve("cars.csv"), """
                        date,geography,geography code,Cars: No cars,Cars: 1 car
                        2021,Bowdon,E05015241,300,1200
                        2021,Trafford,E08000009,20000,40000
                        2011,Trafford,E08000009,21000,39000
                        """);
        Path data = folder.resolve("data");
        var deployment = Site.open(data);
        ExampleResults.publishInto(deployment);
        deployment.imports().publish(ReferenceKind.CENSUS, tenure);
        deployment.imports().publish(ReferenceKind.CENSUS, cars);
        site = Site.over(data, deployment);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static List<List<String>> table(Document page, String title) {
        return page.select("#figures details").stream()
                .filter(details -> details.select("summary").text().contains(title))
                .flatMap(details -> details.select("tr").stream())
                .map(row -> row.select("th, td").stream().map(Element::text).toList())
                .toList();
    }

    @Test
    void aWardsFiguresStandBesideItsCouncilsAndItsCountrysOfTheSameTable() {
        assertThat(table(site.page(WARD), "tenure"))
                .containsExactly(
                        List.of("Figure", "Altrincham", "Trafford", "England"),
                        List.of("Total: All households", "4,000", "98,000", "20,000,000"),
                        List.of("Owned", "3,000 75%", "68,600 70%", "12,500,000 62.5%"),
                        // Blank in the table: neither 0 nor what is left.
                        List.of("Social rented", "", "16,500 16.8%", "3,400,000 17%"));
    }

    /** Turnout as declared; of the council 70,612 of 172,319 in 21 contests, summed from the file by awk. */
    @Test
    void theLatestPollStandsFirstBesideThatOfTheWholeElection() {
        Document page = site.page(WARD);

        assertThat(page.select("#figures summary").eachText().get(0)).isEqualTo("Latest poll, 2 May 2024");
        assertThat(table(page, "Latest poll"))
                .containsExactly(
                        List.of("Figure", "Altrincham", "Trafford"),
                        List.of("Turnout", "43%", "41%"),
                        List.of("Electorate", "7,876", "172,319"));
    }

    @Test
    void aTableThatHasNothingOfTheAreaItselfIsLeftOut() {
        assertThat(site.page(WARD).select("#figures summary").eachText())
                .isNotEmpty()
                .noneMatch(title -> title.contains("cars"));
        assertThat(table(site.page("/doc/area/E08000009"), "cars, 2021"))
                .containsExactly(
                        List.of("Figure", "Trafford"), List.of("1 car", "40,000"), List.of("No cars", "20,000"));
    }

    /** Hale has no figures in either table. The council's file says 7,814 electors and 47.4 per cent. */
    @Test
    void whereNoTableHasFiguresOfAnAreaItsPollIsStillShown() {
        Document hale = site.page("/doc/area/E05015248");

        assertThat(hale.select("h1").text()).contains("Hale");
        assertThat(hale.select("#figures summary").eachText()).containsExactly("Latest poll, 2 May 2024");
        assertThat(table(hale, "Latest poll"))
                .containsExactly(
                        List.of("Figure", "Hale", "Trafford"),
                        List.of("Turnout", "47.4%", "41%"),
                        List.of("Electorate", "7,814", "172,319"));
        assertThat(hale.select("#figures > p").eachText().get(0)).contains("No table of the census");
        assertThat(hale.select("#figures a[href$='figures.ttl']")).isEmpty();
    }

    @Test
    void pageDocumentAndTableSayTheSameTables() {
        for (String code : List.of("E05015239", "E05015241", "E05015248", "E08000009", "E92000001")) {
            String path = "/doc/area/" + code;
            Set<String> page = site.page(path).select("#figures summary").eachText().stream()
                    .filter(title -> !title.startsWith("Latest poll"))
                    .collect(Collectors.toSet());
            Graph graph = RDFParser.fromString(Site.text(site.get(path + "/figures.ttl")), Lang.TURTLE)
                    .toGraph();
            Set<String> document = graph.stream(Node.ANY, DATA_SET, Node.ANY)
                    .map(triple -> triple.getObject().getURI())
                    .collect(Collectors.toSet());
            List<List<String>> table = Site.text(site.get("/queries/area-figures.csv?code=" + code))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.startsWith("Latest poll"))
                    .map(line -> List.of(line.split(",")))
                    .toList();

            assertThat(table.stream().map(row -> row.get(row.size() - 1)).collect(Collectors.toSet()))
                    .as(code)
                    .isEqualTo(document);
            assertThat(table.stream().map(row -> row.get(0) + ", " + row.get(1)).collect(Collectors.toSet()))
                    .as(code)
                    .isEqualTo(page);
        }
    }

    /** Bowdon has figures of cars of one year, Trafford of two. */
    @Test
    void whatATableHasOfAnotherYearStandsBesideAnEmptyCell() {
        assertThat(table(site.page("/doc/area/E05015241"), "cars, 2011"))
                .containsExactly(
                        List.of("Figure", "Bowdon", "Trafford"),
                        List.of("1 car", "", "39,000"),
                        List.of("No cars", "", "21,000"));
    }

    @Test
    void allOfItIsATableForPrograms() {
        HttpResponse<byte[]> leads = site.get(WARD + "/figures.csv");
        String location = leads.headers().firstValue("Location").orElseThrow();

        assertThat(leads.statusCode()).isEqualTo(303);
        assertThat(Site.text(site.get(location)).lines().toList())
                .hasSize(12)
                .contains(
                        "title,period,figure,unit,gss,area,value,source",
                        "Latest poll,2024-05-02,Electorate,Electors,E05015239,Altrincham,7876,"
                                + "http://localhost:8080/id/contest/local.trafford.altrincham.2024-05-02",
                        "tenure,2021,Owned,,E92000001,England,12500000,http://localhost:8080/data/census/tenure-e05015239",
                        "tenure,2021,Social rented,,E08000009,Trafford,16500,http://localhost:8080/data/census/tenure-e05015239");
    }

    @Test
    void theObservationsAreHadAsRdfWithTheirLicence() {
        HttpResponse<byte[]> response = site.get(WARD + "/figures.ttl");
        Graph graph = RDFParser.fromString(Site.text(response), Lang.TURTLE).toGraph();
        Node area = NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/dimension#refArea");
        Node value = NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/measure#obsValue");

        assertThat(graph.stream(Node.ANY, value, Node.ANY)).hasSize(8);
        assertThat(graph.stream(
                        Node.ANY,
                        area,
                        NodeFactory.createURI("http://statistics.data.gov.uk/id/statistical-geography/E05015239")))
                .hasSize(2);
        assertThat(response.headers().allValues("Link")).anyMatch(link -> link.contains("open-government-licence"));
        assertThat(site.get(WARD + "/figures", "Accept", "text/html").headers().firstValue("Location"))
                .contains(WARD);
        assertThat(site.get("/doc/area/E05999999/figures.ttl").statusCode()).isEqualTo(404);
        assertThat(site.get(WARD + "/figures.zip").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageSaysItInWelsh() {
        assertThat(site.page(WARD + "?lang=cy").select("#figures-heading").text())
                .isEqualTo("Ffigurau ochr yn ochr");
    }
}
