package uk.declared.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;

/** Serves the stylesheet and the pictures under paths that name their content, to be kept for a year. */
@RestController
final class AssetController {
    private final Stylesheet stylesheet;

    AssetController(Stylesheet stylesheet) {
        this.stylesheet = stylesheet;
    }

    @GetMapping("/assets/{version}/declared.css")
    ResponseEntity<byte[]> css(@PathVariable String version, HttpServletRequest request) {
        return asset(request, version, "text/css;charset=utf-8", stylesheet.css());
    }

    @GetMapping("/assets/{version}/icon.svg")
    ResponseEntity<byte[]> icon(@PathVariable String version, HttpServletRequest request) {
        return asset(request, version, "image/svg+xml", stylesheet.icon());
    }

    @GetMapping("/assets/{version}/model.svg")
    ResponseEntity<byte[]> diagram(@PathVariable String version, HttpServletRequest request) {
        return asset(request, version, "image/svg+xml", stylesheet.diagram());
    }

    @GetMapping("/assets/{version}/upload.js")
    ResponseEntity<byte[]> upload(@PathVariable String version, HttpServletRequest request) {
        return asset(request, version, "text/javascript;charset=utf-8", stylesheet.upload());
    }

    @GetMapping("/assets/{version}/live.js")
    ResponseEntity<byte[]> live(@PathVariable String version, HttpServletRequest request) {
        return asset(request, version, "text/javascript;charset=utf-8", stylesheet.live());
    }

    @GetMapping("/assets/{version}/suggest.js")
    ResponseEntity<byte[]> suggest(@PathVariable String version, HttpServletRequest request) {
        return asset(request, version, "text/javascript;charset=utf-8", stylesheet.suggest());
    }

    private ResponseEntity<byte[]> asset(HttpServletRequest request, String version, String type, String content) {
        if (!version.equals(stylesheet.version())) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        return Answers.of(
                request, MediaType.parseMediaType(type), content.getBytes(StandardCharsets.UTF_8), headers, List.of());
    }
}
