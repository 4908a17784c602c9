package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.declared.export.ContestTables;
import uk.declared.export.CsvLayout;
import uk.declared.export.ListTable;
import uk.declared.export.ListTables;
import uk.declared.store.Store;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.table.TableFile;
import uk.declared.web.thing.ThingDescriptions.Description;

/**
 * The tables of things: of a contest or an election its candidacies, in the layout that {@code ?layout=} names; of an election,
 * a body or an area also the list that its page shows.
 */
@Component
final class ThingTables {
    private static final String LAYOUT = "layout";
    private static final String LIST = "list";

    private final ContestTables contests;
    private final ListTables lists;

    ThingTables(Store store) {
        this.contests = new ContestTables(store);
        this.lists = new ListTables(store);
    }

    /**
     * The table that a request asks for.
     *
     * @throws ProblemException where it names a layout that there is not
     */
    TableFile of(HttpServletRequest request, ThingPath path, Description description) {
        Optional<String> asked = Optional.ofNullable(request.getParameter(LAYOUT));
        return switch (path.kind()) {
            case CONTEST -> candidacies(asked, ContestTables.Scope.CONTEST, path, description);
            case ELECTION ->
                asked.filter(LIST::equals).isPresent()
                        ? list(listOf(description), true, path, description)
                        : candidacies(asked, ContestTables.Scope.ELECTION, path, description);
            case AREA -> only(asked, ListTable.CONTESTS_OF_AREA, path, description);
            case PARTY -> only(asked, ListTable.ELECTIONS_OF_PARTY, path, description);
            default -> only(asked, ListTable.ELECTIONS_OF_BODY, path, description);
        };
    }

    /** The tables of a thing in other layouts than the first. */
    List<NamedLink> links(ThingPath path, Wording wording) {
        NamedLink lga = link(path, CsvLayout.LGA.id(), wording.text("data.table.lga"));
        NamedLink club = link(path, CsvLayout.DEMOCRACY_CLUB.id(), wording.text("data.table.democracy-club"));
        return switch (path.kind()) {
            case CONTEST -> List.of(lga, club);
            case ELECTION -> List.of(lga, club, link(path, LIST, wording.text("data.table.list")));
            default -> List.of();
        };
    }

    private static NamedLink link(ThingPath path, String layout, String label) {
        return new NamedLink(path.document() + TableFile.SUFFIX + query(layout), label);
    }

    private TableFile candidacies(
            Optional<String> asked, ContestTables.Scope scope, ThingPath path, Description description) {
        CsvLayout layout = CsvLayout.of(asked.orElse(CsvLayout.TEMPLATE.id()))
                .orElseThrow(() -> unknown(scope == ContestTables.Scope.CONTEST ? layouts() : layouts() + ", " + LIST));
        boolean first = layout == CsvLayout.TEMPLATE;
        return new TableFile(
                path.document(),
                first ? "" : query(layout.id()),
                fileName(path) + (first ? "" : "." + layout.id()),
                description.facts().label(),
                description.thing().getURI(),
                scope == ContestTables.Scope.CONTEST
                        ? Optional.of(description.thing().getURI())
                        : Optional.empty(),
                layout.id(),
                contests.headings(scope, description.thing(), layout),
                out -> contests.write(scope, description.thing(), layout, out));
    }

    private TableFile only(Optional<String> asked, ListTable list, ThingPath path, Description description) {
        if (asked.filter(layout -> !layout.equals(LIST)).isPresent()) {
            throw unknown(LIST);
        }
        return list(list, false, path, description);
    }

    private TableFile list(ListTable list, boolean named, ThingPath path, Description description) {
        return new TableFile(
                path.document(),
                named ? query(LIST) : "",
                fileName(path) + (named ? "." + LIST : ""),
                description.facts().label(),
                description.thing().getURI(),
                Optional.empty(),
                list.layout(),
                list.headings(),
                out -> lists.write(list, description.thing(), out));
    }

    /** A group lists its elections, an election its contests. */
    private static ListTable listOf(Description election) {
        return election.facts().partsBy("group").isEmpty()
                ? ListTable.CONTESTS_OF_ELECTION
                : ListTable.ELECTIONS_OF_GROUP;
    }

    private static String query(String layout) {
        return "?" + LAYOUT + "=" + layout;
    }

    private static String layouts() {
        return String.join(
                ", ", List.of(CsvLayout.values()).stream().map(CsvLayout::id).toList());
    }

    private static String fileName(ThingPath path) {
        return URLDecoder.decode(path.id().replace("+", "%2B"), StandardCharsets.UTF_8)
                .replace('/', '.');
    }

    private static ProblemException unknown(String layouts) {
        return ProblemException.of(HttpStatus.BAD_REQUEST, "problem.layout", layouts)
                .with("layouts", layouts);
    }
}
