package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.ground.Json;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/**
 * Serves the query editor's script and styles from Yasgui's WebJar, under paths that name its version, and the prefixes that
 * it knows.
 */
@RestController
final class EditorAssets {
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=utf-8");

    private record Asset(String resource, MediaType type) {}

    private static final String SCRIPT_FILE = "uk/declared/web/assets/editor.js";

    private final String version;
    private final byte[] terms;
    private final Map<String, Asset> assets;

    EditorAssets(Uris uris) {
        String released = Shipped.webjarVersion("zazuko__yasgui");
        String webjar = "META-INF/resources/webjars/zazuko__yasgui/" + released + "/build/";
        terms = Json.PLAIN.writeValueAsBytes(EditorTerms.of(uris));
        version = released + "-"
                + DigestUtils.md5DigestAsHex((Shipped.text(SCRIPT_FILE) + new String(terms, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8))
                        .substring(0, 8);
        assets = Map.of(
                "yasgui.js", new Asset(webjar + "yasgui.min.js", SCRIPT),
                "yasgui.css", new Asset(webjar + "yasgui.min.css", STYLE),
                "editor.js", new Asset(SCRIPT_FILE, SCRIPT));
    }

    /** The path below which they are served. */
    String path() {
        return "/assets/yasgui-" + version;
    }

    @GetMapping("/assets/yasgui-{of}/{file}")
    ResponseEntity<byte[]> asset(@PathVariable String of, @PathVariable String file, HttpServletRequest request) {
        if (of.equals(version) && file.equals("prefixes.json")) {
            return answer(request, MediaType.APPLICATION_JSON, Json.PLAIN.writeValueAsBytes(RdfWriter.PREFIXES));
        }
        if (of.equals(version) && file.equals("terms.json")) {
            return answer(request, MediaType.APPLICATION_JSON, terms);
        }
        Asset asset = assets.get(file);
        if (asset == null || !of.equals(version)) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        return answer(request, asset.type(), Shipped.bytes(asset.resource()));
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, MediaType type, byte[] content) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
        return Answers.of(request, type, content, headers, List.of());
    }
}
