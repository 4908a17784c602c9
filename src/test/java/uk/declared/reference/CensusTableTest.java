package uk.declared.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.Uris;

class CensusTableTest {
    private static final String NOMIS = "date,geography,geography code,Age: Total; measures: Value,"
            + "Age: Aged 4 years and under; measures: Value\n"
            + "2021,Altrincham,E05000819,12931,712\n2021,Bowdon,E05000821,9133,\"1,020\"\n";
    private static final String LONG = "area_code,area_name,period,indicator,religion,measure,unit,value\n"
            + "E05000819,Altrincham,2021-03-21,Religious affiliation,No religion,Count,Persons,4729\n"
            + "E05000819,Altrincham,2021-03-21,Religious affiliation,Christian,Count,Persons,6043.5\n";

    @TempDir
    private Path folder;

    private ReferenceRelease read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("TS007_age.csv"), text);
        return ReferenceImporter.read(ReferenceKind.CENSUS, file, "TS007_age.csv")
                .get(0);
    }

    private String rdf(String text) throws Exception {
        List<Triple> triples = read(text).triples(new Uris("http://x")).toList();
        return CanonicalTriples.write(triples);
    }

    @Test
    void aTableOfNomisIsByTheCategoryInItsHeadings() throws Exception {
        assertThat(read(NOMIS).things()).isEqualTo(4);
        assertThat(read(NOMIS).name()).isEqualTo("ts007-age-e05000819");
        assertThat(rdf(NOMIS))
                .contains(
                        "<http://x/data/census/ts007-age-e05000819#age> <http://www.w3.org/2000/01/rdf-schema#label> \"Age\"@en")
                .contains("<http://www.w3.org/2004/02/skos/core#prefLabel> \"Aged 4 years and under\"@en")
                .contains("#obsValue> \"1020\"^^<http://www.w3.org/2001/XMLSchema#integer>")
                .contains("#refPeriod> \"2021\"^^<http://www.w3.org/2001/XMLSchema#gYear>")
                .contains("#refArea> <http://statistics.data.gov.uk/id/statistical-geography/E05000821>");
    }

    @Test
    void aLongTableIsByItsOwnColumns() throws Exception {
        assertThat(rdf(LONG))
                .contains("\"Religion\"@en")
                .contains("\"Religious affiliation\"@en")
                .contains("\"Persons\"@en")
                .contains("#obsValue> \"6043.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
                .contains("#refPeriod> \"2021-03-21\"^^<http://www.w3.org/2001/XMLSchema#date>");
    }

    @Test
    void aTableWithoutAColumnOfCategoriesIsByItsIndicator() throws Exception {
        String text = "area_code,indicator,unit,value\nE05000819,Female,Persons,6599\nE05000819,Male,Persons,6332\n";

        assertThat(read(text).things()).isEqualTo(2);
        assertThat(rdf(text))
                .contains("\"Indicator\"@en")
                .contains("\"Female\"@en")
                .doesNotContain("refPeriod");
    }

    @Test
    void whatIsWithheldIsAbsentAndCounted() throws Exception {
        ReferenceRelease release =
                read(LONG.replace("4729", "[c]") + "Total,,2021-03-21,x,No religion,Count,Persons,1\n");

        assertThat(release.things()).isEqualTo(1);
        assertThat(release.leftOut())
                .containsExactly("1 rows without the code of an area.", "1 figures that are blank or withheld.");
        assertThat(rdf(LONG.replace("4729", ""))).doesNotContain("\"0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4729|many|row 2|is no number",
                "2021-03-21|spring|row 2|neither a year nor a day",
                "Christian|No religion|row 3|a second figure for E05000819",
                "E05000819|Altrincham|TS007_age.csv|no figure for an area",
                "value|number|TS007_age.csv|none of the files"
            })
    void aTableThatCannotBeUsedIsRefusedWithThePlace(String from, String to, String place, String what) {
        assertThatThrownBy(() -> read(LONG.replace(from, to)))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(what);
    }

    @Test
    void aTableOfAnotherCouncilUnderTheSameNameIsAnotherRelease() throws Exception {
        ReferenceRelease other = read(NOMIS.replace("E05000819", "E05000600").replace("E05000821", "E05000601"));

        assertThat(other.name())
                .isEqualTo("ts007-age-e05000600")
                .isNotEqualTo(read(NOMIS).name());
    }

    @Test
    void aTableThatSaysNoUnitHasNoneInItsStructure() throws Exception {
        assertThat(rdf(LONG)).contains("attribute#unitMeasure");
        assertThat(rdf(NOMIS)).doesNotContain("attribute#unitMeasure");
    }

    @Test
    void everyDimensionOfTheStructureIsOnEveryObservation() throws Exception {
        for (String text : List.of(NOMIS, LONG)) {
            List<String> lines = rdf(text).lines().toList();
            List<String> dimensions = lines.stream()
                    .filter(line -> line.contains("cube#dimension> "))
                    .map(line -> line.substring(line.lastIndexOf(" <") + 1, line.lastIndexOf(" .")))
                    .toList();
            List<String> observations = lines.stream()
                    .filter(line -> line.endsWith("<http://purl.org/linked-data/cube#Observation> ."))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            assertThat(dimensions).hasSize(3);
            for (String observation : observations) {
                for (String dimension : dimensions) {
                    assertThat(lines)
                            .filteredOn(line -> line.startsWith(observation + " " + dimension + " "))
                            .hasSize(1);
                }
            }
        }
    }
}
