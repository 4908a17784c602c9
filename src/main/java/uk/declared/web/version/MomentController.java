package uk.declared.web.version;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Rights;
import uk.declared.history.History;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.record.RecordedVersion;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.DocumentRights;
import uk.declared.web.page.Documents;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * Memento (RFC 7089) for what has no versions of its own: an election, an area, an elected body, a party, a person, a submission.
 * {@code /doc/{kind}/{id}/at/{time}} is what was declared at that time of the contests that it is tied to.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class MomentController {
    private static final Set<String> KINDS =
            Set.of("election", "area", "council", "body", "party", "person", "submission");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** Of more contests than these a moment lists the declarations without their results. */
    private static final int MOST_WITH_RESULTS = 200;

    private final Moments moments;
    private final Versions versions;
    private final Uris uris;
    private final Pages pages;

    MomentController(Moments moments, Versions versions, Uris uris, Pages pages) {
        this.moments = moments;
        this.versions = versions;
        this.uris = uris;
        this.pages = pages;
    }

    /** A version of a contest, as the page shows it. */
    public record Line(NamedLink contest, NamedLink result, String time) {}

    /** What was declared at a time. */
    public record MomentView(String heading, String caption, String text, NamedLink current, List<Line> lines) {}

    /** What is asked for. */
    private record Thing(String kind, String id, Node node, Map<BallotId, List<RecordedVersion>> versions) {
        String below() {
            return kind + "/" + LocalPaths.encode(id);
        }

        String document() {
            return Uris.DOCUMENTS + below();
        }
    }

    @GetMapping("/timegate/{kind}/{id}")
    ResponseEntity<byte[]> gate(@PathVariable String kind, @PathVariable String id, HttpServletRequest request) {
        return map(thing(kind, id)).lead(request);
    }

    @GetMapping("/timemap/{kind}/{id}")
    ResponseEntity<byte[]> map(@PathVariable String kind, @PathVariable String id, HttpServletRequest request) {
        return map(thing(kind, id)).answer(request);
    }

    /** @param named the time as fourteen digits, and perhaps the suffix of a form */
    @GetMapping(Uris.DOCUMENTS + "{kind}/{id}/at/{named}")
    ResponseEntity<byte[]> moment(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String named,
            HttpServletRequest request) {
        int dot = named.indexOf('.');
        String digits = dot < 0 ? named : named.substring(0, dot);
        Thing thing = thing(kind, id);
        Instant asked = time(digits);
        SortedSet<Instant> until = Moments.times(thing.versions()).headSet(asked.plusSeconds(1));
        if (until.isEmpty()) {
            throw unknown();
        }
        Instant time = until.last();
        String path = path(thing, time);
        if (!time.equals(asked)) {
            // What is to be said of a time that has not come would not stay: a moment has one address.
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(request.getContextPath() + path + (dot < 0 ? "" : named.substring(dot))))
                    .build();
        }
        Representation form = dot < 0
                ? Documents.preferred(request, path)
                : Representation.ofSuffix(named.substring(dot + 1)).orElseThrow(MomentController::unknown);
        return answer(thing, time, path, form, request);
    }

    private ResponseEntity<byte[]> answer(
            Thing thing, Instant time, String path, Representation form, HttpServletRequest request) {
        Map<BallotId, RecordedVersion> inForce = Moments.at(thing.versions(), time);
        Graph graph = GraphFactory.createDefaultGraph();
        Set<Rights> rights = new LinkedHashSet<>();
        Node document = NodeFactory.createURI(uris.base() + path);
        graph.add(document, RDF.Nodes.type, FOAF.Document.asNode());
        graph.add(document, FOAF.primaryTopic.asNode(), thing.node());
        inForce.forEach((contest, version) -> {
            History.Version read = versions.any(contest, Integer.toString(version.version()));
            rights.add(read.rights());
            CanonicalTriples.read(read.declaration().declaration()).forEach(graph::add);
            if (inForce.size() <= MOST_WITH_RESULTS) {
                read.result().forEach(graph::add);
                read.shared().forEach(graph::add);
            }
        });
        HttpHeaders headers = new HttpHeaders();
        headers.setLastModified(time);
        headers.set("Memento-Datetime", TimeMap.httpDate(time));
        map(thing).links().forEach(link -> headers.add(HttpHeaders.LINK, link));
        DocumentLinks links = new DocumentLinks(
                thing.node().getURI(), document.getURI(), path, together(rights), "/def/local-elections");
        Optional<RdfSyntax> syntax = form.syntax();
        return syntax.isPresent()
                ? Documents.answer(request, graph, syntax.get(), links, headers)
                : pages.answer(
                        request,
                        page(thing, time, inForce, label(graph, thing), pages.wording(request))
                                .of(links),
                        headers);
    }

    private Page page(
            Thing thing, Instant time, Map<BallotId, RecordedVersion> inForce, String label, Wording wording) {
        List<Line> lines = new ArrayList<>();
        inForce.forEach((contest, version) -> lines.add(new Line(
                new NamedLink(versions.contestPath(contest), contest.value()),
                new NamedLink(
                        version.status() == DeclarationStatus.WITHDRAWN
                                ? versions.declarationPath(contest, version.version())
                                : versions.resultPath(contest, version.version()),
                        wording.text("declaration.version", version.version())),
                wording.time(version.time()))));
        String caption = wording.text("moment.caption", wording.time(time));
        return Page.of(
                "moment",
                label + ", " + caption,
                new MomentView(
                        label,
                        caption,
                        wording.text("moment.text"),
                        new NamedLink(thing.document(), wording.text("moment.current")),
                        lines),
                wording.start(),
                new NamedLink(thing.document(), label));
    }

    /** What the thing was called then; its identifier where nothing said. */
    private static String label(Graph graph, Thing thing) {
        return graph.stream(thing.node(), RDFS.Nodes.label, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElse(thing.id());
    }

    private TimeMap map(Thing thing) {
        return new TimeMap(
                uris.base(),
                thing.document(),
                thing.below(),
                Moments.times(thing.versions()).stream()
                        .map(time -> new TimeMap.One(path(thing, time), time))
                        .toList());
    }

    private static String path(Thing thing, Instant time) {
        return thing.document() + "/at/" + TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private Thing thing(String kind, String id) {
        if (!KINDS.contains(kind) || id.isBlank()) {
            throw unknown();
        }
        Node node = uris.thing(kind + "/" + id);
        Map<BallotId, List<RecordedVersion>> found = moments.versions(node);
        if (found.isEmpty()) {
            throw unknown();
        }
        return new Thing(kind, id, node, found);
    }

    private static DocumentRights together(Set<Rights> rights) {
        List<DocumentRights> each = rights.stream().map(DocumentRights::of).toList();
        return new DocumentRights(
                each.stream().flatMap(one -> one.licences().stream()).distinct().toList(),
                each.stream().anyMatch(DocumentRights::unknown),
                each.stream()
                        .flatMap(one -> one.attributions().stream())
                        .distinct()
                        .toList());
    }

    private static Instant time(String digits) {
        try {
            return LocalDateTime.parse(digits, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
    }
}
