package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/** Figures that come days after the result. */
class SupplementTest {
    private static final String RESULT =
            "council,polling_date,area_code,area_name,electorate,rejected_unmarked_or_void,"
                    + "name_on_ballot_paper,party_id,votes,elected\n"
                    + "trafford,2024-05-02,E05015239,North,8000,7,Ann,PP63,500,true\n"
                    + "trafford,2024-05-02,E05015239,North,8000,7,Bob,PP90,300,false\n"
                    + "trafford,2024-05-02,E05015240,South,,,Cat,PP63,700,true\n";
    private static final String LATER =
            "council,polling_date,area_code,area_name,ballot_papers_cast,postal_ballot_papers_issued,"
                    + "rejected_official_mark\n";
    private static final String NORTH_LATER = "trafford,2024-05-02,E05015239,North,812,1910,5\n";
    private static final BallotId NORTH = new BallotId("local.trafford.north.2024-05-02");

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void publishTheResult() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        publish(RESULT, Source.COUNCIL);
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void laterFiguresJoinTheResultAsAFurtherVersion() throws Exception {
        String before = text(NORTH);

        Publication publication = publish(LATER + NORTH_LATER, Source.COUNCIL);

        assertThat(publication.published())
                .extracting(Publication.Version::contest, Publication.Version::version)
                .containsExactly(tuple(NORTH, 2));
        assertThat(words(publication))
                .contains("postal ballot papers issued: not stated → 1910", "ballot papers cast: not stated → 812");
        String after = text(NORTH);
        assertThat(after)
                .contains("#postalBallotPapersIssued> \"1910\"")
                .contains("#ballotPapersCast> \"812\"")
                .contains("#electorate> \"8000\"")
                .contains("/official-mark>")
                .contains("/unmarked-or-void>")
                // 812 of 8,000 in per cent
                .contains("#turnout> \"10.15\"");
        assertThat(after.lines().toList())
                .containsAll(before.lines()
                        .filter(line -> !line.contains("#declaration>"))
                        .toList());
    }

    @Test
    void theSameFiguresAgainAreUnchanged() throws Exception {
        publish(LATER + NORTH_LATER, Source.COUNCIL);

        Publication again = publish(LATER + NORTH_LATER, Source.COUNCIL);

        assertThat(again.published()).isEmpty();
        assertThat(again.unchanged()).containsExactly(NORTH);
    }

    @Test
    void theVotesStayTheCouncilsWhoeverAddsFigures() throws Exception {
        publish(RESULT.replace(",500,", ",501,"), Source.COUNCIL);
        Publication outranked = publish(LATER + NORTH_LATER, Source.THIRD_PARTY);
        assertThat(outranked.published()).isEmpty();
        assertThat(outranked.outranked()).hasSize(1);
    }

    @Test
    void whoAddsToWhatAThirdPartySaidDoesNotMakeItTheirOwn() throws Exception {
        publish(RESULT.replace("2024-05-02", "2024-05-09"), Source.THIRD_PARTY);
        publish(LATER + NORTH_LATER.replace("2024-05-02", "2024-05-09"), Source.COUNCIL);

        Publication councils =
                publish(RESULT.replace("2024-05-02", "2024-05-09").replace(",500,", ",502,"), Source.THIRD_PARTY);

        assertThat(councils.outranked()).isEmpty();
        assertThat(councils.poorer())
                .as("The figures that came later would be lost")
                .hasSize(1);
    }

    @Test
    void aFigureThatContradictsThePublishedOneIsRefusedWithItsCell() throws Exception {
        Publication refused = publish(
                "council,polling_date,area_code,area_name,electorate,postal_ballot_papers_issued\n"
                        + "trafford,2024-05-02,E05015239,North,8001,1910\n",
                Source.COUNCIL);

        assertThat(refused.refused()).isTrue();
        Finding finding = refused.report().of(Severity.VIOLATION).get(0);
        assertThat(finding.rule()).isEqualTo("F120");
        assertThat(finding.place().row()).hasValue(2);
        assertThat(finding.place().columnLetters()).contains("E");
        assertThat(finding.value()).contains("8001");
        assertThat(finding.details()).containsEntry("said", "8000");
    }

    @Test
    void figuresForAContestThatIsNotPublishedAreRefused() throws Exception {
        Publication refused = publish(LATER + NORTH_LATER.replace("E05015239,North", "E05015241,West"), Source.COUNCIL);

        assertThat(refused.report().of(Severity.VIOLATION))
                .extracting(Finding::rule)
                .containsExactly("F119");
    }

    @Test
    void whatOnlyTheWholeShowsIsSaidWithTheCell() throws Exception {
        Publication wrong = publish(LATER + NORTH_LATER.replace(",812,", ",8120,"), Source.COUNCIL);

        // 8,120 papers from 8,000 voters: nobody could see that in the later figures alone.
        assertThat(Stream.of(Severity.VIOLATION, Severity.WARNING)
                        .flatMap(severity -> wrong.report().of(severity).stream())
                        .filter(finding -> finding.place().columnLetters().equals(Optional.of("E")))
                        .map(Finding::value))
                .contains(Optional.of("8120"));
    }

    @Test
    void aTableOfCandidatesIsStillTheTemplate() throws Exception {
        Submission sent = submission("council,polling_date,area_code,area_name,votes,electorate\n"
                + "trafford,2024-05-02,E05015239,North,500,8000\n");

        assertThatThrownBy(() -> deployment.publisher().rehearse(sent, ReadOptions.NONE, Terms.of(Source.COUNCIL)))
                .isInstanceOfSatisfying(
                        UnreadableSubmissionException.class,
                        e -> assertThat(e.finding().details().get("format")).isEqualTo("Declared's template"));
    }

    private Publication publish(String text, Source source) throws Exception {
        return deployment.publisher().publish(submission(text), ReadOptions.NONE, source);
    }

    private Submission submission(String text) throws Exception {
        return Submission.open(Files.writeString(folder.resolve("sent.csv"), text));
    }

    private String text(BallotId contest) {
        Graph graph =
                deployment.store().graph(deployment.uris().contestGraph(contest).getURI());
        return CanonicalTriples.write(graph.stream().toList());
    }

    private static List<String> words(Publication publication) {
        return ChangeWords.in(Locale.UK).lines(publication.published().get(0).changes(), 20);
    }
}
