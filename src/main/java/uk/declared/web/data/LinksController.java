package uk.declared.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.Uris;
import uk.declared.query.InvalidParameterException;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.query.QueryTable;
import uk.declared.query.Window;
import uk.declared.store.Store;
import uk.declared.web.page.Documents;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.resource.ResourceDocuments;

/**
 * The page of what can be joined with: how many links lead to whom, and for each of five publishers a query of the library that joins with
 * what they publish, with the first rows of its answer.
 */
@RestController
final class LinksController {
    private static final String PATH = "/data/links";
    private static final int ROWS = 3;
    private static final List<String> JOINS = List.of(
            "join-with-official-statistics",
            "join-with-democracy-club",
            "join-with-electoral-commission",
            "join-with-wikidata",
            "join-with-parliament");

    private final PublishedLinks published;
    private final VocabularyLinks vocabularyLinks;
    private final QueryLibrary library;
    private final Store store;
    private final Uris uris;
    private final Pages pages;
    private final LocalPaths paths;
    private final ResourceDocuments documents;

    LinksController(
            PublishedLinks published,
            VocabularyLinks vocabularyLinks,
            QueryLibrary library,
            Store store,
            Uris uris,
            Pages pages,
            LocalPaths paths,
            ResourceDocuments documents) {
        this.documents = documents;
        this.published = published;
        this.vocabularyLinks = vocabularyLinks;
        this.library = library;
        this.store = store;
        this.uris = uris;
        this.pages = pages;
        this.paths = paths;
    }

    /** Links of one property to one publisher. */
    record Linkset(String publisher, String property, String count) {}

    /**
     * A join.
     *
     * @param rows the first of the answer, each cell with where it leads
     */
    record Join(
            String title, String text, String query, String run, List<String> columns, List<List<NamedLink>> rows) {}

    /** What the page shows. */
    record View(List<Linkset> linksets, List<Join> joins) {}

    /** The address is also that of the graph of links, which programs get. */
    @GetMapping(PATH)
    ResponseEntity<?> links(HttpServletRequest request) {
        if (Documents.preferred(request, PATH).syntax().isPresent()) {
            return documents.answer(request);
        }
        Wording wording = pages.wording(request);
        List<Linkset> linksets = new ArrayList<>();
        List<PublishedLinks.Links> all = new ArrayList<>(published.now().links());
        all.addAll(vocabularyLinks.all());
        all.forEach(links -> linksets.add(new Linkset(
                URI.create(links.target()).getHost(), links.property().getURI(), wording.number(links.count()))));
        List<Join> joins = JOINS.stream()
                .map(name -> join(library.find(name).orElseThrow(), wording))
                .toList();
        return pages.answer(
                request,
                Page.of(
                        "links",
                        wording.text("links.heading"),
                        new View(linksets, joins),
                        wording.start(),
                        new NamedLink("/data", wording.text("data.page.heading"))));
    }

    private Join join(LibraryQuery query, Wording wording) {
        QueryTable answer = answer(query);
        List<List<NamedLink>> rows = answer.rows().stream()
                .limit(ROWS)
                .map(row -> row.stream()
                        .map(cell -> cell.map(this::cell).orElseGet(() -> new NamedLink("", "")))
                        .toList())
                .toList();
        return new Join(
                query.title().in(wording.locale()),
                query.description().in(wording.locale()),
                query.query().serialize(),
                "/queries/" + query.name(),
                answer.columns(),
                rows);
    }

    private NamedLink cell(Node value) {
        return value.isURI()
                ? new NamedLink(paths.to(value), value.getURI().replaceFirst("^" + uris.base() + "/(id/)?", ""))
                : new NamedLink("", QueryTable.text(value));
    }

    private QueryTable answer(LibraryQuery query) {
        try {
            return query.run(store, uris, Map.of(), Window.page(1, ROWS));
        } catch (InvalidParameterException e) {
            throw new IllegalStateException(query.name() + " has a parameter that must be given", e);
        }
    }
}
