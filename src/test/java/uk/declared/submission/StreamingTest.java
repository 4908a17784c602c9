package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.declared.report.Finding;

class StreamingTest {
    private static final String HEADINGS = "council,polling_date,area_code,area_name,family_name,votes,elected\n";

    private static String row(String day, String name, String votes) {
        return "stockport," + day + ",E05099001,Vale," + name + "," + votes + ",false\n";
    }

    @Test
    void aContestIsGivenOnBeforeTheRowsAfterItAreRead() {
        Reading reading = Reading.ofText(HEADINGS
                + row("2024-05-02", "Adams", "1")
                + row("2024-05-02", "Baker", "2")
                + row("2023-05-04", "Clarke", "minus one"));

        assertThat(reading.events().get(0)).isInstanceOf(SubmittedContest.class);
        assertThat(reading.events().get(1)).isInstanceOf(Finding.class);
    }

    @Test
    void rowsOfAContestMayStandApart() {
        Reading reading = Reading.ofText(HEADINGS
                + row("2024-05-02", "Adams", "1")
                + row("2023-05-04", "Clarke", "3")
                + row("2024-05-02", "Baker", "2")
                + row("2023-05-04", "Davies", "4"));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.contests())
                .map(contest -> contest.result().candidacies().stream()
                        .map(one -> one.familyName().orElseThrow())
                        .toList()
                        .toString())
                .containsExactly("[Adams, Baker]", "[Clarke, Davies]");
    }

    @Test
    void aCandidateKeepsTheRowItStandsIn() {
        Reading reading = Reading.ofText(HEADINGS
                + row("2024-05-02", "Adams", "1")
                + row("2023-05-04", "Clarke", "3")
                + row("2024-05-02", "Baker", "2"));

        SourceMap source = reading.contests().get(1).source();
        assertThat(source.place(new Part.OfCandidacy(1)).orElseThrow().row()).hasValue(4);
    }
}
