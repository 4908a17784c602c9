package uk.declared.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Report;
import uk.declared.report.Severity;

class ShaclReportTest {
    private static final String ID = "local.example.north.2024-05-02";

    private final ShaclReport reports = new ShaclReport(new Uris("https://elections.example"));

    @Test
    void anotherProgramReadsItAsAValidationReport() {
        ValidationReport read = ValidationReport.fromGraph(reports.map(report()));

        assertThat(read.conforms()).isFalse();
        assertThat(read.getEntries()).hasSize(2).anySatisfy(entry -> {
            assertThat(entry.focusNode().getURI()).isEqualTo("https://elections.example/id/contest/" + ID);
            assertThat(entry.source().getURI()).isEqualTo("https://w3id.org/local-elections/rule/F301");
            assertThat(entry.value().getLiteralLexicalForm()).isEqualTo("-1");
        });
    }

    @Test
    void everyResultHasTheCellThatItCameFrom() {
        Graph graph = reports.map(report());

        assertThat(graph.stream()
                        .filter(triple -> triple.getPredicate().getLocalName().equals("value")
                                && triple.getSubject().getBlankNodeLabel().startsWith("place"))
                        .map(triple -> triple.getObject().getLiteralLexicalForm()))
                .containsExactlyInAnyOrder("cell=3,19", "'St. Mary''s'!B4");
    }

    private static Report report() {
        return Report.builder("results.csv")
                .finding(finding("F301", Severity.VIOLATION, Place.cell("results.csv", 3, 19, "VotesWon")))
                .finding(finding(
                        "W706",
                        Severity.WARNING,
                        Place.of("results.csv").onSheet("St. Mary's").atCell(4, 2, "Votes")))
                .build();
    }

    private static Finding finding(String rule, Severity severity, Place place) {
        // A sheet is named by Place.onSheet; atCell keeps it.
        return new Finding(rule, severity, place, Optional.of(ID), Optional.of("-1"), Map.of("candidate", "Ann"));
    }
}
