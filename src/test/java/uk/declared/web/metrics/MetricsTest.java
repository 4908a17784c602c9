package uk.declared.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

@ExtendWith(WithSite.class)
class MetricsTest {
    /** A sample of the text format: name, labels, number. */
    private static final Pattern SAMPLE = Pattern.compile(
            "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(\\\\.|[^\"\\\\])*\",?)+\\})? [-+0-9.eE]+|.* NaN");

    private final Site site;

    MetricsTest(Site site) {
        this.site = site;
    }

    private List<String> samples() {
        return Site.text(site.get("/metrics"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private double value(String start) {
        return samples().stream()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void everyLineIsAsPrometheusReadsIt() {
        HttpResponse<byte[]> answer = site.get("/metrics");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain;version=0.0.4");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).isEqualTo("no-store");
        assertThat(samples())
                .hasSizeGreaterThan(20)
                .allMatch(line -> SAMPLE.matcher(line).matches());
    }

    /** A request is counted once it is answered, so that whoever asked may be quicker. */
    private void awaitValue(String name, double expected) throws InterruptedException {
        for (int i = 0; i < 100 && value(name) != expected; i++) {
            Thread.sleep(50);
        }
        assertThat(value(name)).isEqualTo(expected);
    }

    @Test
    void requestsAreCountedByRouteAndNeverByPath() throws InterruptedException {
        String route = "declared_http_requests_seconds_count{method=\"GET\",route=\"/doc/**\",status=\"2xx\"}";
        double before = value(route);

        assertThat(site.get(Site.ALTRINCHAM).statusCode()).isEqualTo(200);
        assertThat(site.get(Site.ALTRINCHAM).statusCode())
                .as("one that was kept from before")
                .isEqualTo(200);
        assertThat(site.get(Site.TIE).statusCode()).isEqualTo(200);
        assertThat(site.get("/nothing-of-this-name-is-here").statusCode()).isEqualTo(404);

        awaitValue(route, before + 3);
        assertThat(samples()).noneMatch(line -> line.contains("altrincham") || line.contains("nothing-of-this-name"));
    }

    @Test
    void aThousandPathsMakeNoNewSeries() {
        site.get("/doc/contest/first");
        site.get("/first");
        long before = samples().size();

        for (int i = 0; i < 200; i++) {
            site.get("/doc/contest/nothing-" + i);
            site.get("/nothing-" + i);
            site.send("METHOD" + i, "/nothing");
        }

        // The methods that nobody knows are one method, and may be the first of their kind.
        assertThat((long) samples().size()).isLessThanOrEqualTo(before + 9);
    }

    @Test
    void refusedQueriesAreCountedByReason() throws InterruptedException {
        String reason = "declared_sparql_refused_total{reason=\"syntax\"}";
        double before = value(reason);

        site.get("/sparql?query=nonsense");

        awaitValue(reason, before + 1);
    }

    @Test
    void theStoreStandsWhereTheRecordEnds() {
        double entries = JsonMapper.builder()
                .build()
                .readTree(site.get("/data/record").body())
                .path("entries")
                .asDouble();

        assertThat(value("declared_store_entries")).isEqualTo(entries);
        assertThat(value("declared_record_entries")).isEqualTo(entries);
        assertThat(value("jvm_memory_used_bytes")).isPositive();
        assertThat(samples()).anyMatch(line -> line.startsWith("declared_submissions_total{outcome=\"refused\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.1.2.3, true",
        "172.16.0.9, true",
        "172.32.0.9, false",
        "192.168.1.1, true",
        "fd00::1, true",
        "203.0.113.7, false",
        "2001:db8::1, false"
    })
    void onlyThisMachineAndPrivateNetworksMayRead(String address, boolean near) {
        assertThat(MetricsController.isNear(address)).isEqualTo(near);
    }

    @Test
    void whoComesThroughAProxyFromElsewhereIsTurnedAway() {
        HttpResponse<byte[]> answer = site.get("/metrics", "X-Forwarded-For", "203.0.113.7");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Site.text(answer)).doesNotContain("jvm_memory");
    }
}
