package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.report.Finding;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.mapping.ColumnMappings;
import uk.declared.submission.mapping.ColumnSuggestions;
import uk.declared.submission.mapping.ColumnSuggestions.Suggestion;

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
                    .containsEntry("Valid Votes Polled", "votes");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        ColumnMapping mapping = ColumnMappings.read(JSON, "mapping.json");

        assertThat(ColumnMappings.read(ColumnMappings.write(mapping), "again")).isEqualTo(mapping);
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

    private static ColumnSuggestions.Found found(String text) throws Exception {
        Path file = Files.createTempFile("export", ".csv");
        try {
            Files.writeString(file, text);
            return ColumnSuggestions.find(Submission.open(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Reading asSuggested(String text, String day) throws Exception {
        String json = ColumnMappings.write("export.csv", Optional.of("medway"), found(text))
                .replace("\"polling_date\" : \"\"", "\"polling_date\" : \"" + day + "\"");
        return Reading.ofText(text, with(ColumnMappings.read(json, "mapping.json")));
    }

    /** Two headings that differ in case, and one that stands twice: what is not mapped does not count. */
    @Test
    void whatIsSuggestedPassesItsOwnCheck() throws Exception {
        Reading reading = asSuggested("""
                ward,Surname,Other names,Description,Number of votes,elected,party,surname,common_name,Box,Box
                Rochester West,ADAMS,Ann,Green Party,501,Y,Green Party,adams,Ann,1,2
                Rochester West,BAKER,Bob,Labour Party,300,N,Labour Party,baker,Bob,1,2
                """, "2023-05-04");

        assertThat(reading.findings()).noneMatch(finding -> finding.rule().startsWith("F"));
        assertThat(reading.contests().get(0).result().candidacies().get(0).familyName())
                .contains("ADAMS");
    }

    @Test
    void aColumnIsToldByItsValuesWhereItsHeadingSaysNothing() throws Exception {
        ColumnSuggestions.Found found = found("""
                A,B,C,D,E,F
                E05015239,Altrincham,Adams A,Green Party,501,Successful
                E05015239,Altrincham,Baker B,Labour Party,300,Unsuccessful
                """);

        assertThat(found.suggestions())
                .extracting(one -> one.column().orElse(""))
                .containsExactly("area_code", "", "", "party_name", "", "elected");
        assertThat(found.missing()).containsExactly("polling_date", "area_name", "name_on_ballot_paper", "votes");
        assertThat(found.translations().get("elected"))
                .containsEntry("Successful", "true")
                .containsEntry("Unsuccessful", "false");
    }

    @Test
    void aWardThatStandsOnceHoldsForTheRowsBelowIt() throws Exception {
        Reading reading = asSuggested("""
                Ward,Candidate,Party,Votes,Result
                Rochester West,Ann Adams,Green,501,Elected
                ,Bob Baker,Lab,300,
                Strood,,,,
                ,Cat Cole,LD,70,Elected
                """, "2023-05-04");

        assertThat(reading.contests())
                .extracting(
                        contest -> contest.result().area().name(),
                        contest -> contest.result().candidacies().size())
                .containsExactly(tuple("Rochester West", 2), tuple("Strood", 1));
        assertThat(reading.rules()).contains("I046@A3");
    }

    @Test
    void valuesAreReadAsTheOfficerSaysTheyAre() throws Exception {
        Reading reading = Reading.ofText(
                "Ward,Who,Party,Votes,Won\nHale,Ann Adams,Grn,12,*\nHale,Bob Baker,L/C,7,\n",
                with(ColumnMappings.read("""
                        {"council": "trafford",
                         "columns": {"Ward": "area_name", "Who": "name_on_ballot_paper", "Party": "party_name",
                                     "Votes": "votes", "Won": "elected"},
                         "values": {"polling_date": "2024-05-02"},
                         "translate": {"elected": {"*": "true"}, "party_name": {"l / c": "Labour and Co-operative Party"}}}
                        """, "mapping.json")));

        assertThat(reading.contests().get(0).result().candidacies().get(0).elected())
                .contains(true);
        assertThat(reading.contests().get(0).result().candidacies().get(1).standing())
                .hasToString(new Standing.ForParty(
                                new PartyReference(Optional.empty(), Optional.of("Labour and Co-operative Party")))
                        .toString());
    }

    @Test
    void ofSeveralMappingsTheOneCountsWhoseHeadingsTheTableHas() throws Exception {
        ColumnMapping nominations = ColumnMappings.read("""
                {"title": "old", "council": "trafford", "columns": {"Ward": "area_name", "Who": "name_on_ballot_paper",
                 "Party": "party_name"}, "values": {"polling_date": "2024-05-02"}}
                """, "old.json");
        ColumnMapping results = ColumnMappings.read("""
                {"title": "new", "council": "trafford", "columns": {"Ward": "area_name", "Who": "name_on_ballot_paper",
                 "Party": "party_name", "Votes": "votes", "Won": "elected"}, "values": {"polling_date": "2024-05-02"}}
                """, "new.json");

        Reading reading = Reading.ofText(
                "Ward,Who,Party,Votes,Won\nHale,Ann Adams,Green,12,Y\nHale,Bob Baker,Lab,7,N\n",
                new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of(nominations, results)));

        assertThat(reading.contests().get(0).result().candidacies().get(0).votes())
                .hasValue(12);
    }
}
