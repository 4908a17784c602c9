package uk.declared.web.version;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.record.RecordedVersion;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;

/**
 * What was published of a contest, of a candidacy or by a declaration at a given time (RFC 7089): {@code /timegate/…} leads to
 * the version of a time that the client names in {@code Accept-Datetime}, {@code /timemap/…} lists all versions.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class Memento {
    private static final String CONTEST = "contest/";

    private final Versions versions;
    private final Uris uris;

    Memento(Versions versions, Uris uris) {
        this.versions = versions;
        this.uris = uris;
    }

    @GetMapping("/timegate/contest/{contest}")
    ResponseEntity<byte[]> gate(@PathVariable String contest, HttpServletRequest request) {
        return ofContest(versions.contest(contest)).lead(request);
    }

    @GetMapping("/timemap/contest/{contest}")
    ResponseEntity<byte[]> map(@PathVariable String contest, HttpServletRequest request) {
        return ofContest(versions.contest(contest)).answer(request);
    }

    @GetMapping("/timegate/candidacy/{contest}/{key}")
    ResponseEntity<byte[]> gate(@PathVariable String contest, @PathVariable String key, HttpServletRequest request) {
        return ofCandidacy(versions.contest(contest), key).lead(request);
    }

    @GetMapping("/timemap/candidacy/{contest}/{key}")
    ResponseEntity<byte[]> map(@PathVariable String contest, @PathVariable String key, HttpServletRequest request) {
        return ofCandidacy(versions.contest(contest), key).answer(request);
    }

    @GetMapping("/timegate/declaration/{contest}/{number}")
    ResponseEntity<byte[]> gateOfDeclaration(
            @PathVariable String contest, @PathVariable String number, HttpServletRequest request) {
        return ofDeclaration(versions.contest(contest), number).lead(request);
    }

    @GetMapping("/timemap/declaration/{contest}/{number}")
    ResponseEntity<byte[]> mapOfDeclaration(
            @PathVariable String contest, @PathVariable String number, HttpServletRequest request) {
        return ofDeclaration(versions.contest(contest), number).answer(request);
    }

    /** Leads from the document about a contest to what was said at the time that is asked for. */
    void lead(HttpServletRequest request, HttpServletResponse response, BallotId contest, String suffix) {
        TimeMap map = ofContest(contest);
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + map.at(TimeMap.asked(request)).path() + suffix);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.addHeader(
                HttpHeaders.LINK, "<" + uris.base() + versions.contestPath(contest) + ">; rel=\"original timegate\"");
        response.addHeader(HttpHeaders.LINK, map.mapLink());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }

    /** The headers of a version as a memento. */
    void addTo(HttpHeaders headers, BallotId contest, RecordedVersion version) {
        headers.set("Memento-Datetime", TimeMap.httpDate(version.time()));
        ofContest(contest).links().forEach(link -> headers.add(HttpHeaders.LINK, link));
    }

    /** A version that has a result; what has none says where the others are. */
    History.Version result(BallotId contest, String number) {
        try {
            return versions.version(contest, number);
        } catch (ProblemException e) {
            throw e.status() == HttpStatus.GONE
                    ? e.withLinkHeaders(ofContest(contest).links())
                    : e;
        }
    }

    private TimeMap ofContest(BallotId id) {
        return map(id, versions.contestPath(id), CONTEST + id);
    }

    /** A candidacy is part of its contest's versions. */
    private TimeMap ofCandidacy(BallotId id, String key) {
        String below = "candidacy/" + id + "/" + LocalPaths.encode(key);
        return map(id, Uris.DOCUMENTS + below, below);
    }

    /** What a declaration said never changes: it has one version, that of its result. */
    private TimeMap ofDeclaration(BallotId id, String number) {
        RecordedVersion version = result(id, number).of();
        String path = versions.declarationPath(id, version.version());
        return new TimeMap(
                uris.base(),
                path,
                path.substring(Uris.DOCUMENTS.length()),
                List.of(new TimeMap.One(versions.resultPath(id, version.version()), version.time())));
    }

    private TimeMap map(BallotId id, String original, String below) {
        return new TimeMap(
                uris.base(),
                original,
                below,
                versions.history().of(id).stream()
                        .map(each -> new TimeMap.One(versions.resultPath(id, each.version()), each.time()))
                        .toList());
    }
}
