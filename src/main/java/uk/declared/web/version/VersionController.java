package uk.declared.web.version;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.history.History;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.linkeddata.ContestChanges;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.DocumentRights;
import uk.declared.web.page.Documents;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestPreview;

/**
 * What one declaration said: {@code …/result} in every form, {@code …/changes} from the version before in words and triple
 * by triple, {@code …/notice} to be printed. The N-Triples of a result are the very bytes that its hash is of.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class VersionController {
    private static final String VERSION = Uris.DECLARATIONS + "{contest}/{number}/";
    private static final MediaType RDF_PATCH = MediaType.parseMediaType("application/rdf-patch;charset=utf-8");
    private static final int MOST_SHOWN = 500;

    private final Versions versions;
    private final Memento memento;
    private final ContestPreview contests;
    private final Uris uris;
    private final Pages pages;

    VersionController(Versions versions, Memento memento, ContestPreview contests, Uris uris, Pages pages) {
        this.versions = versions;
        this.memento = memento;
        this.contests = contests;
        this.uris = uris;
        this.pages = pages;
    }

    /**
     * What stands around a result.
     *
     * @param current where the result as it stands now is
     * @param content where the bytes are that the hash is of
     */
    public record Frame(
            String heading, String text, NamedLink current, String hash, String uri, String content, String officer) {}

    /** The changes from one version to the next. */
    public record ChangesView(
            String contest,
            String heading,
            List<String> words,
            int removedCount,
            List<String> removed,
            int addedCount,
            List<String> added,
            String patch) {}

    @GetMapping(VERSION + "result")
    ResponseEntity<byte[]> result(
            @PathVariable String contest, @PathVariable String number, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        History.Version version = memento.result(id, number);
        return result(
                id,
                version,
                Documents.preferred(
                        request, versions.resultPath(id, version.of().version())),
                request);
    }

    @GetMapping(VERSION + "result.{suffix}")
    ResponseEntity<byte[]> result(
            @PathVariable String contest,
            @PathVariable String number,
            @PathVariable String suffix,
            HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        Representation form = Representation.ofSuffix(suffix)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        return result(id, memento.result(id, number), form, request);
    }

    private ResponseEntity<byte[]> result(
            BallotId id, History.Version version, Representation form, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setLastModified(version.of().time());
        memento.addTo(headers, id, version.of());
        DocumentLinks links = links(id, version);
        Optional<RdfSyntax> syntax = form.syntax();
        if (syntax.isPresent()) {
            byte[] written = syntax.get() == RdfSyntax.N_TRIPLES
                    ? version.declaration().result().getBytes(StandardCharsets.UTF_8)
                    : Documents.write(graph(version.result()), syntax.get());
            return Documents.answer(request, written, syntax.get(), links, headers);
        }
        return pages.answer(
                request, page("version", id, version, pages.wording(request)).of(links), headers);
    }

    @GetMapping(VERSION + "notice")
    ResponseEntity<byte[]> notice(
            @PathVariable String contest, @PathVariable String number, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        return pages.answer(request, page("notice", id, memento.result(id, number), pages.wording(request)));
    }

    @GetMapping(VERSION + "changes")
    ResponseEntity<byte[]> changes(
            @PathVariable String contest, @PathVariable String number, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        History.Version version = versions.any(id, number);
        Set<String> before = lines(before(id, version));
        Set<String> now = lines(version.declaration().result());
        Wording wording = pages.wording(request);
        List<String> removed = without(before, now);
        List<String> added = without(now, before);
        List<String> words = before.isEmpty() || now.isEmpty()
                ? List.of()
                : ChangeWords.in(wording.locale())
                        .lines(
                                ContestChanges.between(
                                        CanonicalTriples.read(before(id, version)), version.result(), uris.contest(id)),
                                MOST_SHOWN);
        int of = version.of().version();
        ChangesView view = new ChangesView(
                id.value(),
                wording.text("version.changes.heading", of - 1, of),
                words,
                removed.size(),
                removed.stream().limit(MOST_SHOWN).toList(),
                added.size(),
                added.stream().limit(MOST_SHOWN).toList(),
                versions.declarationPath(id, of) + "/changes.rdfp");
        return pages.answer(
                request,
                new Page(
                        "changes",
                        id.value() + ", " + view.heading(),
                        view,
                        crumbs(id, version, wording),
                        Optional.empty()));
    }

    @GetMapping(VERSION + "changes.rdfp")
    ResponseEntity<byte[]> patch(
            @PathVariable String contest, @PathVariable String number, HttpServletRequest request) {
        BallotId id = versions.contest(contest);
        History.Version version = versions.any(id, number);
        Set<String> before = lines(before(id, version));
        Set<String> now = lines(version.declaration().result());
        StringBuilder patch = new StringBuilder("TX .\n");
        without(before, now).forEach(line -> patch.append("D ").append(line).append('\n'));
        without(now, before).forEach(line -> patch.append("A ").append(line).append('\n'));
        return Answers.of(
                request,
                RDF_PATCH,
                patch.append("TC .\n").toString().getBytes(StandardCharsets.UTF_8),
                new HttpHeaders(),
                List.of());
    }

    private Page page(String template, BallotId id, History.Version version, Wording wording) {
        List<Triple> statements = new ArrayList<>(version.result());
        statements.addAll(version.shared());
        int number = version.of().version();
        String heading = wording.text("declaration.version", number);
        String path = versions.resultPath(id, number);
        Frame frame = new Frame(
                heading,
                wording.text("version.text", wording.time(version.of().time())),
                new NamedLink(versions.contestPath(id), wording.text("version.current")),
                version.declaration().resultHash(),
                uris.declaration(id, number).getURI(),
                uris.base() + path + ".nt",
                officer(version));
        return contests.framed(
                template, heading, frame, uris.contest(id), statements, wording, crumbs(id, version, wording));
    }

    private List<NamedLink> crumbs(BallotId id, History.Version version, Wording wording) {
        int number = version.of().version();
        return List.of(
                wording.start(),
                new NamedLink(versions.contestPath(id), id.value()),
                new NamedLink(versions.declarationPath(id, number), wording.text("declaration.version", number)));
    }

    /** The returning officer's name, where the declaration has it. */
    private static String officer(History.Version version) {
        return CanonicalTriples.read(version.declaration().declaration()).stream()
                .filter(triple -> triple.getSubject().getURI().endsWith("/returning-officer")
                        && triple.getPredicate().getURI().endsWith("/name"))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("");
    }

    private String before(BallotId id, History.Version version) {
        int number = version.of().version();
        if (number == 1) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
        }
        return versions.any(id, Integer.toString(number - 1)).declaration().result();
    }

    private DocumentLinks links(BallotId id, History.Version version) {
        String path = versions.resultPath(id, version.of().version());
        return new DocumentLinks(
                uris.contest(id).getURI(), uris.base() + path, path, rights(version), "/def/local-elections");
    }

    /** What the version itself says of its licence, and else what held when nothing was said. */
    private DocumentRights rights(History.Version version) {
        return DocumentRights.of(version.rights());
    }

    private static Graph graph(List<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    private static Set<String> lines(String text) {
        Set<String> lines = new LinkedHashSet<>();
        text.lines().forEach(lines::add);
        return lines;
    }

    private static List<String> without(Set<String> lines, Set<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
