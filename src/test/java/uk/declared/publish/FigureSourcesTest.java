package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** Which figures have a cell, in layouts whose columns are not those of the vocabulary. */
class FigureSourcesTest {
    /** 600 and 400 votes and ten spoilt papers are 1,010 papers of 2,500 electors: 40.4 per cent, which no cell says. */
    private static final String PAPERS_CALLED_TURNOUT = """
            person_id,election_id,ballot_paper_id,person_name,party_id,party_name,gss,post_label,seats_contested,\
            organisation_name,by_election,cancelled_poll,votes_cast,elected,turnout,spoilt_ballots,total_electorate
            11,local.trafford.2024-05-02,local.trafford.hale.2024-05-02,Ann Ash,PP63,Green Party,E05015245,Hale,1,\
            Trafford Borough Council,f,f,600,t,1010,10,2500
            12,local.trafford.2024-05-02,local.trafford.hale.2024-05-02,Bob Birch,PP90,Liberal Democrats,E05015245,Hale,1,\
            Trafford Borough Council,f,f,400,f,1010,10,2500
            """;

    @TempDir
    private Path temporary;

    /** What stands in the cell of each figure of the contest itself, and how many of its candidates' votes have one. */
    private Map<String, String> texts(String table) throws Exception {
        Path file = Files.writeString(temporary.resolve("sent.csv"), table);
        Map<String, String> texts = new TreeMap<>();
        try (Deployment deployment = Deployment.open(temporary.resolve("data"), Optional.empty())) {
            Publication done = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
            assertThat(done.refused()).as("%s", done.report()).isFalse();
            BallotId contest = new BallotId("local.trafford.hale.2024-05-02");
            deployment
                    .figureSources()
                    .of(contest)
                    .forEach(figure -> texts.merge(
                            figure.statement().getPredicate().getURI().replaceFirst(".*#", ""),
                            figure.text(),
                            (one, other) -> one.compareTo(other) > 0 ? one + " " + other : other + " " + one));
        }
        return texts;
    }

    @Test
    void aTurnoutThatIsWorkedOutHasNoCellAlthoughAColumnIsCalledSo() throws Exception {
        Map<String, String> texts = texts(PAPERS_CALLED_TURNOUT);

        assertThat(texts)
                .containsEntry("votes", "600 400")
                .containsEntry("electorate", "2500")
                .containsEntry("ballotPapersCast", "1010")
                .containsEntry("rejectedBallotPapers", "10");
        assertThat(texts).doesNotContainKeys("turnout", "validTurnout", "voteShare", "rank", "seatsFilled", "margin");
    }
}
