package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Shows the page of a contest before it is published: the very page that will appear, with a banner that says so. */
@Component
public final class ContestPreview {
    private final ContestPage contestPage;

    ContestPreview(ContestPage contestPage) {
        this.contestPage = contestPage;
    }

    /** The page of a contest, and of which draft it is a preview. */
    public record View(String back, String file, ContestView contest) {}

    /**
     * The page.
     *
     * @param back the path of the draft
     * @param file the name of the file that it comes from
     */
    public Page of(ContestGraph contest, Wording wording, String back, String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.add(graph, contest.result());
        contest.shared().values().forEach(shared -> GraphUtil.add(graph, shared));
        Page page = contestPage.of(new Description(contest.contest(), graph), new Visit(wording, 1));
        List<NamedLink> crumbs = new ArrayList<>(List.of(wording.start(), new NamedLink(back, file)));
        return new Page(
                "preview", page.title(), new View(back, file, (ContestView) page.view()), crumbs, Optional.empty());
    }

    /** The page of a contest within another page, and what that says around it. */
    public record Framed(Object frame, ContestView contest) {}

    /**
     * The page of a contest as part of another page.
     *
     * @param template that shows a {@link Framed}
     * @param frame what the page says beside the contest
     * @param statements about the contest and all that it names
     */
    public Page framed(
            String template,
            String title,
            Object frame,
            Node contest,
            Collection<Triple> statements,
            Wording wording,
            List<NamedLink> breadcrumbs) {
        Graph graph = GraphFactory.createDefaultGraph();
        statements.forEach(graph::add);
        Page page = contestPage.of(new Description(contest, graph), new Visit(wording, 1));
        return new Page(
                template,
                page.title() + ", " + title,
                new Framed(frame, (ContestView) page.view()),
                breadcrumbs,
                Optional.empty());
    }
}
