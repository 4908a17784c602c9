package uk.declared.reference;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The files of ONS beside its history, each as a few rows in its layout. */
class GeographyFilesTest {
    private static final String HISTORY =
            "GEOGCD,GEOGNM,GEOGNMW,SI_ID,SI_TITLE,OPER_DATE,TERM_DATE,PARENTCD,ENTITYCD,OWNER,"
                    + "STATUS,AREAEHECT,AREACHECT,AREAIHECT,AREALHECT\n"
                    + "E05011717,Audley & Queen's Park,,1270/2017,The Blackburn with Darwen (Electoral Changes) Order 2017,"
                    + "03/05/2018,,E06000008,E05,LGBC,live,300,300,0,299.75\n";
    private static final String EQUIVALENTS =
            "GEOGCD,GEOGNM,GEOGNMW,GEOGCDO,GEOGNMO,GEOGCDD,GEOGNMD,GEOGCDH,GEOGNMH,GEOGCDS,GEOGNMS,GEOGCDI,GEOGNMI,GEOGCDWG,"
                    + "GEOGNMWG,GEOGNMWWG,OPER_DATE,TERM_DATE,ENTITYCD,YEAR,STATUS\n"
                    + "E08000009,Trafford,,00BU,Trafford,B4220,Trafford,,,,,,,,,,01/01/2009,,E08,2009,live\n"
                    + "E05000819,Altrincham,,00BUFF,Altrincham,,,,,,,,,,,,01/01/2009,03/05/2023,E05,2009,terminated\n"
                    + "E00000001,,,00AAFA0001,,,,,,,,,,,,,01/01/2009,,E00,2009,live\n";
    private static final String ENTITIES =
            "Entity code,Entity name,Entity abbreviation,Entity theme,Entity coverage,Related entity codes,Status,"
                    + "Number of live instances,Date of last instance change,Date entity introduced on RGC\n"
                    + "E05,Electoral Wards/Divisions,WD,Administrative,England,,Current,6904,04/05/2023,01/01/2009\n"
                    + "E60,Community Safety Partnerships,CSP,Crime,England,,Current,1,01/04/2021,\n";
    private static final String LOOKUP =
            "RGN25NM,RGN25CD,LAD25NM,WD25NMW,WD25NM,WD25CD,LAD25CD,CTY25CD,CTY25NM,CTRY25CD,CTRY25NM,CAUTH25CD,CAUTH25NM\n"
                    + "North West,E12000002,Trafford,,Altrincham,E05015239,E08000009,,,E92000001,England,E47000001,Greater Manchester\n"
                    + "South East,E12000008,Ashford,,Aylesford,E05011075,E07000105,E10000016,Kent,E92000001,England,,\n";

    @TempDir
    private Path folder;

    private ReferenceRelease read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        List<ReferenceRelease> releases = ReferenceImporter.read(ReferenceKind.GEOGRAPHY, file, "table.csv");
        assertThat(releases).hasSize(1);
        return releases.get(0);
    }

    private String rdf(String text) throws Exception {
        List<Triple> triples = read(text).triples(new Uris("http://x")).toList();
        return CanonicalTriples.write(triples);
    }

    @Test
    void anAreaHasItsKindItsLandAndTheOrderThatMadeIt() throws Exception {
        assertThat(rdf(HISTORY))
                .contains("<http://x/id/area/E05011717> <http://statistics.data.gov.uk/def/statistical-entity#code>"
                        + " <http://statistics.data.gov.uk/id/statistical-entity/E05>")
                .contains("<http://statistics.data.gov.uk/id/statistical-entity/E05>"
                        + " <http://www.w3.org/2000/01/rdf-schema#label> \"Ward\"@cy")
                .contains("<http://x/id/area/E05011717> <http://www.opengis.net/ont/geosparql#hasMetricArea>"
                        + " \"2997500.0\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
                .contains("<http://x/id/area/E05011717> <https://w3id.org/local-elections#madeByOrder>"
                        + " <http://www.legislation.gov.uk/id/uksi/2017/1270>")
                .contains("originatingChangeOrder> \"1270/2017\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1270/2017|The Blackburn with Darwen (Electoral Changes) Order 2017|E05011717|uksi/2017/1270",
                "2017/1270|The Blackburn with Darwen (Electoral Changes) Order 2017|E05011717|uksi/2017/1270",
                "2769/2013|The Slough (Electoral Changes) Order 2012|E05009338|",
                "6001/2014|Name Change|E05000780|",
                "2011/1001|2011 Census Maintenance|E05000780|",
                "1081/2021|The County of Gwynedd (Electoral Arrangements) Order 2021|W05001452|",
                "2013/2013|The Slough (Electoral Changes) Order 2013|E05009338|uksi/2013/2013"
            })
    void anOrderIsLinkedOnlyWhereItsNumberAndItsTitleAgree(String id, String title, String code, String expected) {
        assertThat(new ChangeOrder(id, title)
                        .legislation(new uk.declared.election.GssCode(code))
                        .map(node -> node.getURI().replace("http://www.legislation.gov.uk/id/", ""))
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void aSheetOfTheRegisterDoesNotTakeTheHistorysPlace() throws Exception {
        ReferenceRelease sheet = read("GEOGCD,GEOGNM,GEOGNMW,SI_ID,SI_TITLE,OPER_DATE,ENTITYCD,OWNER,PARENTCD\n"
                + "W05001452,Arllechwedd,Arllechwedd,,,05/05/2022,W05,WG,W06000002\n");

        assertThat(sheet.name()).isEqualTo("register-w05-2022-05-05");
        assertThat(sheet.supersedes("history-2024-05-02")).isFalse();
        assertThat(sheet.supersedes("register-w05-2021-05-06")).isTrue();
        assertThat(read(HISTORY).name()).isEqualTo("history-2018-05-03");
    }

    @Test
    void codesOfOthersAreIdentifiersAndNotTheCode() throws Exception {
        assertThat(read(EQUIVALENTS).name()).isEqualTo("equivalents-2023-05-03");
        assertThat(read(EQUIVALENTS).things()).isEqualTo(2);
        assertThat(read(EQUIVALENTS).leftOut())
                .containsExactly("1 rows about output areas and other small statistical areas.");
        assertThat(rdf(EQUIVALENTS))
                .contains("<http://x/id/area/E08000009> <http://www.w3.org/ns/adms#identifier>")
                .contains("<http://www.w3.org/2004/02/skos/core#notation> \"00BUFF\"")
                .contains("<http://www.w3.org/2004/02/skos/core#notation> \"B4220\"")
                .doesNotContain("<http://x/id/area/E08000009> <http://www.w3.org/2004/02/skos/core#notation>");
    }

    @Test
    void theRegisterNamesKindsOfAreas() throws Exception {
        assertThat(read(ENTITIES).name()).isEqualTo("entities-2023-05-04");
        assertThat(rdf(ENTITIES))
                .contains("<http://statistics.data.gov.uk/id/statistical-entity/E60>"
                        + " <http://www.w3.org/2000/01/rdf-schema#label> \"Community Safety Partnerships\"@en");
    }

    @Test
    void aLookupSaysWhatLiesInWhatAtEveryLevel() throws Exception {
        ReferenceRelease lookup = read(LOOKUP);

        assertThat(lookup.name()).isEqualTo("lookup-2025-wd-lad-cty-cauth-rgn-ctry-e");
        assertThat(lookup.things()).isEqualTo(9);
        assertThat(rdf(LOOKUP)
                        .lines()
                        .filter(line -> line.startsWith("<http://x/id/area/E05011075>")
                                && line.contains("local-elections#within")))
                .extracting(line -> line.replaceAll(".*/id/area/(\\w+)> \\.", "$1"))
                .containsExactlyInAnyOrder("E07000105", "E10000016", "E12000008", "E92000001");
        assertThat(rdf(LOOKUP).lines().filter(line -> line.contains("#containedIn>")))
                .extracting(line -> line.replaceAll("<http://x/id/area/(\\w+)/.*/id/area/(\\w+)> \\.", "$1 $2"))
                .containsExactlyInAnyOrder(
                        "E05015239 E08000009",
                        "E05011075 E07000105",
                        "E08000009 E12000002",
                        "E08000009 E47000001",
                        "E47000001 E92000001",
                        "E07000105 E10000016",
                        "E10000016 E12000008",
                        "E12000002 E92000001",
                        "E12000008 E92000001");
        assertThat(rdf(LOOKUP))
                .contains("<http://x/data/geography/lookup-2025-wd-lad-cty-cauth-rgn-ctry-e>"
                        + " <http://purl.org/dc/terms/temporal> \"2025\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARNCP25CD,PARNCP25NM,PARNCP25NMW,WD25CD,WD25NM,LAD25CD;W04000001,Amlwch,Amlwch,W05000981,Twrcelyn,W06000001"
                        + "|lookup-2025-wd-par-lad-w06000001",
                "CED23CD,CED23NM,CTY23CD,CTY23NM;E58000001,Abbey,E10000003,Cambridgeshire|lookup-2023-ced-cty-e",
                "wd11cd,wd11nm,lad11cd,lad11nm;E05000819,Altrincham,E08000009,Trafford|lookup-2011-wd-lad-e08000009",
                "LAD09CD,LAD09NM,RGN09CD;E08000009,Trafford,E12000002|lookup-2009-lad-rgn-e08000009"
            })
    void lookupsOfAnyLevelsAndYearsAreKnownByTheShapeOfTheirHeadings(String text, String name) throws Exception {
        assertThat(read(text.replace(';', '\n') + "\n").name()).isEqualTo(name);
    }

    @Test
    void anAreaThatLiesInSeveralOfOneLevelIsPlacedInNone() throws Exception {
        String text = "CED23CD,CED23NM,LAD23CD\nE58000001,Abbey,E07000008\nE58000001,Abbey,E07000009\n";

        assertThat(rdf(text)).doesNotContain("local-elections#within").doesNotContain("#containedIn");
        assertThat(read(text).leftOut())
                .containsExactly(
                        "the places of 1 areas that lie in several areas of one level, and so in none of them.");
    }

    @Test
    void aboveADistrictThatEndedIsSaidOfTheOneThatTookItsPlace() throws Exception {
        String rdf = rdf(
                "WDCD,WDNM,LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,UTLACD,UTLANM\n"
                        + "E05002637,Aylesbury Central,E07000004,Aylesbury Vale,E06000060,Buckinghamshire,E06000060,Buckinghamshire\n");

        assertThat(rdf.lines().filter(line -> line.contains("#containedIn>")))
                .extracting(line -> line.replaceAll("<http://x/id/area/(\\w+)/.*/id/area/(\\w+)> \\.", "$1 $2"))
                .containsExactly("E05002637 E07000004");
        assertThat(rdf).doesNotContain("<http://x/id/area/E07000004> <https://w3id.org/local-elections#within>");
    }
}
