package uk.declared.election;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilsTest {
    private static final LocalDate MAY_2024 = LocalDate.of(2024, 5, 2);

    private final Councils councils = Councils.shipped();

    @ParameterizedTest
    @CsvSource({
        "Trafford Metropolitan Borough Council, trafford",
        "trafford mbc, trafford",
        "Isle of Wight Council, isle-of-wight",
        "The City of York Council, york",
        "London Borough of Barking & Dagenham, barking-and-dagenham",
        "City of London, city-of-london",
        "Council of the Isles of Scilly, isles-of-scilly",
        "Cyngor Caerdydd, cardiff",
        "Dinas a Sir Abertawe, swansea",
        "BCP Council, bournemouth-christchurch-and-poole",
        "Bath & NE Somerset, bath-and-north-east-somerset",
        "LB Barnet, barnet",
        "Barnet LBC, barnet",
        "Shetland, shetland-islands",
        "Cyngor Gwynedd, gwynedd",
        "Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr, bridgend",
        "Cyngor Sir Ynys Mon, isle-of-anglesey",
        "Cyngor Sir Penfro, pembrokeshire",
        "Na h-Eileanan an Iar, na-h-eileanan-an-iar",
        "Comhairle nan Eilean Siar, na-h-eileanan-an-iar",
        "Western Isles Council, na-h-eileanan-an-iar",
        "Rhondda Cynon Taff County Borough Council, rhondda-cynon-taff",
        "Shepway District Council, folkestone-hythe",
        "Folkestone & Hythe District Council, folkestone-hythe",
        "Hull City Council, kingston-upon-hull",
        "'Bristol, City of', bristol",
        "Nowhere Borough Council, ''",
        "Borough Council, ''"
    })
    void namesAreComparedWithoutTheWordsThatAllCouncilsHave(String name, String slug) {
        assertThat(councils.byName(name, MAY_2024).map(Council::slug).orElse(""))
                .isEqualTo(slug);
    }

    @Test
    void anEarlierCodeNamesTheSameCouncil() {
        // Isles of Scilly: E07000025 until 2009, E06000053 since.
        assertThat(councils.byCode(new GssCode("E07000025"), MAY_2024))
                .map(Council::slug)
                .contains("isles-of-scilly");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-04, E10000027", // the county council's last ordinary election
        "2021-10-07, E10000027", // a by-election before the new council was elected
        "2022-05-05, E06000066", // the first election of the council that started on 1 April 2023
        "2024-05-02, E06000066"
    })
    void twoCouncilsOfOneNameAreToldApartByPollingDay(LocalDate day, String code) {
        assertThat(councils.bySlug("somerset", day).flatMap(Council::code).map(GssCode::value))
                .contains(code);
        assertThat(councils.byName("Somerset", day).flatMap(Council::code).map(GssCode::value))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        // ONS, Code History Database: the days on which codes and names ended.
        "glasgow-city, 2017-05-04, S12000046, Glasgow City Council",
        "glasgow-city, 2022-05-05, S12000049, Glasgow City Council",
        "fife, 2017-05-04, S12000015, Fife Council",
        "fife, 2018-02-02, S12000047, Fife Council",
        "gateshead, 2012-05-03, E08000020, Gateshead Metropolitan Borough Council",
        "north-lanarkshire, 2012-05-03, S12000044, North Lanarkshire Council",
        "folkestone-hythe, 2015-05-07, E07000112, Shepway District Council",
        "folkestone-hythe, 2019-05-02, E07000112, Folkestone and Hythe District Council",
        "ards-and-north-down, 2014-05-22, N09000011, North Down and Ards District Council"
    })
    void codeAndNameAreThoseOfTheDay(String slug, LocalDate day, String code, String name) {
        ElectedBody body = councils.bySlug(slug, day).orElseThrow().bodyOn(day);

        assertThat(body.area().map(GssCode::value)).contains(code);
        assertThat(body.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "city-of-edinburgh, edinburgh",
        "eilean-siar, na-h-eileanan-an-iar",
        "the-scottish-borders, scottish-borders"
    })
    void shortNamesOfEarlierIdentifiersStandForTheCouncil(String former, String slug) {
        assertThat(councils.bySlug(former, LocalDate.of(2017, 5, 4)).map(Council::slug))
                .contains(slug);
    }

    @Test
    void theNewCouncilsOfSurreyAreElectedAYearBeforeTheyStart() {
        LocalDate day = LocalDate.of(2026, 5, 7);

        assertThat(councils.bySlug("east-surrey", day).filter(council -> council.electsOn(day)))
                .isPresent();
        assertThat(councils.byName("West Surrey Council", day).map(Council::slug))
                .contains("west-surrey");
        assertThat(councils.bySlug("woking", LocalDate.of(2027, 5, 6))
                        .filter(council -> council.electsOn(LocalDate.of(2027, 5, 6))))
                .isEmpty();
    }

    @Test
    void everyRowOfTheHistoryIsOfACouncilOfTheTable() {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/main/resources/declared/council-history.csv"))) {
            assertThat(rows.stream()).isNotEmpty().allSatisfy(row -> {
                assertThat(councils.knows(row.getField("council"))).isTrue();
                assertThat(row.getField("source")).isNotBlank();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theNearestSlugsAreSuggested() {
        assertThat(councils.slugsLike("Traford Council")).startsWith("trafford");
    }

    @Test
    void anAuthoritysMayorIsKnownByItsNameOrCode() {
        OtherBodies bodies = OtherBodies.shipped();

        assertThat(bodies.withMayor("Greater Manchester"))
                .map(ElectedBody::slug)
                .contains("greater-manchester-ca");
        assertThat(bodies.withMayor("Mayor of London")).map(ElectedBody::slug).contains("london");
        assertThat(bodies.withMayor("E47000008")).map(ElectedBody::slug).contains("cambridgeshire-and-peterborough");
        assertThat(bodies.withMayor("Trafford")).isEqualTo(Optional.empty());
    }
}
