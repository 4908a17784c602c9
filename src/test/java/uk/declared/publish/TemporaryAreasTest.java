package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.imports.Imported;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** A result that only names its ward, published before the geography knows the ward's code. */
class TemporaryAreasTest {
    private static final String CONTEST = "http://localhost:8080/doc/contest/local.trafford.altrincham.2026-05-07";
    private static final Node TEMPORARY =
            NodeFactory.createURI("http://localhost:8080/id/area/trafford.altrincham.2026-05-07");
    private static final Node CODED = NodeFactory.createURI("http://localhost:8080/id/area/E05015239");
    private static final String RESULT = "council,polling_date,area_name,name_on_ballot_paper,party_id,votes,elected\n"
            + "trafford,2026-05-07,Altrincham,Ann,PP63,500,true\n"
            + "trafford,2026-05-07,Nowhere,Bob,PP63,400,true\n";
    private static final String HISTORY = "GEOGCD,GEOGNM,OPER_DATE,TERM_DATE,PARENTCD\n"
            + "E05015239,Altrincham,04/05/2023,,E08000009\nE08000009,Trafford,01/01/2009,,E12000002\n";

    @TempDir
    private Path folder;

    @Test
    void anImportThatBringsTheCodeRelinksTheContestUnderItsOwnUri() throws Exception {
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            publish(RESULT, deployment);
            assertThat(areas(deployment, CONTEST)).containsExactly(TEMPORARY);

            List<Imported> imported = importHistory(HISTORY, deployment);

            assertThat(imported).extracting(Imported::relinked).containsExactly(1);
            assertThat(areas(deployment, CONTEST)).containsExactly(CODED);
            assertThat(objects(deployment.store().graph(CONTEST), Vocabulary.term("statisticalGeography")))
                    .containsExactly(
                            NodeFactory.createURI("http://statistics.data.gov.uk/id/statistical-geography/E05015239"));
            assertThat(areas(deployment, CONTEST.replace("altrincham", "nowhere")))
                    .containsExactly(
                            NodeFactory.createURI("http://localhost:8080/id/area/trafford.nowhere.2026-05-07"));
            Graph shared = deployment.store().graph("http://localhost:8080/data/areas");
            assertThat(shared.contains(TEMPORARY, DCTerms.isReplacedBy.asNode(), CODED))
                    .isTrue();
            assertThat(shared.contains(TEMPORARY, OWL.sameAs.asNode(), CODED)).isTrue();

            assertThat(importHistory(HISTORY, deployment))
                    .extracting(Imported::relinked)
                    .containsExactly(0);
        }
        assertThat(ClosedFolder.verify(folder.resolve("data")).holds()).isTrue();
    }

    @Test
    void theSameFileSentAgainLinksTheTemporaryNameToo() throws Exception {
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            publish(RESULT, deployment);

            publish(
                    RESULT.replace("area_name,", "area_code,area_name,")
                            .replace("Altrincham", "E05015239,Altrincham")
                            .replace("Nowhere", ",Nowhere"),
                    deployment);

            assertThat(areas(deployment, CONTEST)).containsExactly(CODED);
            assertThat(deployment
                            .store()
                            .graph("http://localhost:8080/data/areas")
                            .contains(TEMPORARY, DCTerms.isReplacedBy.asNode(), CODED))
                    .isTrue();
        }
    }

    private void publish(String text, Deployment deployment) throws Exception {
        Path file = Files.writeString(folder.resolve("result.csv"), text);
        deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
    }

    private List<Imported> importHistory(String text, Deployment deployment) throws Exception {
        Path file = Files.writeString(folder.resolve("history.csv"), text);
        return deployment.imports().publish(ReferenceKind.GEOGRAPHY, file);
    }

    private static List<Node> areas(Deployment deployment, String graph) {
        return objects(deployment.store().graph(graph), Vocabulary.term("electoralArea"));
    }

    private static List<Node> objects(Graph graph, Node property) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .map(triple -> triple.getObject())
                .toList();
    }
}
