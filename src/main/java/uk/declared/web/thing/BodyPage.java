package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about an elected body other than a council: the elections to it. */
@Component
final class BodyPage implements ThingPage {
    private static final int SIZE = 50;

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Query elections = StoredQuery.read("body-elections");

    BodyPage(ThingDescriptions things, LocalPaths paths) {
        this.things = things;
        this.paths = paths;
    }

    /** What the page shows. */
    record View(String heading, String caption, List<Fact> facts, List<ElectionRow> elections, Pager pager) {}

    /** An election with how many contests it has and how many were elected. */
    record ElectionRow(NamedLink election, String contests, String seats) {}

    @Override
    public ThingKind kind() {
        return ThingKind.BODY;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts body = description.facts();
        List<Row> rows = things.rows(StoredQuery.page(elections, visit.page(), SIZE), description.thing());
        View view = new View(
                body.label(),
                wording.text("body.caption"),
                facts(body, wording),
                rows.stream()
                        .limit(SIZE)
                        .map(row -> election(row, paths, wording))
                        .toList(),
                Pager.of(paths.to(description.thing()), visit.page(), rows, SIZE));
        List<NamedLink> breadcrumbs =
                List.of(wording.start(), new NamedLink("/councils", wording.text("nav.councils")));
        return new Page("body", body.label(), view, breadcrumbs, Optional.empty());
    }

    static ElectionRow election(Row row, LocalPaths paths, Wording wording) {
        return new ElectionRow(
                paths.link(
                        row.required("election"), wording.date(row.date("date").orElseThrow())),
                wording.number(row.integer("contests")),
                wording.number(row.integer("seats")));
    }

    private List<Fact> facts(Facts body, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        for (Node area : body.all("governs")) {
            facts.add(Fact.of(wording.text("body.governs"), paths.link(area, Uris.lastPart(area))));
        }
        for (Node same : body.values(SKOS.exactMatch.asNode())) {
            facts.add(Fact.of(wording.text("body.same"), new NamedLink(same.getURI(), same.getURI())));
        }
        return facts;
    }
}
