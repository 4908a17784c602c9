package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
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
}
