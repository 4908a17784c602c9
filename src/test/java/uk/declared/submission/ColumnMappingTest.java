package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.election.ContestResult;
import uk.declared.report.Finding;
import uk.declared.submission.ColumnSuggestions.Suggestion;

/** An invented export of an election management system. */
class ColumnMappingTest {
    private static final String TABLE = """
            Count report,,,,,,
            Printed 03/05/2024,,,,,,
            Ward Title,Surname,Forenames,Affiliation,Valid Votes Polled,Whether Elected,Electors
            Upper Vale,Archer,Ann,Green Party,"1,200",Elected,4000
            Upper Vale,Baker,Bob,Labour Party,900,Not Elected,4000
            Lower Vale,Cole,Cat,Independent,300,Elected,2500
            """;

    private static final String JSON = """
            {
              "title": "Count report",
              "council": "stockport",
              "columns": {
                "Ward Title": "area_name", "Surname": "family_name", "Forenames": "given_name",
                "Affiliation": "party_name", "Valid Votes Polled": "votes", "Whether Elected": "elected",
                "Electors": "electorate", "Printed by": ""
              },
              "values": {"polling_date": "2024-05-02", "seats": "1"}
            }
            """;

    private static ReadOptions with(ColumnMapping mapping) {
        return new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of(mapping));
    }

    @Test
    void aTableIsReadAsItIsMapped() throws Exception {
        Reading reading = Reading.ofText(TABLE, with(ColumnMappings.read(JSON, "mapping.json")));

        assertThat(reading.contests()).hasSize(2);
        ContestResult upper = reading.contests().get(0).result();
        assertThat(upper.id().value()).isEqualTo("local.stockport.upper-vale.2024-05-02");
        assertThat(upper.pollingDate()).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(upper.seats()).isEqualTo(OptionalInt.of(1));
        assertThat(upper.account().electorate()).isEqualTo(OptionalInt.of(4000));
        assertThat(upper.candidacies())
                .extracting(who -> who.votes().getAsInt())
                .containsExactly(1200, 900);
        assertThat(upper.candidacies())
                .extracting(who -> who.elected().orElseThrow())
                .containsExactly(true, false);
    }

    @Test
    void whatIsWrongIsSaidAtTheCouncilsOwnHeading() throws Exception {
        Reading reading = Reading.ofText(TABLE.replace("900", "many"), with(ColumnMappings.read(JSON, "mapping.json")));

        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("F030"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().heading()).contains("Valid Votes Polled");
                    assertThat(finding.place().row()).hasValue(5);
                });
    }

    @Test
    void aTableThatHasChangedSinceIsRefusedWithTheHeading() throws Exception {
        Reading reading = Reading.ofText(
                TABLE.replace("Affiliation", "Grouping"), with(ColumnMappings.read(JSON, "mapping.json")));

        assertThat(reading.isUnreadable()).isTrue();
        Finding finding = reading.findings().get(reading.findings().size() - 1);
        assertThat(finding.rule()).isEqualTo("F017");
        assertThat(finding.details()).containsEntry("heading", "Affiliation");
    }

    @Test
    void aSheetIsReadAsItIsMapped() throws Exception {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Count")
                .row(
                        1,
                        "Ward Title",
                        "Surname",
                        "Forenames",
                        "Affiliation",
                        "Valid Votes Polled",
                        "Whether Elected",
                        "Electors")
                .row(2, "Upper Vale", "Archer", "Ann", "Green Party", 1200, "Elected", 4000);

        Reading reading = file.read(with(ColumnMappings.read(JSON, "mapping.json")));

        assertThat(reading.contests().get(0).result().candidacies().get(0).votes())
                .hasValue(1200);
    }

    @Test
    void aKnownTableIsStillKnown() throws Exception {
        Path example = Path.of("src/main/resources/declared/examples/trafford-2024-05-02.csv");

        assertThat(Reading.of(example, with(ColumnMappings.read(JSON, "mapping.json")))
                        .contests())
                .hasSize(21);
    }

    @Test
    void headingsAreSuggestedFromWhatTheyAreUsuallyCalled() throws Exception {
        Path file = Files.createTempFile("export", ".csv");
        try {
            Files.writeString(file, TABLE);
            Map<String, String> suggested = ColumnSuggestions.of(Submission.open(file)).stream()
                    .collect(Collectors.toMap(
                            Suggestion::heading, one -> one.column().orElse("")));

            assertThat(suggested)
                    .containsEntry("Ward Title", "area_name")
                    .containsEntry("Surname", "family_name")
                    .containsEntry("Forenames", "given_name")
                    .containsEntry("Affiliation", "party_name")
                    .containsEntry("Whether Elected", "elected")
                    .containsEntry("Electors", "electorate")
                    .containsEntry("Valid Votes Polled", "");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        ColumnMapping mapping = ColumnMappings.read(JSON, "mapping.json");

        assertThat(ColumnMappings.read(ColumnMappings.write(mapping, List.of("Box")), "again"))
                .isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | Nothing is mapped to area_name",
                "[]                                                          | is no JSON object",
                "{\"columns\": {\"a\": \"area_name\"}}                       | Nothing is mapped to name_on_ballot_paper",
                "{\"columns\": {\"a\": \"vote\"}}                            | did you mean votes?",
                "{\"columns\": {\"a\": \"votes\", \"b\": \"votes\"}}         | is given by the heading “b” and by the heading “a”",
                "{\"columns\": {\"a\": \"votes\"}, \"values\": {\"votes\": \"1\"}} | is given by the values and by",
                "{\"columns\": {\"a\": [1]}}                                 | must be a text",
                "{\"colums\": {}}                                            | is none of title, council"
            })
    void aMappingThatCannotBeUsedIsRefused(String json, String why) {
        assertThatThrownBy(() -> ColumnMappings.read(json, "mapping.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "\u0000", "null", "\"x\""})
    void whatIsNoMappingIsRefused(String json) {
        assertThatThrownBy(() -> ColumnMappings.read(json, "mapping.json")).isInstanceOf(IOException.class);
    }
}
