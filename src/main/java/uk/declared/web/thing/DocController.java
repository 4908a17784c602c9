package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.JsonLdTree;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Answers;
import uk.declared.web.http.PartDocuments;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.map.GeoJson;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pages;
import uk.declared.web.page.ThingRights;
import uk.declared.web.table.Tables;
import uk.declared.web.thing.ThingDescriptions.Description;

/**
 * Serves the documents about things:
 *
 * <ol>
 *   <li>a suffix names the form; without one it is negotiated,
 *   <li>one query describes the thing; what the store is silent on is 404, what was withdrawn is 410,
 *   <li>the description is written in an RDF syntax, or shown as a page; what is a list can be had as a table.
 * </ol>
 */
@RestController
final class DocController {
    private final ThingDescriptions things;
    private final Withdrawals withdrawals;
    private final Pages pages;
    private final ThingTables thingTables;
    private final Tables tables;
    private final Places places;
    private final Uris uris;
    private final ThingRights rights;
    private final PartDocuments parts;
    private final TimeLinks timeLinks;
    private final CellStatements cells;
    private final Map<ThingKind, ThingPage> thingPages = new EnumMap<>(ThingKind.class);

    DocController(
            ThingDescriptions things,
            Withdrawals withdrawals,
            Pages pages,
            ThingTables thingTables,
            Tables tables,
            List<ThingPage> thingPages,
            Places places,
            Uris uris,
            ThingRights rights,
            PartDocuments parts,
            TimeLinks timeLinks,
            CellStatements cells) {
        this.cells = cells;
        this.timeLinks = timeLinks;
        this.things = things;
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.thingTables = thingTables;
        this.tables = tables;
        this.places = places;
        this.uris = uris;
        this.rights = rights;
        this.parts = parts;
        thingPages.forEach(page -> this.thingPages.put(page.kind(), page));
    }

    /** A document in one form. */
    private record Asked(ThingPath path, Description description, Representation representation) {}

    @GetMapping(Uris.DOCUMENTS + "**")
    ResponseEntity<?> document(HttpServletRequest request) {
        ThingPath path = Requests.path(request, Uris.DOCUMENTS).orElseThrow(DocController::unknown);
        Optional<ThingPath> described = path.ofTableDescription();
        if (described.isPresent()) {
            return tableDescription(described.get(), request);
        }
        if (!path.isWhole()) {
            return parts.answer(request);
        }
        Asked asked = bySuffix(path)
                .or(() -> negotiated(path, request))
                .orElseThrow(() -> withdrawals.ofCandidacy(path, request).orElseGet(DocController::unknown));
        withdrawals.check(asked.path(), asked.description(), request);
        DocumentLinks links = links(asked, request);
        HttpHeaders headers = new HttpHeaders();
        timeLinks.of(asked.path()).forEach(link -> headers.add(HttpHeaders.LINK, link));
        Modified.of(asked.description()).map(Instant::toEpochMilli).ifPresent(headers::setLastModified);
        if (asked.representation().equals(Representation.CSV)) {
            links.addTo(headers, request.getContextPath());
            return tables.answer(request, thingTables.of(request, asked.path(), asked.description()), headers);
        }
        if (asked.representation().equals(Representation.GEOJSON)) {
            links.addTo(headers, request.getContextPath());
            return geoJson(asked, request, headers);
        }
        Optional<RdfSyntax> syntax = asked.representation().syntax();
        if (asked.path().kind() == ThingKind.CONTEST && "cells".equals(request.getParameter("provenance"))) {
            String document = asked.path().document() + "/cells";
            if (syntax.isEmpty()) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, request.getContextPath() + document)
                        .build();
            }
            cells.triples(asked.description().thing(), uris.base() + document)
                    .forEach(asked.description().graph()::add);
        }
        if (syntax.isPresent() && BaseUri.isRehearsal(uris.base())) {
            RehearsalMark.add(asked.description().graph(), links.canonical());
        }
        if (syntax.equals(Optional.of(RdfSyntax.JSON_LD))) {
            byte[] tree = JsonLdTree.write(
                    asked.description().graph(), asked.description().thing());
            headers.add(
                    HttpHeaders.LINK,
                    "<" + request.getContextPath() + "/def/schemas/"
                            + asked.path().kind().path()
                            + ".json>; rel=\"describedby\"; type=\"application/schema+json\"");
            return Documents.answer(request, tree, RdfSyntax.JSON_LD, links, headers);
        }
        return syntax.isPresent()
                ? Documents.answer(request, asked.description().graph(), syntax.get(), links, headers)
                : page(request, asked, links, headers);
    }

    private ResponseEntity<byte[]> geoJson(Asked asked, HttpServletRequest request, HttpHeaders headers) {
        byte[] content = asked.path().kind() == ThingKind.AREA
                ? GeoJson.one(places.area(asked.description()))
                : GeoJson.all(places.election(asked.description().thing(), pages.wording(request)));
        return Answers.of(
                request,
                Representation.GEOJSON.contentType(),
                content,
                headers,
                List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** What the columns of a thing's table are. */
    private ResponseEntity<byte[]> tableDescription(ThingPath path, HttpServletRequest request) {
        Description description = things.of(path).orElseThrow(DocController::unknown);
        withdrawals.check(path, description, request);
        return tables.description(request, thingTables.of(request, path, description), rights.of(description.thing()));
    }

    private Optional<Asked> bySuffix(ThingPath path) {
        return path.suffixed()
                .flatMap(suffixed -> things.of(suffixed.path())
                        .map(description -> new Asked(suffixed.path(), description, suffixed.representation())));
    }

    private Optional<Asked> negotiated(ThingPath path, HttpServletRequest request) {
        return things.of(path)
                .map(description -> new Asked(
                        path,
                        description,
                        Documents.preferred(
                                request, path.document(), path.kind().forms())));
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, Asked asked, DocumentLinks links, HttpHeaders headers) {
        ThingPage thingPage = Objects.requireNonNull(thingPages.get(asked.path().kind()));
        Visit visit = new Visit(pages.wording(request), PageNumber.of(request));
        return pages.answer(request, thingPage.of(asked.description(), visit).of(links), headers);
    }

    private DocumentLinks links(Asked asked, HttpServletRequest request) {
        String path = asked.path().document();
        return new DocumentLinks(
                asked.description().thing().getURI(),
                uris.base() + path,
                path,
                rights.of(asked.description().thing()),
                "/def/local-elections",
                asked.path().kind().forms(),
                thingTables.links(asked.path(), pages.wording(request)));
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
    }
}
