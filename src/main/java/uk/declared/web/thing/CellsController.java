package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.FigureSources.Figure;
import uk.declared.report.Place;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.ThingRights;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ThingDescriptions.Description;
import uk.declared.web.vocabulary.Vocabularies;

/** Shows for each figure of a contest where it stands in what was sent: as a page, and in RDF. */
@RestController
final class CellsController {
    private static final String CELLS = "/cells";

    private final ThingDescriptions things;
    private final Withdrawals withdrawals;
    private final CellStatements cells;
    private final ThingRights rights;
    private final Pages pages;
    private final LocalPaths paths;
    private final Vocabularies vocabularies;
    private final Uris uris;

    CellsController(
            ThingDescriptions things,
            Withdrawals withdrawals,
            CellStatements cells,
            ThingRights rights,
            Pages pages,
            LocalPaths paths,
            Vocabularies vocabularies,
            Uris uris) {
        this.things = things;
        this.withdrawals = withdrawals;
        this.cells = cells;
        this.rights = rights;
        this.pages = pages;
        this.paths = paths;
        this.vocabularies = vocabularies;
        this.uris = uris;
    }

    /** One figure. */
    record Line(String of, String figure, String value, String text, NamedLink file, String place) {}

    /** All that a cell is known for. */
    record CellsView(String heading, String caption, NamedLink contest, List<Line> lines) {}

    @GetMapping(Uris.CONTESTS + "{id}" + CELLS)
    ResponseEntity<byte[]> cells(@PathVariable String id, HttpServletRequest request) {
        return answer(id, Optional.empty(), request);
    }

    @GetMapping(Uris.CONTESTS + "{id}" + CELLS + ".{suffix}")
    ResponseEntity<byte[]> cells(@PathVariable String id, @PathVariable String suffix, HttpServletRequest request) {
        return answer(id, Optional.of(Representation.ofSuffix(suffix).orElseThrow(CellsController::unknown)), request);
    }

    private ResponseEntity<byte[]> answer(String id, Optional<Representation> named, HttpServletRequest request) {
        ThingPath path = ThingPath.parse("contest/" + LocalPaths.encode(id)).orElseThrow(CellsController::unknown);
        Description contest = things.of(path).orElseThrow(CellsController::unknown);
        withdrawals.check(path, contest, request);
        String document = path.document() + CELLS;
        Representation form = named.orElseGet(() -> Documents.preferred(request, document));
        DocumentLinks links = new DocumentLinks(
                contest.thing().getURI(),
                uris.base() + document,
                document,
                rights.of(contest.thing()),
                "/def/local-elections");
        Optional<RdfSyntax> syntax = form.syntax();
        if (syntax.isPresent()) {
            Graph graph = GraphFactory.createDefaultGraph();
            cells.triples(contest.thing(), links.canonical()).forEach(graph::add);
            return Documents.answer(request, graph, syntax.get(), links, new HttpHeaders());
        }
        return pages.answer(request, page(contest, pages.wording(request)).of(links));
    }

    private Page page(Description contest, Wording wording) {
        ContestNames names = ContestNames.of(contest.facts(), paths, wording);
        List<Line> lines = cells.figures(contest.thing()).stream()
                .map(figure -> line(contest.facts(), figure, wording))
                .toList();
        CellsView view = new CellsView(
                names.heading(),
                wording.text("cells.caption"),
                paths.link(contest.thing(), wording.text("moment.current")),
                lines);
        return Page.of(
                "cells",
                names.heading() + ", " + wording.text("cells.caption"),
                view,
                wording.start(),
                paths.link(contest.thing(), names.title()));
    }

    private Line line(Facts contest, Figure figure, Wording wording) {
        Node subject = figure.statement().getSubject();
        Facts of = new Facts(contest.graph(), subject);
        String who = subject.equals(contest.thing())
                ? wording.text("moment.contest")
                : of.text("nameOnBallotPaper").orElseGet(() -> Uris.lastPart(subject));
        String hash = figure.submission();
        return new Line(
                who,
                vocabularies.label(figure.statement().getPredicate(), wording.locale()),
                figure.statement().getObject().getLiteralLexicalForm(),
                figure.text(),
                new NamedLink(paths.to(uris.submission(hash)), hash.substring(0, 12) + "…"),
                place(figure, wording));
    }

    /** The sheet, the cell as spreadsheets call it and its heading; or the element of a document. */
    private static String place(Figure figure, Wording wording) {
        Place place = figure.place();
        StringBuilder text = new StringBuilder();
        if (!place.file().equals(figure.submission())) {
            text.append(place.file()).append(", ");
        }
        place.sheet().ifPresent(sheet -> text.append(sheet).append(", "));
        if (place.path().isPresent()) {
            text.append(place.path().get());
        } else if (place.row().isPresent()) {
            String row = Integer.toString(place.row().getAsInt());
            text.append(
                    place.columnLetters().map(column -> column + row).orElseGet(() -> wording.text("cells.row", row)));
        }
        place.heading().ifPresent(heading -> text.append(" (").append(heading).append(')'));
        return text.toString();
    }

    private static ProblemException unknown() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
    }
}
