package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.ContestResult;

/** Numbers and days as spreadsheet programs, R and people write them into tables. */
class SpreadsheetNumbersTest {
    private static final String HEADINGS = "council;polling_date;area_name;seats;electorate;turnout_percentage;"
            + "name_on_ballot_paper;votes;elected\n";

    private static Reading read(String day, String electorate, String turnout, String votes) {
        return Reading.ofText(HEADINGS
                + "stockport;" + day + ";Upper Vale;1;" + electorate + ";" + turnout + ";Ann Adams;" + votes + ";yes\n"
                + "stockport;" + day + ";Upper Vale;1;" + electorate + ";" + turnout + ";Bob Baker;7;no\n");
    }

    private static Reading withElectorate(String electorate) {
        return read("2024-05-02", electorate, "38.8", "12");
    }

    private static Reading withTurnout(String turnout) {
        return read("2024-05-02", "8000", turnout, "12");
    }

    private static ContestResult only(Reading reading) {
        assertThat(reading.contests()).hasSize(1);
        return reading.contests().get(0).result();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "48.29310344827586 | 48.29 | I030",
                "29.91890205864005 | 29.92 | I030",
                "37.56250000001 | 37.56 | I030",
                "37.5625 | 37.5625 | \"\"",
                "38.8% | 38.8 | I052",
                "38.8 % | 38.8 | I052",
                ".90660 | 0.90660 | I041",
                "41. | 41 | I041",
                "48,3 | 48.3 | I041",
                "0% | 0 | I052"
            })
    void aTurnoutIsReadWithAsManyPlacesAsAProgramWrites(String written, BigDecimal read, String rule) {
        Reading reading = withTurnout(written);

        assertThat(only(reading).account().turnoutPercentage()).contains(read);
        assertThat(reading.rules()).filteredOn(found -> found.endsWith("@F2")).isEqualTo(rules(rule, "@F2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "8,000 | 8000 | I050",
                "8\u00A0000 | 8000 | I050",
                "8\u2009000 | 8000 | I050",
                "8\u202F000 | 8000 | I050",
                "8 000 | 8000 | I050",
                "'8,000 | 8000 | I050",
                "8000. | 8000 | I053",
                "8000.00 | 8000 | I053",
                "7999.9999999998 | 8000 | I030",
                "0% | 0 | I053",
                "000000000012 | 12 | I053"
            })
    void aCountIsReadHoweverASpreadsheetShowsIt(String written, int read, String rule) {
        Reading reading = withElectorate(written);

        assertThat(only(reading).account().electorate()).isEqualTo(OptionalInt.of(read));
        assertThat(reading.rules()).filteredOn(found -> found.endsWith("@E2")).isEqualTo(rules(rule, "@E2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "8000.5 | F030",
                "8,0000 | F030",
                "80,00 | F030",
                "eight | F030",
                "8.000,5 | F030",
                "-68. | F031",
                "\u22125 | F031",
                "01612345678 | F046",
                "1234567890 | F046",
                "=B2/C2 | F047",
                "=SUM(E3:E9) | F047",
                "='Ward 1'!E4 | F047",
                "#REF! | F047",
                "#VALUE! | F047"
            })
    void whatIsNoCountIsToldByItsCause(String written, String rule) {
        assertThat(withElectorate(written).rules()).contains(rule + "@E2");
    }

    @Test
    void aFormulaIsNobodysName() {
        Reading reading = Reading.ofText(HEADINGS + "stockport;2024-05-02;=Sheet1!A1;1;8000;38;Ann Adams;12;yes\n");

        assertThat(reading.contests()).isEmpty();
        assertThat(reading.rules()).contains("F047@C2");
    }

    @Test
    void aDescriptionMayBeginWithAnEqualsSign() {
        Reading reading =
                Reading.ofText("council,polling_date,area_name,name_on_ballot_paper,description,votes,elected\n"
                        + "stockport,2024-05-02,Upper Vale,Ann Adams,=Equality for all,12,yes\n");

        assertThat(only(reading).candidacies().get(0).description()).contains("=Equality for all");
    }

    /** 45414 days after 30 December 1899: Python's date(1899, 12, 30) + timedelta(45414). */
    @ParameterizedTest
    @CsvSource({"45414", "45414.0"})
    void aDayThatLostItsFormatIsReadAndSaid(String serial) {
        Reading reading = read(serial, "8000", "38", "12");

        assertThat(only(reading).pollingDate()).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(reading.rules()).contains("I042@B2");
    }

    @Test
    void aNumberThatIsNoDayOfOurTimeIsNone() {
        assertThat(read("12345", "8000", "38", "12").rules()).contains("F033@B2");
    }

    /** Transfers as count sheets print them: a part of a vote without its zero, a loss of whole votes with a point. */
    @Test
    void votesOfAStageAreReadWithoutTheirZeros() {
        Reading reading = Reading.ofText("""
                council,polling_date,area_name,seats,name_on_ballot_paper,votes,elected,transfer_2,total_2
                aberdeen-city,2017-05-04,Dyce,1,Ann Adams,700,yes,-68.,632.
                aberdeen-city,2017-05-04,Dyce,1,Bob Baker,400,no,.90660,400.9066000000001
                """);

        var stage = only(reading).count().orElseThrow().stages().get(1);
        assertThat(stage.tallies().get(0).transfer()).contains(new BigDecimal("-68"));
        assertThat(stage.tallies().get(1).transfer()).contains(new BigDecimal("0.90660"));
        assertThat(stage.tallies().get(1).votes()).contains(new BigDecimal("400.90660"));
        assertThat(reading.rules()).contains("I030@I3");
    }

    private static List<String> rules(String rule, String place) {
        return rule.isEmpty() ? List.of() : List.of(rule + place);
    }
}
