package uk.declared.web.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.cli.DeclaredCommand;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A council sends a result and checks that what stands in the record is what it sent. */
class ReceiptTest {
    private static final String ID = "local.trafford.north.2024-05-02";
    private static final String RECEIPT = "/doc/declaration/" + ID + "/1/receipt";
    private static final String SETTING = "declared.signing.key";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static Path sent = Path.of("");
    private static Path key = Path.of("");
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        key = folder.resolve("key.json");
        assertThat(DeclaredCommand.run("key", "--out", key.toString())).isZero();
        System.setProperty(SETTING, key.toString());
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        sent = Files.writeString(
                folder.resolve("sent.csv"),
                "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                        + "trafford,2024-05-02,E05015239,North,Ann,PP63,500,true\n"
                        + "trafford,2024-05-02,E05015239,North,Bob,PP90,300,false\n");
        publish(sent);
        deployment.upkeep().withdraw(new BallotId(ID), "Counted twice.", Source.COUNCIL);
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    private static void publish(Path file) throws Exception {
        deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(SETTING);
        server.close();
        deployment.close();
    }

    @Test
    void theHeadIsSignedSoThatToolsOfOthersCanCheckIt() throws Exception {
        JsonNode answer = JSON.readTree(get("/data/record/head"));

        String[] parts = answer.required("signature").asString().split("\\.", -1);
        assertThat(parts).hasSize(3);
        assertThat(parts[1]).as("the payload is detached").isEmpty();
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(answer.required("head").asString().getBytes(StandardCharsets.UTF_8));
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(publicKey());
        check.update((parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode head = JSON.readTree(answer.required("head").asString());
        assertThat(head.required("entries").asLong()).isEqualTo(4);
        assertThat(head.required("last").asString())
                .isEqualTo(JSON.readTree(get("/data/record")).required("hash").asString());
    }

    private PublicKey publicKey() throws Exception {
        JsonNode published =
                JSON.readTree(get("/.well-known/jwks.json")).required("keys").required(0);
        assertThat(published.has("d")).as("the secret half is published").isFalse();
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(published, "x"), number(published, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(
                1, Base64.getUrlDecoder().decode(key.required(member).asString()));
    }

    @Test
    void aReceiptIsCheckedWithNothingButFiles() throws Exception {
        Path receipt = Files.writeString(folder.resolve("receipt.json"), get(RECEIPT));
        Path keys = Files.writeString(folder.resolve("jwks.json"), get("/.well-known/jwks.json"));

        assertThat(check(receipt, keys, sent)).isZero();
    }

    @Test
    void aReceiptThatWasChangedDoesNotHold() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), get("/.well-known/jwks.json"));
        Path other = Files.writeString(
                folder.resolve("other.csv"), Files.readString(sent).replace("500", "501"));
        ObjectNode receipt = (ObjectNode) JSON.readTree(get(RECEIPT));

        assertThat(check(written(receipt), keys, other)).as("another file").isEqualTo(1);
        assertThat(check(written(changed(receipt, "line", "\\\"500\\\"", "\\\"501\\\"")), keys, sent))
                .as("another figure")
                .isEqualTo(1);
        assertThat(check(written(changed(receipt, "head", "\"entries\":4", "\"entries\":5")), keys, sent))
                .as("another head")
                .isEqualTo(1);
        ObjectNode unsigned = receipt.deepCopy();
        unsigned.remove("signature");
        assertThat(check(written(unsigned), keys, sent)).as("no signature").isEqualTo(1);
        String forged = receipt.required("line")
                .asString()
                .replace("\\\"500\\\"", "\\\"501\\\"")
                .replace(",\"previous\":", ",\"redacted\":true,\"previous\":");
        assertThat(check(written(receipt.deepCopy().put("line", forged)), keys, sent))
                .as("content that no hash covers")
                .isEqualTo(1);
        assertThat(post(JSON.writeValueAsString(receipt.deepCopy().put("line", forged)), "")
                        .select("#verdict")
                        .text())
                .contains("nothing of what this receipt says of it can be checked");
        Path foreign = folder.resolve("foreign.json");
        assertThat(DeclaredCommand.run("key", "--out", foreign.toString())).isZero();
        Path foreignKeys = Files.writeString(
                folder.resolve("foreign-keys.json"), "{\"keys\":[" + Files.readString(foreign) + "]}");
        assertThat(check(written(receipt), foreignKeys, sent)).as("another key").isEqualTo(1);
        assertThat(check(written(receipt.put("path", "no list")), keys, sent)).isIn(1, 2);
    }

    private static ObjectNode changed(ObjectNode receipt, String member, String from, String to) {
        ObjectNode copy = receipt.deepCopy();
        String text = copy.required(member).asString();
        assertThat(text).contains(from);
        return copy.put(member, text.replace(from, to));
    }

    private static Path written(ObjectNode receipt) throws Exception {
        return Files.writeString(folder.resolve("changed.json"), JSON.writeValueAsString(receipt));
    }

    private static int check(Path receipt, Path keys, Path file) {
        return DeclaredCommand.run("check", receipt.toString(), "--keys", keys.toString(), "--sent", file.toString());
    }

    @Test
    void thePageSaysOfEachStepHowItCameOut() throws Exception {
        Document page = post(get(RECEIPT), Files.readString(sent));
        assertThat(page.select("#verdict").text()).isEqualTo("Everything that could be checked holds.");
        assertThat(page.select("tbody td").eachText()).containsExactly("Holds", "Holds", "Holds", "Holds");

        Document other = post(get(RECEIPT), "another file");
        assertThat(other.select("#verdict").text()).isEqualTo("The receipt does not hold.");
        assertThat(other.select("tbody td").eachText()).containsExactly("Holds", "Holds", "Holds", "Fails");

        Document none = post(get(RECEIPT), "");
        assertThat(none.select("tbody td").eachText()).containsExactly("Holds", "Holds", "Holds", "Not checked");

        assertThat(post("{}", "").text()).contains("No receipt could be read.");
    }

    @Test
    void aWithdrawalHasAReceiptAndWhatWasNeverDeclaredNone() throws Exception {
        assertThat(JSON.readTree(get("/doc/declaration/" + ID + "/2/receipt"))
                        .required("entry")
                        .asLong())
                .isEqualTo(3);
        assertThat(status("/doc/declaration/" + ID + "/3/receipt")).isEqualTo(404);
        assertThat(status("/doc/declaration/nothing/1/receipt")).isEqualTo(404);
    }

    @Test
    void aLaterRecordIsShownToAddToAnEarlierOne() throws Exception {
        List<String> proof = JSON.readTree(get("/data/record/consistency?from=2&to=4"))
                .required("proof")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(proof).hasSize(1);
        assertThat(status("/data/record/consistency?from=0&to=4")).isEqualTo(400);
        assertThat(status("/data/record/consistency?from=2&to=5")).isEqualTo(400);
        assertThat(status("/data/record/consistency?from=two&to=4")).isEqualTo(400);
    }

    @Test
    void aReleaseIsSignedToo() throws Exception {
        Path data = folder.resolve("released");
        assertThat(DeclaredCommand.run("publish", sent.toString(), "--data", data.toString()))
                .isZero();
        assertThat(DeclaredCommand.run("release", "--data", data.toString(), "--signing-key", key.toString()))
                .isZero();
        Path manifest = data.resolve("releases/1/manifest.json");
        Path signature = data.resolve("releases/1/manifest.json.jws");
        Path keys = Files.writeString(folder.resolve("its-keys.json"), get("/.well-known/jwks.json"));

        assertThat(DeclaredCommand.run("verify", "--data", data.toString())).isZero();
        String[] check = {"check", manifest.toString(), "--signature", signature.toString(), "--keys", keys.toString()};
        assertThat(DeclaredCommand.run(check)).isZero();
        Files.writeString(manifest, Files.readString(manifest).replace("\"contests\" : 1", "\"contests\" : 2"));
        assertThat(DeclaredCommand.run(check)).isEqualTo(1);
    }

    @Test
    void aKeyIsNeverWrittenOver() throws Exception {
        String before = Files.readString(key);

        assertThat(DeclaredCommand.run("key", "--out", key.toString())).isEqualTo(2);
        assertThat(Files.readString(key)).isEqualTo(before);
    }

    private HttpResponse<String> response(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = response(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private int status(String path) throws Exception {
        return response(path).statusCode();
    }

    private Document post(String receipt, String file) throws Exception {
        String edge = "edge-of-a-part";
        String body = part(edge, "receipt", "receipt.json", receipt)
                + part(edge, "sent", "sent.csv", file)
                + "--" + edge + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.port() + "/data/record/check"))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Jsoup.parse(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String part(String edge, String name, String file, String content) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\n\r\n" + content + "\r\n";
    }
}
