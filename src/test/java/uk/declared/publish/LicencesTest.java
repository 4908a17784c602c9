package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.election.BallotId;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.imports.Imported;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** Which licence everything is under, and that nothing gets into an open dump that may not be passed on freely. */
class LicencesTest {
    private static final String SHARE_ALIKE = "https://creativecommons.org/licenses/by-sa/4.0/";
    private static final String UNKNOWN = "http://rightsstatements.org/vocab/CNE/1.0/";
    private static final Rights BY_SA = Rights.stated(SHARE_ALIKE, Optional.of("Example Data Society"));

    private static final String RESULT = """
            council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected
            trafford,2024-05-02,E05015239,Northmarsh,Zebedee Quillfeather,PP63,500,true
            """;
    private static final BallotId CONTEST = new BallotId("local.trafford.northmarsh.2024-05-02");

    private static final String DEMOCRACY_CLUB = """
            person_id,election_id,ballot_paper_id,person_name,party_id,party_name,gss,post_label,seats_contested,\
            organisation_name,by_election,cancelled_poll,votes_cast,elected
            11,local.trafford.2024-05-02,local.trafford.northmarsh.2024-05-02,Ann Ash,PP63,Green Party,E05015239,\
            Northmarsh,1,Trafford Borough Council,f,f,600,t
            12,local.trafford.2024-05-02,local.trafford.northmarsh.2024-05-02,Bob Birch,PP52,,E05015239,\
            Northmarsh,1,Trafford Borough Council,f,f,400,f
            """;

    private static final String LATER = """
            council,polling_date,area_code,area_name,electorate,ballot_papers_cast
            trafford,2024-05-02,E05015239,Northmarsh,1000,501
            """;

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void whatACouncilSendsIsUnderTheOpenGovernmentLicence() throws Exception {
        publish(RESULT, Terms.of(Source.COUNCIL));

        assertThat(licences(contestGraph())).containsExactly(Rights.OPEN_GOVERNMENT_LICENCE.toString());
        assertThat(dump(DumpSelection.ALL)).contains("Quillfeather").contains(contestGraph());
    }

    @Test
    void everyGraphSaysUnderWhichLicenceItIs() throws Exception {
        publish(RESULT, Terms.of(Source.COUNCIL));
        publish(RESULT.replace("Northmarsh", "Southmarsh"), Terms.of(Source.THIRD_PARTY));

        List<String> graphs = graphs(dump(DumpSelection.ALL.withEveryLicence()));

        assertThat(graphs)
                .hasSizeGreaterThan(7)
                .allSatisfy(graph -> assertThat(licences(graph)).as(graph).isNotEmpty());
    }

    @Test
    void aShareAlikeResultStaysOutOfTheOpenDumpWithAllThatItNames() throws Exception {
        publish(RESULT, Terms.of(Source.OPERATOR).under(BY_SA));

        for (String name : List.of("all", "shared", "2024", "local.trafford.2024-05-02")) {
            assertThat(dump(DumpSelection.parse(name).orElseThrow()))
                    .as(name)
                    .doesNotContain("Quillfeather", "Northmarsh");
        }
        assertThat(dump(DumpSelection.OTHER_LICENCES))
                .contains("Quillfeather", "Northmarsh", "Example Data Society", SHARE_ALIKE);
        assertThat(licences(contestGraph())).containsExactly(SHARE_ALIKE);
    }

    @Test
    void ofAThirdPartysResultNoLicenceIsKnownUnlessItIsStated() throws Exception {
        publish(RESULT, Terms.of(Source.THIRD_PARTY));
        assertThat(licences(contestGraph())).containsExactly(UNKNOWN);
        assertThat(dump(DumpSelection.ALL)).doesNotContain("Quillfeather");

        publish(RESULT, Terms.of(Source.THIRD_PARTY).under(Rights.OPEN_GOVERNMENT));
        assertThat(licences(contestGraph())).containsExactly(Rights.OPEN_GOVERNMENT_LICENCE.toString());
        assertThat(dump(DumpSelection.ALL)).contains("Quillfeather");
    }

    @Test
    void noLicenceIsKnownOfATableInWhichOthersCollectResults() throws Exception {
        publish(DEMOCRACY_CLUB, Terms.of(Source.OPERATOR));

        assertThat(licences(contestGraph())).containsExactly(UNKNOWN);
    }

    @Test
    void aLicenceThatIsStatedAnewIsPublishedThoughTheResultIsTheSame() throws Exception {
        publish(RESULT, Terms.of(Source.OPERATOR));
        assertThat(publish(RESULT, Terms.of(Source.OPERATOR)).published()).isEmpty();

        Publication anew = publish(RESULT, Terms.of(Source.OPERATOR).under(BY_SA));
        Publication again = publish(RESULT, Terms.of(Source.OPERATOR).under(BY_SA));

        assertThat(anew.published()).extracting(Publication.Version::version).containsExactly(2);
        assertThat(again.published()).isEmpty();
        assertThat(licences(contestGraph())).containsExactly(SHARE_ALIKE);
    }

    @Test
    void laterFiguresDoNotFreeTheResultThatTheyJoin() throws Exception {
        publish(RESULT, Terms.of(Source.COUNCIL).under(BY_SA));

        assertThat(publish(LATER, Terms.of(Source.COUNCIL)).published()).hasSize(1);

        assertThat(licences(contestGraph())).containsExactly(SHARE_ALIKE);
    }

    @Test
    void theStoreAgreesWithTheRecordAfterwards() throws Exception {
        publish(RESULT, Terms.of(Source.OPERATOR));
        publish(RESULT, Terms.of(Source.OPERATOR).under(BY_SA));
        deployment.close();

        assertThat(ClosedFolder.verify(folder.resolve("data")).differences()).isEmpty();
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
    }

    @Test
    void anImportIsUnderTheLicenceThatIsStatedForIt() throws Exception {
        Path file = Files.writeString(folder.resolve("parties.csv"), """
                ECRef,RegulatedEntityName,ApprovedDate
                PP9901,The Marsh Party,01/02/2020
                """);
        deployment.imports().publish(ReferenceKind.PARTIES, file);
        assertThat(dump(DumpSelection.ALL)).contains("The Marsh Party");

        List<Imported> anew = deployment.imports().publish(ReferenceKind.PARTIES, file, Optional.of(BY_SA));

        assertThat(anew.get(0).unchanged()).isFalse();
        assertThat(dump(DumpSelection.ALL)).doesNotContain("The Marsh Party");
        assertThat(dump(DumpSelection.OTHER_LICENCES)).contains("The Marsh Party", "Example Data Society");
        assertThat(deployment
                        .imports()
                        .publish(ReferenceKind.PARTIES, file, Optional.of(BY_SA))
                        .get(0)
                        .unchanged())
                .isTrue();
    }

    @Test
    void boundariesAreOpenWhereTheirColumnsAreTheStatisticalOfficesOrTheirLicenceIsStated() throws Exception {
        String boundary = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"%s":"E05015239"},"geometry":
                {"type":"Polygon","coordinates":[[[-2.4,53.3],[-2.3,53.3],[-2.3,53.4],[-2.4,53.3]]]}}]}
                """;
        Path own = Files.writeString(folder.resolve("own.geojson"), boundary.formatted("area_code"));
        Path offices = Files.writeString(folder.resolve("offices.geojson"), boundary.formatted("WD25CD"));

        deployment.imports().publish(ReferenceKind.BOUNDARIES, own);
        assertThat(dump(DumpSelection.ALL)).doesNotContain("POLYGON");
        assertThat(dump(DumpSelection.OTHER_LICENCES)).contains("POLYGON", UNKNOWN);

        deployment.imports().publish(ReferenceKind.BOUNDARIES, own, Optional.of(Rights.OPEN_GOVERNMENT));
        assertThat(dump(DumpSelection.ALL)).contains("POLYGON");

        deployment.imports().publish(ReferenceKind.BOUNDARIES, offices);
        assertThat(dump(DumpSelection.ALL)).contains("Office for National Statistics", "POLYGON");
    }

    @Test
    void whatIsNoAddressIsNoLicence() {
        for (String wrong : List.of("OGL", "", "ftp://example.org/licence", "http://", "https://exa mple.org")) {
            assertThatThrownBy(() -> Rights.stated(wrong, Optional.empty()))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("none");
        }
    }

    private Publication publish(String text, Terms terms) throws Exception {
        Path file = Files.writeString(folder.resolve("results.csv"), text);
        Publication publication = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, terms);
        assertThat(publication.refused()).as(publication.report().toString()).isFalse();
        return publication;
    }

    private String contestGraph() {
        return deployment.uris().contestGraph(CONTEST).getURI();
    }

    /** The licences, or the statement that none is known, that the store has of a graph. */
    private List<String> licences(String graph) {
        Node name = NodeFactory.createURI(graph);
        Graph sources =
                deployment.store().graph(deployment.uris().data("sources").getURI());
        Graph itself = deployment.store().graph(graph);
        return List.of(sources, itself).stream()
                .flatMap(each -> each.stream(name, Node.ANY, Node.ANY))
                .filter(triple -> triple.predicateMatches(DCTerms.license.asNode())
                        || triple.predicateMatches(DCTerms.rights.asNode()))
                .map(triple -> triple.getObject().getURI())
                .toList();
    }

    private String dump(DumpSelection selection) throws Exception {
        Path file = folder.resolve("dump.nq");
        Dump.write(deployment.store(), deployment.uris(), selection, DumpFormat.N_QUADS, file);
        return Files.readString(file);
    }

    private static List<String> graphs(String quads) {
        return quads.lines()
                .map(line -> line.replaceFirst(".* <([^>]*)> \\.$", "$1"))
                .distinct()
                .toList();
    }
}
