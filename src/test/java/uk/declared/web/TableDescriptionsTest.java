package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every table agrees with its description, by the rules of the Metadata Vocabulary for Tabular Data: headings are titles, cells
 * are of their datatypes, URI templates speak of columns that there are.
 */
@ExtendWith(WithSite.class)
class TableDescriptionsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{\\+?([^}]*)}");
    private static final Set<String> DATATYPES =
            Set.of("string", "integer", "decimal", "boolean", "date", "datetime", "anyURI", "gYear");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/contest/local.trafford.altrincham.2024-05-02.csv",
                "/doc/contest/local.trafford.altrincham.2024-05-02.csv?layout=lga",
                "/doc/contest/local.trafford.altrincham.2024-05-02.csv?layout=democracy-club",
                "/doc/election/local.trafford.2023-05-04.csv",
                "/doc/election/local.trafford.2024-05-02.csv?layout=lga",
                "/doc/election/local.trafford.2024-05-02.csv?layout=democracy-club",
                "/doc/election/local.trafford.2024-05-02.csv?layout=list",
                "/doc/election/local.2024-05-02.csv?layout=list",
                "/doc/election/local.2024-05-02.csv",
                "/doc/area/E05015239.csv",
                "/doc/area/example.llan%C5%B5r.2022-05-05.csv",
                "/doc/council/trafford.csv",
                "/doc/party/PP63.csv",
                "/doc/contest/local.example.llanwr.2022-05-05.csv",
                "/elections.csv",
                "/councils.csv"
            })
    void aTableIsWhatItsDescriptionSays(String path, Site site) {
        HttpResponse<byte[]> table = site.get(path);
        assertThat(table.statusCode()).isEqualTo(200);
        String address = described(table);
        HttpResponse<byte[]> description = site.get(address);
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/csvm+json");
        JsonNode metadata = JSON.readTree(Site.text(description));

        assertThat(metadata.at("/@context/0").asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(URI.create(address).resolve(metadata.path("url").asString()).toString())
                .isEqualTo(path);
        List<JsonNode> columns =
                metadata.at("/tableSchema/columns").valueStream().toList();
        List<String> names =
                columns.stream().map(column -> column.path("name").asString()).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9_]+"));
        List<CsvRecord> records =
                CsvReader.builder().ofCsvRecord(Site.text(table)).stream().toList();
        assertThat(records.get(0).getFields())
                .isEqualTo(columns.stream()
                        .map(column -> column.at("/titles/en/0").asString())
                        .toList());
        assertThat(records).hasSizeGreaterThan(1);
        for (int i = 0; i < columns.size(); i++) {
            JsonNode column = columns.get(i);
            assertTemplates(column, names);
            for (CsvRecord row : records.subList(1, records.size())) {
                assertCell(row.getField(i), column);
            }
        }
    }

    @Test
    void theDescriptionIsHandedOutAsTablesAre(Site site) {
        String path = "/doc/election/local.trafford.2024-05-02.csv-metadata.json";
        HttpResponse<byte[]> description = site.get(path);

        String tag = description.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(description.headers().allValues("Link"))
                .anyMatch(link -> link.contains("rel=\"describes\"; type=\"text/csv\""));
        assertThat(site.get("/doc/election/local.nowhere.2024-05-02.csv-metadata.json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get(Site.WITHDRAWN + ".csv-metadata.json").statusCode()).isEqualTo(410);
        assertThat(site.get("/doc/council/trafford.csv?layout=lga").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theListsSayWhatIsPublished(Site site) {
        // The example results: 21 contests of Trafford on each of two days.
        assertThat(Site.text(site.get("/doc/election/local.trafford.2024-05-02.csv?layout=list"))
                        .lines())
                .hasSize(22)
                .anyMatch(line -> line.startsWith("local.trafford.altrincham.2024-05-02,2024-05-02,ordinary,councillor,"
                        + "E05015239,Altrincham,Trafford"));
        assertThat(Site.text(site.get("/doc/council/trafford.csv")).lines())
                .anyMatch(line -> line.matches("local\\.trafford\\.2024-05-02,2024-05-02,Trafford[^,]*,21,21,.*"))
                .anyMatch(line -> line.matches("local\\.trafford\\.2023-05-04,2023-05-04,Trafford[^,]*,21,63,.*"));
        // In the example's file of 2 May 2024 the Green Party (PP63) has 22 rows, 2 of members elected, 12,482 votes.
        assertThat(Site.text(site.get("/doc/party/PP63.csv")).lines())
                .anyMatch(line -> line.matches("local\\.trafford\\.2024-05-02,2024-05-02,Trafford[^,]*,22,2,12482,.*"));
        assertThat(Site.text(site.get("/elections.csv")).lines())
                .anyMatch(line -> line.matches("local\\.trafford\\.2024-05-02,2024-05-02,Trafford[^,]*,21,21,.*"));
        assertThat(Site.text(site.get("/councils.csv")).lines())
                .anyMatch(line -> line.matches("trafford,Trafford[^,]*,E08000009,2,2024-05-02,.*"));
        assertThat(site.page("/data").select("a[href=/elections.csv], a[href=/elections.csv-metadata.json]"))
                .hasSize(2);
    }

    private static String described(HttpResponse<byte[]> table) {
        return table.headers().allValues("Link").stream()
                .filter(link -> link.contains("csvm+json"))
                .map(link -> link.substring(1, link.indexOf('>')))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTemplates(JsonNode column, List<String> names) {
        assertThat(column.path("aboutUrl").asString(""))
                .as(column.path("name").asString())
                .isNotEmpty();
        for (String property : List.of("aboutUrl", "propertyUrl", "valueUrl")) {
            Matcher variables = IN_TEMPLATE.matcher(column.path(property).asString(""));
            while (variables.find()) {
                assertThat(variables.group(1)).matches(name -> name.equals("_row") || names.contains(name));
            }
        }
        String property = column.path("propertyUrl").asString("");
        assertThat(property.isEmpty() || URI.create(property).isAbsolute()).isTrue();
    }

    private static void assertCell(String cell, JsonNode column) {
        JsonNode datatype = column.path("datatype");
        String base = datatype.isObject() ? datatype.path("base").asString("string") : datatype.asString("string");
        String format = datatype.path("format").asString("");
        assertThat(DATATYPES).contains(base);
        String what = column.path("name").asString() + ": " + cell;
        if (cell.isEmpty()) {
            assertThat(column.path("required").asBoolean(false)).as(what).isFalse();
            return;
        }
        switch (base) {
            case "integer", "decimal" -> {
                BigDecimal number = new BigDecimal(cell);
                assertThat(base.equals("decimal") || number.scale() == 0)
                        .as(what)
                        .isTrue();
                JsonNode least = datatype.path("minimum");
                assertThat(least.isMissingNode() || number.compareTo(least.decimalValue()) >= 0)
                        .as(what)
                        .isTrue();
            }
            case "date" -> assertThat(LocalDate.parse(cell)).isNotNull();
            case "boolean" ->
                assertThat((format.isEmpty() ? "true|false" : format).split("\\|"))
                        .as(what)
                        .contains(cell);
            case "anyURI" -> assertThat(URI.create(cell).isAbsolute()).as(what).isTrue();
            default -> {
                if (!format.isEmpty()) {
                    assertThat(cell).as(what).matches(format);
                }
            }
        }
    }
}
