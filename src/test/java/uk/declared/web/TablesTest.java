package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contests and elections as tables; expected figures stand in the example results' own files. */
@ExtendWith(WithSite.class)
class TablesTest {
    private static final String ELECTION = "/doc/election/local.trafford.2024-05-02";

    @ParameterizedTest
    @CsvSource({
        "'',                       name_on_ballot_paper, Mario MINIACI, votes,      103,  elected, false",
        "?layout=template,         name_on_ballot_paper, Mario MINIACI, electorate, 7876, party_id, PP90",
        "?layout=lga,              CandidateSurname,     MINIACI,       VotesWon,   103,  Elected, NOT ELECTED",
        "?layout=democracy-club,   person_name,          Mario MINIACI, votes_cast, 103,  party_id, PP90"
    })
    void aContestInEachLayout(
            String query, String name, String who, String figure, String votes, String other, String value, Site site) {
        List<NamedCsvRecord> rows = rows(site.get(Site.ALTRINCHAM + ".csv" + query));

        assertThat(rows).hasSize(4);
        assertThat(rows)
                .filteredOn(row -> row.getField(name).equals(who))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField(figure)).isEqualTo(votes);
                    assertThat(row.getField(other)).isEqualTo(value);
                });
    }

    @Test
    void anElectionHasTheRowsOfAllItsContests(Site site) {
        // 98 candidates stood in 21 wards on 2 May 2024, 236 in 21 wards a year before.
        assertThat(rows(site.get(ELECTION + ".csv?layout=lga"))).hasSize(98);
        assertThat(rows(site.get("/doc/election/local.trafford.2023-05-04.csv")))
                .hasSize(236);
    }

    @Test
    void aGroupOfElectionsHasTheRowsOfAllOfThem(Site site) {
        assertThat(rows(site.get("/doc/election/local.2024-05-02.csv"))).hasSize(98);
    }

    @Test
    void theTableIsNegotiatedToo(Site site) {
        HttpResponse<byte[]> table = site.get(ELECTION, "Accept", "text/csv");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(header(table, "Content-Type")).isEqualTo("text/csv;header=present;charset=utf-8");
        assertThat(table.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
        assertThat(site.get(ELECTION + ".csv").body()).isEqualTo(table.body());
        assertThat(type(site.get(ELECTION, "Accept", "text/*"))).isEqualTo("text/html");
        assertThat(type(site.get("/doc/declaration/local.trafford.altrincham.2024-05-02/1", "Accept", "text/csv")))
                .isEqualTo("application/problem+json");
    }

    @Test
    void theTableIsHandedOutAsDocumentsAre(Site site) {
        HttpResponse<byte[]> table = site.get(ELECTION + ".csv?layout=lga");

        assertThat(header(table, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"local.trafford.2024-05-02.lga.csv\"");
        assertThat(header(site.get(ELECTION + ".csv"), "Content-Disposition"))
                .isEqualTo("attachment; filename=\"local.trafford.2024-05-02.csv\"");
        assertThat(header(site.get(Site.ALTRINCHAM + ".csv"), "Last-Modified")).isNotBlank();
        assertThat(table.headers().allValues("Link"))
                .anyMatch(link -> link.contains("rel=\"canonical\""))
                .anyMatch(link -> link.contains("rel=\"license\""))
                .anyMatch(link -> link.contains("type=\"text/csv\""));
        String tag = header(table, "ETag");
        assertThat(tag).startsWith("\"");
        assertThat(site.get(ELECTION + ".csv?layout=lga", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(header(site.get(ELECTION + ".csv"), "ETag")).isNotEqualTo(tag);
        HttpResponse<byte[]> head = site.send("HEAD", ELECTION + ".csv?layout=lga");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(tag);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anUnknownLayoutIsRefusedWithThoseThatThereAre(Site site) {
        HttpResponse<byte[]> refused = site.get(ELECTION + ".csv?layout=excel", "Accept", "text/csv");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Site.text(refused)).contains("template, parts, lga, democracy-club");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/contest/local.trafford.nowhere.2024-05-02.csv",
                "/doc/declaration/local.trafford.altrincham.2024-05-02/1.csv",
                "/doc/candidacy/local.trafford.altrincham.2024-05-02/mario-miniaci.csv"
            })
    void whatIsNoTableHasNone(String path, Site site) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aWithdrawnContestHasNoTable(Site site) {
        assertThat(site.get(Site.WITHDRAWN + ".csv").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({"en, CSV in the LGA’s format", "cy, CSV yn fformat y Gymdeithas Llywodraeth Leol"})
    void pagesLeadToTheTables(String language, String label, Site site) {
        assertThat(site.page(Site.ALTRINCHAM + "?lang=" + language).select("section.declared-data a"))
                .anyMatch(link ->
                        link.text().equals(label) && link.attr("href").startsWith(Site.ALTRINCHAM + ".csv?layout=lga"))
                .anyMatch(link -> link.attr("href").matches(".*2024-05-02\\.csv(\\?lang=..)?"));
    }

    private static List<NamedCsvRecord> rows(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return CsvReader.builder().ofNamedCsvRecord(Site.text(response)).stream()
                .toList();
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String type(HttpResponse<byte[]> response) {
        return header(response, "Content-Type").replaceFirst(";.*", "");
    }
}
