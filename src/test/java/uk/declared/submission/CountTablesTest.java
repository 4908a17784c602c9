package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Gender;
import uk.declared.election.VotingSystem;
import uk.declared.report.Severity;

/** Counts as Northern Ireland's tables have them: one real, and small ones invented in their form. */
class CountTablesTest {
    private static final Path FOLDER = Samples.path("stv/northern-ireland");
    private static final ReadOptions BELFAST =
            new ReadOptions(Optional.empty(), Optional.of("belfast"), Optional.of(LocalDate.of(2019, 5, 2)));

    private static final String COUNT = """
            Constituency_Number,Candidate_Id,Count_Number,Firstname,Surname,Candidate_First_Pref_Votes,Transfers,Total_Votes,Status,Occurred_On_Count,Party_Name
            7,1,1,Ann,ABLE,40,0,40,Elected,1,Alliance Party
            7,2,1,Bob,BEST,25,0,25,,,Green Party
            7,3,1,Cat,COLE,12,0,12,,,Independent
            7,1,2,Ann,ABLE,40,-9,31,Elected,1,Alliance Party
            7,2,2,Bob,BEST,25,5.5,30.5,,,Green Party
            7,3,2,Cat,COLE,12,2,14,Excluded,2,Independent
            7,1,3,Ann,ABLE,40,0,31,Elected,1,Alliance Party
            7,2,3,Bob,BEST,25,10,40.5,Elected,3,Green Party
            7,3,3,Cat,COLE,12,-14,0,Excluded,2,Independent
            """;
    private static final String ACCOUNT = """
            Constituency_Number,Total_Poll,Spoiled,Valid_Poll,Quota,Total_Electorate,Number_Of_Seats,Constituency_Name,Voting_Age_Pop
            7,79,2,77,26,150,2,Castle,170
            """;
    private static final String LOST = "Constituency_Number,Count_Number,Non_Transferable\n7,2,1.5\n7,3,5.5\n";
    private static final String PEOPLE = """
            Constituency_Name,Constituency_Number,Candidate_Id,Firstname,Surname,Outgoing_Member,Party_Id,Party_Name,Photo_URL,Directory,Gender,Twitter,Email
            Castle,7,1,Ann,ABLE,1,26,Alliance Party,,castle,F,,
            Castle,7,2,Bob,BEST,0,111,Green Party,,castle,M,,
            """;

    @TempDir
    private Path folder;

    private Reading zipped(Map<String, String> tables, ReadOptions options) throws IOException {
        Path zip = folder.resolve("counts.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> table : tables.entrySet()) {
                archive.putNextEntry(new ZipEntry(table.getKey()));
                archive.write(table.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        return Reading.of(zip, options);
    }

    private static Map<String, String> all() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("Candidate.csv", PEOPLE);
        tables.put("castle/ConstituencyCount.csv", ACCOUNT);
        tables.put("castle/Count.csv", COUNT);
        tables.put("castle/NonTransferable.csv", LOST);
        return tables;
    }

    private static void isTheCount(ContestResult contest) {
        assertThat(contest.id().value()).isEqualTo("local.belfast.castle.2019-05-02");
        assertThat(contest.votingSystem()).contains(VotingSystem.SINGLE_TRANSFERABLE_VOTE);
        assertThat(contest.seats()).isEqualTo(OptionalInt.of(2));
        assertThat(contest.account().electorate()).isEqualTo(OptionalInt.of(150));
        assertThat(contest.account().ballotPapersCast()).isEqualTo(OptionalInt.of(79));
        assertThat(contest.account().validBallotPapers()).isEqualTo(OptionalInt.of(77));
        assertThat(contest.account().rejectedBallotPapers()).isEqualTo(OptionalInt.of(2));
        assertThat(contest.candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::votes, Candidacy::elected)
                .containsExactly(
                        tuple("Ann ABLE", OptionalInt.of(40), Optional.of(true)),
                        tuple("Bob BEST", OptionalInt.of(25), Optional.of(true)),
                        tuple("Cat COLE", OptionalInt.of(12), Optional.of(false)));
        Count count = contest.count().orElseThrow();
        assertThat(count.quota()).contains(new BigDecimal("26"));
        assertThat(count.stages()).extracting(CountStage::number).containsExactly(1, 2, 3);
        assertThat(count.stages().get(1).tallies().get(1).votes()).contains(new BigDecimal("30.5"));
        assertThat(count.stages().get(2).tallies().get(2).transfer()).contains(new BigDecimal("-14"));
    }

    @Test
    void tablesInOneArchiveAreOneCount() throws IOException {
        Reading reading = zipped(all(), BELFAST);

        assertThat(reading.findings()).noneMatch(finding -> finding.severity() == Severity.VIOLATION);
        assertThat(reading.contests()).singleElement().satisfies(contest -> isTheCount(contest.result()));
        assertThat(reading.contests().get(0).collected()).isTrue();
        ContestResult contest = reading.contests().get(0).result();
        assertThat(contest.count().orElseThrow().stages().get(2).nonTransferable())
                .contains(new BigDecimal("5.5"));
        assertThat(contest.candidacies())
                .extracting(Candidacy::gender, Candidacy::incumbent)
                .containsExactly(
                        tuple(Optional.of(Gender.FEMALE), Optional.of(true)),
                        tuple(Optional.of(Gender.MALE), Optional.of(false)),
                        tuple(Optional.empty(), Optional.empty()));
    }

    @Test
    void theDocumentOfTheSameIsTheSameCount() {
        StringBuilder rows = new StringBuilder();
        List<String> lines = COUNT.lines().toList();
        List<String> headings = List.of(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            rows.append(rows.isEmpty() ? "{" : ",{");
            for (int i = 0; i < cells.length; i++) {
                rows.append(i == 0 ? "" : ",")
                        .append('"')
                        .append(headings.get(i))
                        .append("\":\"")
                        .append(cells[i])
                        .append('"');
            }
            rows.append('}');
        }
        String json =
                "{\"Constituency\": {\"countInfo\": {\"Constituency_Name\": \"Castle\", \"Constituency_Number\": 7,"
                        + " \"Number_Of_Seats\": 2, \"Quota\": 26, \"Spoiled\": 2, \"Total_Electorate\": 150, \"Total_Poll\": 79,"
                        + " \"Valid_Poll\": 77}, \"countGroup\": [" + rows + "]}}";

        assertThat(Reading.ofText(json, BELFAST).contests())
                .singleElement()
                .satisfies(contest -> isTheCount(contest.result()));
    }

    @Test
    void countsWithoutTheirAccountAskForIt() throws IOException {
        assertThat(Reading.ofText(COUNT, BELFAST).rules()).containsExactly("F088");
        assertThat(zipped(Map.of("Count.csv", COUNT), BELFAST).rules()).containsExactly("F088@2");
    }

    @Test
    void councilAndDayAreAskedFor() throws IOException {
        assertThat(zipped(all(), ReadOptions.NONE).rules()).containsExactly("F049");
    }

    @Test
    void otherFilesOfTheArchiveAreReadAsEver() throws IOException {
        Map<String, String> tables = all();
        tables.put(
                "results.csv",
                "council,polling_date,area_name,family_name,votes,elected\nbelfast,2019-05-02,Botanic,Able,1,yes\n");

        assertThat(zipped(tables, BELFAST).contests())
                .extracting(contest -> contest.result().id().value())
                .containsExactly("local.belfast.castle.2019-05-02", "local.belfast.botanic.2019-05-02");
    }

    /** An assembly's count in the tables of a council's: only their form is looked at. */
    @Test
    void theRealTablesAreReadToTheLastStage() throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        for (String name : List.of("Candidate", "ConstituencyCount", "Count", "NonTransferable")) {
            tables.put(name + ".csv", Files.readString(FOLDER.resolve("assembly-2016-belfast-east-" + name + ".csv")));
        }

        Reading reading = zipped(tables, BELFAST);
        ContestResult contest = reading.contests().get(0).result();

        assertThat(reading.findings()).noneMatch(finding -> finding.severity() == Severity.VIOLATION);
        assertThat(contest.candidacies()).hasSize(18);
        assertThat(contest.candidacies().stream()
                        .mapToInt(who -> who.votes().orElse(0))
                        .sum())
                .as("the valid poll")
                .isEqualTo(37_175);
        assertThat(contest.candidacies().stream().filter(who -> who.elected().orElseThrow()))
                .hasSize(6);
        assertThat(contest.count().orElseThrow().stages()).hasSize(13);
    }
}
