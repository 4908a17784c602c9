package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/**
 * Serves the query editor's script and styles from Yasgui's WebJar, under paths that name its version, and the prefixes that
 * it knows.
 */
@RestController
final class EditorAssets {
    private static final String COORDINATES = "META-INF/maven/org.webjars.npm/zazuko__yasgui/pom.properties";
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=utf-8");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Asset(String resource, MediaType type) {}

    private final String version;
    private final Map<String, Asset> assets;

    EditorAssets() throws IOException {
        Properties coordinates = new Properties();
        try (InputStream in = open(COORDINATES)) {
            coordinates.load(in);
        }
        version = coordinates.getProperty("version");
        String webjar = "META-INF/resources/webjars/zazuko__yasgui/" + version + "/build/";
        assets = Map.of(
                "yasgui.js", new Asset(webjar + "yasgui.min.js", SCRIPT),
                "yasgui.css", new Asset(webjar + "yasgui.min.css", STYLE),
                "editor.js", new Asset("uk/declared/web/assets/editor.js", SCRIPT));
    }

    /** The path below which they are served. */
    String path() {
        return "/assets/yasgui-" + version;
    }

    @GetMapping("/assets/yasgui-{of}/{file}")
    ResponseEntity<byte[]> asset(@PathVariable String of, @PathVariable String file, HttpServletRequest request)
            throws IOException {
        if (of.equals(version) && file.equals("prefixes.json")) {
            return answer(request, MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(RdfWriter.PREFIXES));
        }
        Asset asset = assets.get(file);
        if (asset == null || !of.equals(version)) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        try (InputStream in = open(asset.resource())) {
            return answer(request, asset.type(), in.readAllBytes());
        }
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, MediaType type, byte[] content) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
        return Answers.of(request, type, content, headers, List.of());
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = EditorAssets.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the classpath");
        }
        return in;
    }
}
