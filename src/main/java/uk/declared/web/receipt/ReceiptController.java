package uk.declared.web.receipt;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.receipt.Receipts;
import uk.declared.record.RecordedVersion;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/**
 * What lets anyone check the record from outside: its signed head, the receipt of one declaration, the proof that a later record only
 * adds to an earlier one, and the keys.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class ReceiptController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType KEY_SET = MediaType.parseMediaType("application/jwk-set+json");
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Receipts receipts;
    private final ReceiptConfiguration.PublishedKeys keys;
    private final History history;

    ReceiptController(Receipts receipts, ReceiptConfiguration.PublishedKeys keys, Deployment deployment) {
        this.receipts = receipts;
        this.keys = keys;
        this.history = deployment.history();
    }

    @GetMapping("/data/record/head")
    ResponseEntity<byte[]> head(HttpServletRequest request) throws IOException {
        Receipts.SignedHead signed = receipts.head();
        ObjectNode json = JSON.createObjectNode().put("head", signed.head().text());
        signed.signature().ifPresent(signature -> json.put("signature", signature));
        return answer(request, MediaType.APPLICATION_JSON, JSON.writeValueAsString(json), new HttpHeaders());
    }

    @GetMapping("/data/record/consistency")
    ResponseEntity<byte[]> consistency(
            @RequestParam(name = "from", defaultValue = "") String first,
            @RequestParam(name = "to", defaultValue = "") String second,
            HttpServletRequest request)
            throws IOException {
        long last = receipts.head().head().entries();
        long from = number(first);
        long to = number(second);
        if (from < 1 || from > to || to > last) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.consistency", Long.toString(last));
        }
        ObjectNode json = JSON.createObjectNode().put("from", from).put("to", to);
        ArrayNode proof = json.putArray("proof");
        receipts.consistency(from, to).forEach(proof::add);
        return answer(request, MediaType.APPLICATION_JSON, JSON.writeValueAsString(json), new HttpHeaders());
    }

    /** A number of entries; 0, of which there is no proof, for any other text. */
    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<byte[]> keys(HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(AN_HOUR);
        return answer(request, KEY_SET, keys.text(), headers);
    }

    @GetMapping(Uris.DECLARATIONS + "{contest}/{number:[1-9]\\d{0,6}}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable String contest, @PathVariable int number, HttpServletRequest request)
            throws IOException {
        RecordedVersion version = versions(contest).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"receipt-" + contest + "-" + number + ".json\"");
        headers.add(
                HttpHeaders.LINK,
                "<" + request.getContextPath() + "/.well-known/jwks.json>; rel=\"related\"; type=\"" + KEY_SET + "\"");
        return answer(
                request,
                MediaType.APPLICATION_JSON,
                receipts.of(version.sequence()).text(),
                headers);
    }

    private List<RecordedVersion> versions(String contest) {
        try {
            return history.of(new BallotId(contest));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static ResponseEntity<byte[]> answer(
            HttpServletRequest request, MediaType type, String text, HttpHeaders headers) {
        return Answers.of(request, type, text.getBytes(StandardCharsets.UTF_8), headers, List.of());
    }
}
