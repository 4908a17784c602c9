package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** One row a line; what its columns are is said at its head. */
    private static final Path ROUTES = Path.of("src/test/resources/web/routes.txt");

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

    static Stream<Route> routes() throws IOException {
        return Files.readAllLines(ROUTES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Route::of);
    }

    static Stream<Route> readable() throws IOException {
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
        fail("%s changed at each of 60 requests", route);
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
