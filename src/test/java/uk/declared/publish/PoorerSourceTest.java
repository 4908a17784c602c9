package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** What a poorer source may take away of what a richer one said. */
class PoorerSourceTest {
    private static final String RICH = """
            council,polling_date,area_code,area_name,contest_type,electorate,name_on_ballot_paper,person_id,party_id,party_name,votes,elected
            trafford,2024-05-02,E05015239,Altrincham,ordinary,8000,Ann Ash,1,PP63,Green Party,900,true
            trafford,2024-05-02,E05015239,Altrincham,ordinary,8000,Bob Beech,2,PP53,Labour Party,800,false
            """;

    /** Without the electorate and the persons. */
    private static final String POOR = """
            council,polling_date,area_code,area_name,contest_type,name_on_ballot_paper,party_id,party_name,votes,elected
            trafford,2024-05-02,E05015239,Altrincham,ordinary,Ann Ash,PP63,Green Party,901,true
            trafford,2024-05-02,E05015239,Altrincham,ordinary,Bob Beech,PP53,Labour Party,800,false
            """;

    private static final String DEMOCRACY_CLUB = """
            person_id,election_id,ballot_paper_id,person_name,party_id,party_name,gss,post_label,seats_contested,\
            organisation_name,by_election,cancelled_poll,votes_cast,elected
            11,local.trafford.2024-05-02,local.trafford.altrincham.2024-05-02,Ann Ash,PP63,Green Party,E05015239,\
            Altrincham,1,Trafford Borough Council,f,f,902,t
            12,local.trafford.2024-05-02,local.trafford.altrincham.2024-05-02,Bob Beech,PP53,Labour Party,E05015239,\
            Altrincham,1,Trafford Borough Council,f,f,800,f
            """;

    @TempDir
    private Path temporary;

    private Deployment deployment;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(temporary.resolve("data"), Optional.empty());
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void whatLacksFiguresOrIdentifiersThatArePublishedNeedsAYes() throws Exception {
        publish(RICH, Terms.of(Source.COUNCIL));

        Publication without = publish(POOR, Terms.of(Source.COUNCIL));
        assertThat(without.published()).isEmpty();
        assertThat(new PublicationText(Locale.ENGLISH).write(without))
                .contains("--accept-losses", "8000", "dc-1", "dc-2")
                .doesNotContain("901");

        Publication with = publish(POOR, Terms.of(Source.COUNCIL).evenWithLosses());
        assertThat(with.published()).extracting(Publication.Version::version).containsExactly(2);
        assertThat(with.poorer()).isEmpty();
    }

    /** Who nominates with a time declares without one. */
    @Test
    void whenAResultWasExpectedIsNoLoss() throws Exception {
        publish("""
                council,polling_date,area_code,area_name,status,expected_declaration,name_on_ballot_paper,party_id,party_name,votes,elected
                trafford,2024-05-02,E05015239,Altrincham,nominated,2024-05-03T02:30,Ann Ash,PP63,Green Party,,
                trafford,2024-05-02,E05015239,Altrincham,nominated,2024-05-03T02:30,Bob Beech,PP53,Labour Party,,
                """, Terms.of(Source.COUNCIL));

        assertThat(publish(POOR, Terms.of(Source.COUNCIL)).published())
                .extracting(Publication.Version::version)
                .containsExactly(2);
    }

    @Test
    void anotherFigureIsACorrectionAndNoLoss() throws Exception {
        publish(RICH, Terms.of(Source.COUNCIL));

        Publication corrected = publish(RICH.replace(",900,", ",901,"), Terms.of(Source.COUNCIL));

        assertThat(corrected.published()).hasSize(1);
    }

    @Test
    void aCandidateWhoWithdrawsBeforeThePollIsNoLoss() throws Exception {
        String nominated = POOR.replaceAll(",(901|800),(true|false)", ",,");
        publish(nominated, Terms.of(Source.COUNCIL));

        String fewer = nominated.lines().filter(line -> !line.contains("Bob")).reduce("", (a, b) -> a + b + "\n");

        assertThat(publish(fewer, Terms.of(Source.COUNCIL)).published()).hasSize(1);
    }

    @Test
    void othersCollectionsAreTheWordOfAThirdPartyUnlessToldOtherwise() throws Exception {
        publish(POOR, Terms.of(Source.OPERATOR));

        assertThat(publish(DEMOCRACY_CLUB, Terms.usually(Source.OPERATOR)).outranked())
                .as("The operator's own word stands against Democracy Club's collection")
                .extracting(Publication.Outranked::declaredBy)
                .containsOnly(Source.OPERATOR);
        assertThat(publish(DEMOCRACY_CLUB, Terms.of(Source.OPERATOR)).outranked())
                .isEmpty();
    }

    private Publication publish(String rows, Terms terms) throws Exception {
        Path file = temporary.resolve("results.csv");
        Files.writeString(file, rows);
        Publication publication = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, terms);
        assertThat(publication.refused()).as(publication.report().toString()).isFalse();
        return publication;
    }
}
