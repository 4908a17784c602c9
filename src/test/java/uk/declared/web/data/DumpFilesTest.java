package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** Files to download: what is in them, and how they are fetched. */
@ExtendWith(WithSite.class)
class DumpFilesTest {
    static final String DUMP = "/data/dumps/local.trafford.2024-05-02.nq.gz";

    private final Site site;

    DumpFilesTest(Site site) {
        this.site = site;
    }

    static DatasetGraph unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return RDFParser.source(in).lang(Lang.NQUADS).toDatasetGraph();
        }
    }

    @Test
    void aDumpOfAnElectionHoldsItsContests() throws IOException {
        DatasetGraph dump = unpacked(site.get(DUMP).body());

        assertThat(dump.stream().filter(quad -> quad.getPredicate().getURI().endsWith("local-elections#votes")))
                .hasSize(98);
    }

    @Test
    void whatIsNotUnderAnOpenLicenceHasADumpOfItsOwn() throws IOException {
        String transferable = "http://localhost:8080" + Site.TRANSFERABLE;
        DatasetGraph open = unpacked(site.get("/data/dumps/all.nq.gz").body());
        DatasetGraph others =
                unpacked(site.get("/data/dumps/other-licences.nq.gz").body());

        assertThat(open.containsGraph(NodeFactory.createURI(transferable))).isFalse();
        assertThat(others.containsGraph(NodeFactory.createURI(transferable))).isTrue();
        assertThat(others.stream().map(Quad::getGraph))
                .doesNotContain(NodeFactory.createURI("http://localhost:8080" + Site.ALTRINCHAM));
    }

    @Test
    void aDumpIsResumedWhereItBrokeOff() throws Exception {
        HttpResponse<byte[]> whole = site.get(DUMP);
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> rest = site.get(DUMP, "Range", "bytes=100-", "If-Range", tag);

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, whole.body().length));
        assertThat(site.get(DUMP, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(DUMP, "Range", "bytes=999999999-").statusCode()).isEqualTo(416);
    }

    @Test
    void theChecksumIsTheDumps() throws Exception {
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(site.get(DUMP).body()));

        assertThat(Site.text(site.get(DUMP + ".sha256"))).isEqualTo(expected + "  local.trafford.2024-05-02.nq.gz\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1999.nq.gz", "local.nowhere.2024-05-02.nq.gz", "all.nq", "all.zip", "..%2Fall.nq.gz", ".nq.gz"})
    void thereIsNoOtherDump(String file) {
        assertThat(site.get("/data/dumps/" + file).statusCode()).isIn(400, 404);
    }
}
