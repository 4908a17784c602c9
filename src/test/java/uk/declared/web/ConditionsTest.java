package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional requests and ranges (RFC 9110, sections 13 and 14). */
@ExtendWith(WithSite.class)
class ConditionsTest {
    private static final String DUMP = "/data/dumps/local.trafford.2024-05-02.nq.gz";
    private static final String LONG_AGO = "Thu, 01 Jan 2015 00:00:00 GMT";
    private static final String LONG_HENCE = "Fri, 01 Jan 2100 00:00:00 GMT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                DUMP,
                "/",
                Site.ALTRINCHAM + ".ttl",
                "/data.ttl",
                "/data/areas.nt",
                "/elections.csv",
                "/def/local-elections.ttl",
                "/feed.atom",
                "/ldes",
                "/ldes/1",
                "/openapi.json",
                "/queries/turnout-by-ward.csv?election=local.trafford.2024-05-02"
            })
    void conditionsAreHeededEverywhere(String path, Site site) {
        HttpResponse<byte[]> whole = site.get(path);
        String tag = header(whole, "ETag");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(header(whole, "Last-Modified")).endsWith(" GMT");
        assertThat(site.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(site.get(path, "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
        assertThat(site.get(path, "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(site.get(path, "If-Match", "*").statusCode()).isEqualTo(200);
        assertThat(site.get(path, "If-Match", "\"another\"").statusCode()).isEqualTo(412);
        assertThat(site.get(path, "If-Match", "W/" + tag).statusCode()).isEqualTo(412);
        assertThat(site.get(path, "If-Modified-Since", LONG_HENCE).statusCode()).isEqualTo(304);
        assertThat(site.get(path, "If-Modified-Since", LONG_AGO).statusCode()).isEqualTo(200);
        assertThat(site.get(path, "If-Modified-Since", LONG_HENCE, "If-None-Match", "\"another\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get(path, "If-Unmodified-Since", LONG_AGO).statusCode()).isEqualTo(412);
        assertThat(site.get(path, "If-Unmodified-Since", LONG_HENCE).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPartOfAnotherFileIsNotMixedWithThisOne(Site site) {
        byte[] whole = site.get(DUMP).body();
        HttpResponse<byte[]> other = site.get(DUMP, "Range", "bytes=100-", "If-Range", "\"of-yesterday\"");
        HttpResponse<byte[]> older = site.get(DUMP, "Range", "bytes=100-", "If-Range", LONG_AGO);

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(whole);
        assertThat(older.statusCode()).isEqualTo(200);
        assertThat(older.body()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9,        0, 10",
        "bytes=10-,       10, -1",
        "bytes=-7,        -7, -1",
        "bytes=5-999999999, 5, -1",
    })
    void aRangeOfThisVeryFileIsSent(String range, int from, int to, Site site) {
        HttpResponse<byte[]> whole = site.get(DUMP);
        HttpResponse<byte[]> part = site.get(DUMP, "Range", range, "If-Range", header(whole, "ETag"));
        int size = whole.body().length;
        int first = from < 0 ? size + from : from;
        int end = to < 0 ? size : to;

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + size);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), first, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-1", "bytes=a-b", "lines=0-9", "bytes=0-1,5-6"})
    void whatIsNoSingleRangeIsNotHeeded(String range, Site site) {
        assertThat(site.get(DUMP, "Range", range).statusCode()).isEqualTo(200);
    }

    @Test
    void aRangeBeyondTheEndHasNoBodyAndTheSize(Site site) {
        HttpResponse<byte[]> none = site.get(DUMP, "Range", "bytes=999999999-");

        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(header(none, "Content-Range"))
                .isEqualTo("bytes */" + site.get(DUMP).body().length);
        assertThat(none.body()).isEmpty();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
