package uk.declared.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.deployment.Deployment;
import uk.declared.record.Sha256;
import uk.declared.release.Release;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/** Each release: a page about it, which a DOI may lead to, and its files, whole or from any byte on. */
@RestController
@ConditionalOnBean(Deployment.class)
final class ReleaseController {
    static final String PATH = "/data/releases/";
    private static final String RELEASE = PATH + "{number:[1-9]\\d{0,6}}";
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final Map<String, MediaType> TYPES = Map.of(
            "gz", MediaType.parseMediaType("application/gzip"),
            "json", MediaType.APPLICATION_JSON,
            "cff", MediaType.parseMediaType("application/yaml"));

    private final PublishedReleases releases;
    private final Pages pages;

    ReleaseController(PublishedReleases releases, Pages pages) {
        this.releases = releases;
        this.pages = pages;
    }

    /** What the page shows. */
    record View(
            String heading,
            String lead,
            String withheld,
            List<NamedLink> files,
            String sha256,
            String citation,
            String entries,
            String head,
            List<NamedLink> sources) {}

    @GetMapping(RELEASE)
    ResponseEntity<byte[]> page(@PathVariable int number, HttpServletRequest request) {
        Release release = find(number);
        Wording wording = pages.wording(request);
        String context = request.getContextPath();
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.LINK, "<" + release.page() + ">; rel=\"cite-as\"");
        headers.add(HttpHeaders.LINK, "<" + release.licence() + ">; rel=\"license\"");
        headers.add(
                HttpHeaders.LINK,
                "<" + context + PATH + number + "/datacite.json>; rel=\"describedby\"; type=\"application/json\"");
        headers.add(
                HttpHeaders.LINK,
                "<" + context + PATH + number + "/" + release.file() + ">; rel=\"item\"; type=\"application/gzip\"");
        View view = view(release, wording);
        return pages.answer(
                request,
                Page.of(
                        "release",
                        view.heading(),
                        view,
                        wording.start(),
                        new NamedLink("/data", wording.text("data.page.heading"))),
                headers);
    }

    private View view(Release release, Wording wording) {
        String path = PATH + release.number() + "/";
        return new View(
                wording.text("release.heading", release.number()),
                wording.text(
                        "release.lead",
                        wording.time(release.made()),
                        wording.number(release.quads()),
                        wording.number(release.contests()),
                        wording.number(release.entries())),
                releases.files()
                        .withheld(release)
                        .map(note -> wording.text("release.withheld", wording.time(note.time()), note.reason()))
                        .orElse(""),
                releases.files().files(release).stream()
                        .map(name -> new NamedLink(path + name, name))
                        .toList(),
                release.sha256(),
                wording.text(
                        "release.citation",
                        release.publisher(),
                        Integer.toString(release.made().atOffset(ZoneOffset.UTC).getYear()),
                        release.title(),
                        release.page()),
                wording.number(release.entries()),
                release.head(),
                release.sources().stream()
                        .map(source -> new NamedLink(source.licence(), source.name()))
                        .toList());
    }

    @GetMapping(RELEASE + "/{name}")
    ResponseEntity<Resource> file(@PathVariable int number, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        Release release = find(number);
        Optional<Path> file = releases.files().file(release, name);
        if (file.isEmpty() && name.equals(release.file())) {
            releases.files().withheld(release).ifPresent(note -> {
                throw ProblemException.of(
                        HttpStatus.GONE, "problem.410.release", Integer.toString(number), note.reason());
            });
        }
        Path path = file.orElseThrow(ReleaseController::unknown);
        boolean quads = name.equals(release.file());
        String sha256 = quads ? release.sha256() : Sha256.of(Files.readString(path));
        HttpHeaders headers = new HttpHeaders();
        headers.setETag('"' + sha256.substring(0, 32) + '"');
        headers.setCacheControl(AN_HOUR);
        headers.setLastModified(release.made());
        headers.setContentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.TEXT_PLAIN));
        headers.set(
                "Repr-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":");
        headers.set(HttpHeaders.CONTENT_DISPOSITION, (quads ? "attachment" : "inline") + "; filename=\"" + name + "\"");
        headers.add(HttpHeaders.LINK, "<" + release.page() + ">; rel=\"cite-as\"");
        headers.add(HttpHeaders.LINK, "<" + release.licence() + ">; rel=\"license\"");
        return Answers.ofFile(request, path, headers);
    }

    private Release find(int number) {
        return releases.find(number).orElseThrow(ReleaseController::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.release");
    }
}
