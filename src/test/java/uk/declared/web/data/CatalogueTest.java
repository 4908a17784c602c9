package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** What programs, harvesters and crawlers find the data by. */
@ExtendWith(WithSite.class)
class CatalogueTest {
    private final Site site;

    CatalogueTest(Site site) {
        this.site = site;
    }

    @Test
    void theCatalogueNamesItsDataSets() {
        assertThat(
                        ReadData.number(
                                ReadData.turtle(site, "/data"),
                                "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT (COUNT(*) AS ?n) { ?c a dcat:Catalog ; dcat:dataset ?d }"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void theCatalogueNamesWhatIsPublishedBesideTheResults() {
        Graph catalogue = ReadData.turtle(site, "/data");
        String prefixes = "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dcterms: <http://purl.org/dc/terms/> ";

        assertThat(
                        ReadData.number(
                                catalogue,
                                prefixes + "SELECT (COUNT(*) AS ?n) { ?c dcat:dataset ?d . ?d dcat:inSeries"
                                        + " <http://localhost:8080/data/geography> ; dcterms:license ?l ; dcat:distribution ?f }"))
                .isPositive();
        assertThat(ReadData.number(
                        catalogue,
                        prefixes + "SELECT (COUNT(*) AS ?n) { ?c dcat:dataset ?d"
                                + " FILTER (STRSTARTS(STR(?d), \"http://localhost:8080/data/statistics/\")) }"))
                .isGreaterThan(2);
        assertThat(ReadData.number(
                        catalogue,
                        prefixes + "SELECT (COUNT(*) AS ?n) { ?d dcat:distribution/dcterms:conformsTo"
                                + " <https://w3id.org/ldes/specification> }"))
                .isEqualTo(3);
    }

    @Test
    void theCatalogueSaysHowLargeADumpIsOnceItIsMade() {
        byte[] dump = site.get(DumpFilesTest.DUMP).body();

        assertThat(ReadData.number(
                        ReadData.turtle(site, "/data"),
                        "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT (?b AS ?n) { ?d dcat:downloadURL <http://localhost:8080"
                                + DumpFilesTest.DUMP
                                + "> ; dcat:byteSize ?b ; <http://spdx.org/rdf/terms#checksum> ?c }"))
                .isEqualTo(dump.length);
    }

    @Test
    void theCatalogueSaysWhatTheOpenDumpsLeaveOutAndUnderWhichLicenceItIs() {
        String catalogue = Site.text(site.get("/data.ttl"));

        // Of the edge cases one is under CC BY-SA, and of one no licence is known.
        assertThat(catalogue).contains("1 contest under CC BY-SA 4.0; 1 contest of which no licence is known");
        assertThat(site.page("/data").select("main").text())
                .contains("1 contest under CC BY-SA 4.0; 1 contest of which no licence is known");
        assertThat(site.page("/data?lang=cy").select("main").text()).contains("1 ornest o dan CC BY-SA 4.0");
    }

    @Test
    void searchEnginesAreToldWhichPagesAreDataSets() {
        for (String path : List.of("/data", "/doc/election/local.trafford.2024-05-02", Site.ALTRINCHAM)) {
            JsonNode dataset = JsonMapper.builder()
                    .build()
                    .readTree(site.page(path)
                            .expectFirst("script[type=application/ld+json]")
                            .data());

            assertThat(dataset.path("@context").asString()).isEqualTo("https://schema.org/");
            assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
            // Google's guide asks for 50 characters at least.
            assertThat(dataset.path("description").asString()).hasSizeGreaterThan(50);
            assertThat(dataset.path("license").asString()).contains("open-government-licence");
            assertThat(dataset.at("/distribution/0/contentUrl").asString()).startsWith("http://localhost:8080/d");
            dataset.path("distribution")
                    .forEach(file -> assertThat(site.send(
                                            "HEAD",
                                            file.path("contentUrl")
                                                    .asString()
                                                    .substring("http://localhost:8080".length()))
                                    .statusCode())
                            .as(file.toString())
                            .isEqualTo(200));
        }
        assertThat(site.page("/def/rules").select("script[type=application/ld+json]"))
                .isEmpty();
    }

    @Test
    void harvestersReadTheCatalogue() {
        JsonNode root =
                JsonMapper.builder().build().readTree(site.get("/data.json").body());

        assertThat(root.path("dataset").size()).isGreaterThanOrEqualTo(3);
        assertThat(root.path("dataset")).allSatisfy(dataset -> {
            assertThat(dataset.at("/contactPoint/fn").asString()).isNotEmpty();
            assertThat(dataset.path("accessLevel").asString()).isEqualTo("public");
            assertThat(dataset.path("distribution").size()).isPositive();
        });
        assertThat(root.at("/dataset/0/distribution/0/downloadURL").asString())
                .isEqualTo("http://localhost:8080/data/dumps/all.nq.gz");
    }

    /** The requirements of POD 1.1 in a schema of our own, as a validator that nobody here wrote reads it. */
    @Test
    void theListForHarvestersIsAsProjectOpenDataAsks() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/web/pod-1.1.json")), InputFormat.JSON);
        String listed = Site.text(site.get("/data.json"));

        assertThat(schema.validate(listed, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(listed.replace("\"accessLevel\"", "\"level\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(listed.replace("mailto:", "at "), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theHeadOfTheRecordIsPublished() {
        JsonNode head =
                JsonMapper.builder().build().readTree(site.get("/data/record").body());

        assertThat(head.path("entries").asLong()).isPositive();
        assertThat(head.path("hash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void crawlersFindThePages() {
        assertThat(Site.text(site.get("/robots.txt"))).contains("Sitemap: http://localhost:8080/sitemap.xml");
        Document index = Jsoup.parse(Site.text(site.get("/sitemap.xml")), "", Parser.xmlParser());
        assertThat(index.select("sitemap > loc").eachText()).containsExactly("http://localhost:8080/sitemap-1.xml");
        Document map = Jsoup.parse(Site.text(site.get("/sitemap-1.xml")), "", Parser.xmlParser());
        assertThat(map.select("url > loc").eachText())
                .contains(
                        "http://localhost:8080/",
                        "http://localhost:8080" + Site.ALTRINCHAM,
                        "http://localhost:8080/doc/area/E05015239",
                        "http://localhost:8080/doc/council/trafford")
                .doesNotHaveDuplicates();
        assertThat(site.get("/sitemap-2.xml").statusCode()).isEqualTo(404);
    }
}
