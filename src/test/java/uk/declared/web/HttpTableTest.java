package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The HTTP interface as a table: what is asked for, and with which status and headers it is answered. {@code $A} stands for a
 * contest's identifier, {@code -} for nothing.
 */
@ExtendWith(WithSite.class)
class HttpTableTest {
    private static final String CONTEST = "local.trafford.altrincham.2024-05-02";
    private static final Pattern RELATION = Pattern.compile("rel=\"([^\"]+)\"");

    /** Path; Accept; status; media type; Vary, Accept-Encoding left out; Cache-Control; Content-Language; relations of Link. */
    private static final String ROUTES = """
            /                                  | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | -
            /elections                         | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /elections/2024-05-02              | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /councils                          | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /elections.csv                     | -                    | 200 | text/csv                   | Accept                 | no-cache | -  | *
            /doc/contest/$A                    | -                    | 200 | text/html                  | Accept,Accept-Datetime,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A                    | text/turtle          | 200 | text/turtle                | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A                    | application/n-quads  | 200 | application/n-quads        | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A                    | application/pdf      | 406 | application/problem+json   | Accept,Accept-Datetime,Accept-Language | no-cache | en | -
            /doc/contest/$A.ttl                | application/pdf      | 200 | text/turtle                | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A.jsonld             | -                    | 200 | application/ld+json        | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A.rdf                | -                    | 200 | application/rdf+xml        | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A.nt                 | -                    | 200 | application/n-triples      | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A.nq                 | -                    | 200 | application/n-quads        | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A.trig               | -                    | 200 | application/trig           | Accept,Accept-Datetime,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/$A.csv                | -                    | 200 | text/csv                   | Accept,Accept-Datetime | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/contest/local.example.gone.2022-05-05 | -            | 410 | application/problem+json   | Accept,Accept-Datetime,Accept-Language | no-cache | en | timegate,timemap
            /doc/contest/local.example.llanwr.2022-05-05 | -          | 200 | text/html                  | Accept,Accept-Datetime,Accept-Language | no-cache | en | *
            /doc/candidacy/$A/mario-miniaci    | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/candidacy/$A/mario-miniaci    | application/rdf+xml  | 200 | application/rdf+xml        | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/election/local.trafford.2024-05-02 | -               | 200 | text/html                  | Accept,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/election/local.trafford.2024-05-02.geojson | -       | 200 | application/geo+json       | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/election/local.2024-05-02     | text/turtle          | 200 | text/turtle                | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/area/E05015239                | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/area/E05015239.geojson        | -                    | 200 | application/geo+json       | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/area/example.llan%C5%B5r.2022-05-05 | text/turtle    | 200 | text/turtle                | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/council/trafford              | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /doc/party/PP63                    | application/ld+json  | 200 | application/ld+json        | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/declaration/$A/1              | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license,timegate,timemap
            /doc/declaration/$A/1/result       | text/turtle          | 200 | text/turtle                | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license,original,timegate,timemap
            /doc/declaration/$A/1/notice       | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /def/local-elections               | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license
            /def/local-elections.ttl           | -                    | 200 | text/turtle                | Accept,Accept-Language | no-cache | -  | alternate,canonical,cite-as,describedby,license
            /def/context.jsonld                | -                    | 200 | application/ld+json        | -                      | no-cache | -  | *
            /def/rules                         | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | alternate,canonical,cite-as,describedby,license
            /queries                           | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /queries/turnout-league            | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /queries/turnout-league.csv        | -                    | 200 | text/csv                   | Accept                 | no-cache | -  | *
            /queries/turnout-league.json       | -                    | 200 | application/sparql-results+json | Accept            | no-cache | -  | *
            /data                              | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /data                              | text/turtle          | 200 | text/turtle                | Accept,Accept-Language | no-cache | -  | *
            /data.json                         | -                    | 200 | application/json           | -                      | no-cache | -  | *
            /data/record                       | -                    | 200 | application/json           | -                      | no-cache | -  | *
            /data/dumps/shared.nq.gz.sha256    | -                    | 200 | text/plain                 | -                      | no-cache | -  | *
            /.well-known/void                  | application/ld+json  | 200 | application/ld+json        | Accept,Accept-Language | no-cache | -  | *
            /feed.atom                         | -                    | 200 | application/atom+xml       | Accept-Language        | no-cache | en | *
            /ldes                              | -                    | 200 | text/turtle                | Accept                 | max-age=15, public | - | -
            /ldes                              | text/html            | 406 | text/html                  | Accept,Accept-Language | no-cache | en | -
            /ldes/1                            | application/n-quads  | 200 | application/n-quads        | Accept                 | max-age=15, public | - | -
            /ldes/1                            | text/turtle          | 200 | text/turtle                | Accept                 | max-age=15, public | - | -
            /area                              | -                    | 200 | text/html                  | Accept,Accept-Language | no-cache | en | *
            /openapi.json                      | -                    | 200 | application/json           | Accept-Language        | no-cache | en | *
            /timemap/contest/$A                | -                    | 200 | application/link-format    | -                      | no-cache | -  | *
            /submissions                       | -                    | 401 | application/problem+json   | Accept,Accept-Language | no-cache | en | -
            """;

    /** One row of the table. */
    record Route(
            String path,
            String accept,
            int status,
            String type,
            Set<String> vary,
            String caching,
            String language,
            String relations) {
        private static Route of(String row) {
            List<String> cells = Arrays.stream(row.split("\\|", -1))
                    .map(cell -> cell.strip().replace("$A", CONTEST))
                    .toList();
            return new Route(
                    cells.get(0),
                    cells.get(1),
                    Integer.parseInt(cells.get(2)),
                    cells.get(3),
                    set(cells.get(4)),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7));
        }

        @Override
        public String toString() {
            return path + " as " + accept;
        }
    }

    static Stream<Route> routes() {
        return ROUTES.lines().map(Route::of);
    }

    static Stream<Route> readable() {
        return routes().filter(route -> route.status() == 200);
    }

    private static HttpResponse<byte[]> ask(String method, Route route, Site site, String... headers) {
        return route.accept().equals("-")
                ? site.send(method, route.path(), headers)
                : site.send(
                        method,
                        route.path(),
                        Stream.concat(Stream.of("Accept", route.accept()), Arrays.stream(headers))
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteAnswersAsTheTableSays(Route route, Site site) {
        HttpResponse<byte[]> response = ask("GET", route, site);

        assertThat(response.statusCode()).isEqualTo(route.status());
        assertThat(header(response, "Content-Type").replaceFirst(";.*", "")).isEqualTo(route.type());
        Set<String> vary = vary(response);
        if (route.status() == 200) {
            assertThat(vary).contains("Accept-Encoding");
        }
        vary.remove("Accept-Encoding");
        assertThat(String.join(",", vary)).isEqualToIgnoringCase(String.join(",", route.vary()));
        assertThat(header(response, "Cache-Control")).isEqualTo(route.caching());
        assertThat(header(response, "Content-Language"))
                .isEqualTo(route.language().replace("-", ""));
        if (!route.relations().equals("*")) {
            assertThat(relations(response)).isEqualTo(set(route.relations()));
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void everyRouteHasAStrongTagByWhichItIsAskedForAgain(Route route, Site site) {
        HttpResponse<byte[]> response = ask("GET", route, site);
        String tag = header(response, "ETag");

        assertThat(tag).matches("\"[^\"]+\"");
        HttpResponse<byte[]> again = ask("GET", route, site, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(vary(again)).isEqualTo(vary(response));
        assertThat(header(again, "Cache-Control")).isEqualTo(header(response, "Cache-Control"));
        assertThat(ask("GET", route, site, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    /** The catalogue says how long a dump is as soon as one was written, which goes on beside the readers. */
    private static void settle(Route route, Site site) throws InterruptedException {
        String before = header(ask("GET", route, site), "ETag");
        for (int i = 0; i < 60; i++) {
            Thread.sleep(route.path().startsWith("/data") ? 250 : 0);
            String now = header(ask("GET", route, site), "ETag");
            if (now.equals(before)) {
                return;
            }
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void headIsGetWithoutItsBody(Route route, Site site) throws Exception {
        settle(route, site);
        Map<String, List<String>> get = headers(ask("GET", route, site));
        HttpResponse<byte[]> head = ask("HEAD", route, site);

        assertThat(head.statusCode()).isEqualTo(route.status());
        assertThat(head.body()).isEmpty();
        assertThat(headers(head)).isEqualTo(get);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatIsCompressedIsTheSameUnderAnotherTag(Route route, Site site) throws Exception {
        settle(route, site);
        HttpResponse<byte[]> plain = ask("GET", route, site);
        HttpResponse<byte[]> zipped = ask("GET", route, site, "Accept-Encoding", "gzip");

        if (header(zipped, "Content-Encoding").isEmpty()) {
            // What is short is not compressed.
            assertThat(plain.body().length).isLessThan(1024);
            assertThat(zipped.body()).isEqualTo(plain.body());
            return;
        }
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatCanOnlyBeReadSaysSo(Route route, Site site) {
        for (String method : List.of("PUT", "DELETE", "PATCH", "BREW")) {
            HttpResponse<byte[]> response = ask(method, route, site);
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(set(header(response, "Allow"))).as(method).contains("GET", "HEAD", "OPTIONS");
        }
        HttpResponse<byte[]> options = ask("OPTIONS", route, site);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(set(header(options, "Allow"))).contains("GET", "HEAD", "OPTIONS");
    }

    @ParameterizedTest
    @MethodSource("readable")
    void aSlashAtTheEndOrAnUnknownEndingNamesNothing(Route route, Site site) {
        String path = route.path();
        if (!path.equals("/")) {
            assertThat(site.get(path + "/").statusCode()).isEqualTo(404);
            assertThat(site.get(path + ".exe").statusCode()).isEqualTo(404);
        }
    }

    /** Path; headers as name=value; status; a header; what it holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET  | /id/contest/$A                  | -                        | 303 | Location      | /doc/contest/$A
        HEAD | /id/contest/$A                  | -                        | 303 | Location      | /doc/contest/$A
        GET  | /id/contest/$A?lang=cy          | -                        | 303 | Location      | /doc/contest/$A?lang=cy
        GET  | /id/contest/$A/rejection/official-mark | -                 | 303 | Location      | /doc/contest/$A
        GET  | /id/candidacy/$A/mario-miniaci  | -                        | 303 | Location      | /doc/candidacy/$A/mario-miniaci
        GET  | /id/election/local.2024-05-02   | -                        | 303 | Location      | /doc/election/local.2024-05-02
        GET  | /id/area/example.llan%C5%B5r.2022-05-05 | -                | 303 | Location      | /doc/area/example.llan%C5%B5r.2022-05-05
        GET  | /id/area/example.llan%c5%b5r.2022-05-05 | -                | 303 | Location      | /doc/area/example.llan%c5%b5r.2022-05-05
        GET  | /id/council/trafford            | -                        | 303 | Vary          | Accept, Accept-Language
        GET  | /id/party/PP63                  | -                        | 303 | Cache-Control | no-cache
        GET  | /id/declaration/$A/1            | -                        | 303 | Location      | /doc/declaration/$A/1
        GET  | /id/contest/local.example.gone.2022-05-05 | -              | 303 | Location      | /doc/contest/local.example.gone.2022-05-05
        POST | /id/contest/$A                  | -                        | 405 | Allow         | GET,HEAD,OPTIONS
        GET  | /id/wizard/merlin               | -                        | 404 | Content-Type  | application/problem+json
        GET  | /id/contest/$A/                 | -                        | 404 | Content-Type  | application/problem+json
        GET  | /def/local-elections/votes      | -                        | 303 | Location      | /def/local-elections#votes
        GET  | /def/local-elections/votes      | Accept=text/turtle       | 303 | Location      | /def/local-elections.ttl
        GET  | /def/local-elections/votes      | -                        | 303 | Cache-Control | no-cache
        GET  | /def/local-elections/noSuchTerm | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/area/it's                  | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/area/it%27s                | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/council/Ynys%20M%C3%B4n     | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/area/%C5%B5%E2%80%99       | Accept=text/html         | 404 | Content-Type  | text/html;charset=utf-8
        GET  | /doc/contest%2F$A               | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/candidacy/$A%2Fmario-miniaci | -                      | 404 | Content-Type  | application/problem+json
        GET  | /doc/contest/local%2Etrafford%2Ealtrincham%2E2024-05-02 | - | 200 | Content-Type  | text/html;charset=utf-8
        GET  | /doc/contest/$A.pdf             | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/party/PP63.nq              | -                        | 404 | Content-Type  | application/problem+json
        GET  | /doc/contest/$A                 | Accept-Language=cy       | 200 | Content-Language | cy
        GET  | /doc/contest/$A?lang=cy         | Accept-Language=en       | 200 | Content-Language | cy
        GET  | /timegate/contest/local.nowhere.2024-05-02 | -             | 404 | Content-Type  | application/problem+json
        GET  | /timegate/contest/$A            | -                        | 302 | Location      | /doc/declaration/$A/1/result
        GET  | /timegate/contest/$A            | -                        | 302 | Vary          | Accept-Datetime
        GET  | /doc/contest/$A                 | Accept-Datetime=Fri, 03 May 2024 02:00:00 GMT | 302 | Location | /doc/declaration/$A/1/result
        GET  | /doc/contest/$A.nt              | Accept-Datetime=Fri, 03 May 2024 02:00:00 GMT | 302 | Location | /doc/declaration/$A/1/result.nt
        GET  | /doc/contest/$A                 | Accept-Datetime=yesterday | 400 | Content-Type | application/problem+json
        GET  | /data/dumps/shared.nq.gz        | -                        | 200 | Accept-Ranges | bytes
        GET  | /data/dumps/shared.nq.gz        | Range=bytes=0-9          | 206 | Content-Length | 10
        GET  | /data/dumps/shared.nq.gz        | Range=bytes=999999999-   | 416 | Accept-Ranges | bytes
        GET  | /data/dumps/1999.nq.gz          | -                        | 404 | Content-Type  | application/problem+json
        GET  | /data/releases/99               | -                        | 404 | Content-Type  | application/problem+json
        HEAD | /events                         | -                        | 200 | Content-Type  | text/event-stream;charset=utf-8
        HEAD | /events                         | -                        | 200 | Cache-Control | no-store
        GET  | /events                         | Accept=text/turtle       | 406 | Content-Type  | application/problem+json
        GET  | /events?council=nowhere         | -                        | 404 | Content-Type  | application/problem+json
        GET  | /ldes/99                        | -                        | 404 | Content-Type  | application/problem+json
        GET  | /ldes.html                      | -                        | 404 | Content-Type  | application/problem+json
        GET  | /health                         | -                        | 200 | Cache-Control | no-store
        GET  | /reconcile                      | -                        | 200 | Content-Type  | application/json
        GET  | /sparql                         | Accept=text/turtle       | 200 | Content-Type  | text/turtle;charset=utf-8
        GET  | /sparql                         | Accept=text/html         | 200 | Content-Type  | text/html;charset=utf-8
        PUT  | /sparql                         | -                        | 405 | Content-Type  | application/problem+json
        GET  | /nothing-here                   | -                        | 404 | Content-Language | en
        """)
    void aRequestIsAnsweredAsTheTableSays(
            String method, String path, String header, int status, String name, String value, Site site) {
        int equals = header.indexOf('=');
        HttpResponse<byte[]> response = equals < 0
                ? site.send(method, path.replace("$A", CONTEST))
                : site.send(
                        method, path.replace("$A", CONTEST), header.substring(0, equals), header.substring(equals + 1));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(String.join(", ", response.headers().allValues(name))).isEqualTo(value.replace("$A", CONTEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Accept-Datetime", "Accept-Language", "If-None-Match", "Last-Event-ID", "Range"})
    void aProgramOnAnyOtherSiteMayAskAsThisTableDoes(String header, Site site) {
        HttpResponse<byte[]> preflight = site.send(
                "OPTIONS",
                Site.ALTRINCHAM,
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                header);

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(set(header(preflight, "Access-Control-Allow-Headers"))).contains(header);
        assertThat(set(header(site.get(Site.ALTRINCHAM), "Access-Control-Expose-Headers")))
                .contains("ETag", "Link", "Memento-Datetime", "Content-Range");
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        return response.headers().map().entrySet().stream()
                .filter(entry -> !Set.of(
                                "date", "connection", "keep-alive", "transfer-encoding", "set-cookie", "x-request-id")
                        .contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> relations(HttpResponse<byte[]> response) {
        return response.headers().allValues("Link").stream()
                .flatMap(link -> RELATION.matcher(link).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> vary(HttpResponse<byte[]> response) {
        return response.headers().allValues("Vary").stream()
                .flatMap(field -> set(field).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    }

    private static Set<String> set(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.equals("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
