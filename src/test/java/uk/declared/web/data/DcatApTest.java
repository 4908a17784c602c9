package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** The catalogue against DCAT-AP 3.0.1, in shapes of our own, and these against a catalogue that lacks what each of them asks. */
@ExtendWith(WithSite.class)
public class DcatApTest {
    private static final Graph SHAPES =
            RDFParser.source("src/test/resources/web/dcat-ap.ttl").toGraph();
    private static final String PREFIXES = "PREFIX dcat: <http://www.w3.org/ns/dcat#>"
            + " PREFIX dcatap: <http://data.europa.eu/r5r/>"
            + " PREFIX dcterms: <http://purl.org/dc/terms/>"
            + " PREFIX foaf: <http://xmlns.com/foaf/0.1/>"
            + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
            + " PREFIX spdx: <http://spdx.org/rdf/terms#>"
            + " PREFIX vcard: <http://www.w3.org/2006/vcard/ns#> ";

    private final Site site;

    DcatApTest(Site site) {
        this.site = site;
    }

    /** What a catalogue lacks, each in words. */
    public static List<String> findings(Graph catalogue) {
        return ShaclValidator.get().validate(SHAPES, catalogue).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                .toList();
    }

    /** With a dump that is made, which alone has a size and a checksum. */
    private Graph catalogue() {
        assertThat(site.get(DumpFilesTest.DUMP).statusCode()).isEqualTo(200);
        return ReadData.turtle(site, "/data");
    }

    @Test
    void theCatalogueHasWhatIsAskedOfIt() {
        assertThat(findings(catalogue())).isEmpty();
    }

    /** Class by class, the properties that are mandatory, as the tables of the specification list them. */
    @ParameterizedTest
    @CsvSource({
        "dcat:Catalog, dcterms:title",
        "dcat:Catalog, dcterms:description",
        "dcat:Catalog, dcterms:publisher",
        "dcat:Dataset, dcterms:title",
        "dcat:Dataset, dcterms:description",
        "dcat:DatasetSeries, dcterms:title",
        "dcat:DatasetSeries, dcterms:description",
        "dcat:Distribution, dcat:accessURL",
        "dcat:DataService, dcterms:title",
        "dcat:DataService, dcat:endpointURL",
        "foaf:Agent, foaf:name",
        "skos:Concept, skos:prefLabel",
        "spdx:Checksum, spdx:algorithm",
        "spdx:Checksum, spdx:checksumValue"
    })
    void whatIsMandatoryIsMissedWhereItIsNotThere(String type, String property) {
        assertThat(findings(
                        without("?thing a " + type + " ; " + property + " ?value", "?thing " + property + " ?value")))
                .isNotEmpty();
    }

    /** Class by class, what the things that it refers to must be. */
    @ParameterizedTest
    @CsvSource({
        "dcat:Catalog, dcterms:publisher, foaf:Agent",
        "dcat:Catalog, foaf:homepage, foaf:Document",
        "dcat:Catalog, dcterms:language, dcterms:LinguisticSystem",
        "dcat:Catalog, dcterms:license, dcterms:LicenseDocument",
        "dcat:Catalog, dcterms:spatial, dcterms:Location",
        "dcat:Catalog, dcat:dataset, dcat:Dataset",
        "dcat:Catalog, dcat:service, dcat:DataService",
        "dcat:Dataset, dcat:contactPoint, vcard:Kind",
        "dcat:Dataset, dcat:distribution, dcat:Distribution",
        "dcat:Dataset, dcat:theme, skos:Concept",
        "dcat:Dataset, dcat:inSeries, dcat:DatasetSeries",
        "dcat:Dataset, dcat:landingPage, foaf:Document",
        "dcat:Dataset, dcterms:temporal, dcterms:PeriodOfTime",
        "dcat:Dataset, dcterms:accrualPeriodicity, dcterms:Frequency",
        "dcat:Dataset, dcterms:conformsTo, dcterms:Standard",
        "dcat:Distribution, dcatap:availability, skos:Concept",
        "dcat:Distribution, dcterms:format, dcterms:MediaTypeOrExtent",
        "dcat:Distribution, dcat:mediaType, dcterms:MediaType",
        "dcat:Distribution, dcat:compressFormat, dcterms:MediaType",
        "dcat:Distribution, dcat:accessService, dcat:DataService",
        "dcat:Distribution, dcterms:rights, dcterms:RightsStatement",
        "dcat:Distribution, spdx:checksum, spdx:Checksum",
        "dcat:DataService, dcat:servesDataset, dcat:Dataset",
        "dcat:DataService, dcterms:publisher, foaf:Agent",
        "spdx:Checksum, spdx:algorithm, spdx:ChecksumAlgorithm"
    })
    void aThingOfNoneOfTheClassesOfItsRangeIsFound(String type, String property, String range) {
        assertThat(findings(without(
                        "?thing a " + type + " ; " + property + " ?value . ?value a " + range, "?value a " + range)))
                .isNotEmpty();
    }

    /** The catalogue without what a pattern finds in it, which must be something. */
    private Graph without(String pattern, String triple) {
        Graph whole = catalogue();
        Graph damaged = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(damaged, whole);
        UpdateExec.dataset(DatasetGraphFactory.wrap(damaged))
                .update(PREFIXES + "DELETE { " + triple + " } WHERE { " + pattern + " }")
                .execute();
        assertThat(damaged.size()).as(pattern).isLessThan(whole.size());
        return damaged;
    }
}
