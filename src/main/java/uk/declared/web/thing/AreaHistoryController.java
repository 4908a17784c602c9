package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Shows the results of an area through the changes of its boundary, and how far they can be compared. */
@RestController
final class AreaHistoryController {
    private final ThingDescriptions things;
    private final Pages pages;
    private final LocalPaths paths;
    private final Query history = StoredQuery.read("area-history");

    AreaHistoryController(ThingDescriptions things, Pages pages, LocalPaths paths) {
        this.things = things;
        this.pages = pages;
        this.paths = paths;
    }

    /**
     * What the page shows.
     *
     * @param comparable the same without what cannot be compared
     */
    record View(String heading, String caption, String code, AreaHistory history, AreaHistory comparable) {}

    @GetMapping(Uris.DOCUMENTS + Uris.AREA + "{id}/history")
    ResponseEntity<byte[]> history(@PathVariable String id, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        Description area = ThingPath.parse(Uris.AREA + id)
                .flatMap(things::of)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        Facts facts = area.facts();
        AreaHistory through = AreaHistory.of(area.thing(), things.rows(history, area.thing()), paths, wording);
        View view = new View(
                facts.label(),
                wording.text("history.caption"),
                facts.notation().orElse(""),
                through,
                through.comparable());
        String title = wording.text("history.title", facts.label());
        List<NamedLink> breadcrumbs = List.of(wording.start(), paths.link(area.thing(), facts.label()));
        return pages.answer(
                request, new Page("history", title, view, breadcrumbs, Optional.empty()), new HttpHeaders());
    }
}
