package uk.declared.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.Row;

/** {@code /elections/2024-05-02}: one polling day, how far its counts are, and who got how many seats on councils. */
@RestController
final class DayController {
    private final ListedRows listed;
    private final LocalPaths paths;
    private final Pages pages;

    DayController(ListedRows listed, LocalPaths paths, Pages pages) {
        this.listed = listed;
        this.paths = paths;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param declared how many contests are declared
     * @param contests how many are known
     * @param table the path of the elections as a table
     */
    record View(
            String heading,
            int declared,
            int contests,
            List<PartyRow> parties,
            List<DayRow> elections,
            Optional<NamedLink> before,
            Optional<NamedLink> after,
            String table) {}

    /** The seats of a party, or of those without one. */
    record PartyRow(String label, Optional<NamedLink> party, String seats) {}

    /** An election of the day. */
    record DayRow(NamedLink election, String contests, String declared, String seats) {}

    @GetMapping(PollingDay.PATH)
    ResponseEntity<byte[]> day(@PathVariable String day, HttpServletRequest request) {
        LocalDate date = PollingDay.of(day);
        List<Row> elections = elections(date);
        if (elections.isEmpty()) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.day", day);
        }
        Wording wording = pages.wording(request);
        Optional<Row> beside = listed.of("days-beside", date).stream().findFirst();
        View view = new View(
                wording.text("day.heading", wording.date(date)),
                sum(elections, "declared"),
                sum(elections, "contests"),
                listed.of("day-seats", date).stream()
                        .filter(row -> row.node("seats").isPresent())
                        .map(row -> party(row, wording))
                        .toList(),
                elections.stream().map(row -> election(row, wording)).toList(),
                beside.flatMap(row -> row.date("before")).map(other -> link(other, wording)),
                beside.flatMap(row -> row.date("after")).map(other -> link(other, wording)),
                "/elections/" + date + ".csv");
        NamedLink all = new NamedLink("/elections", wording.text("nav.elections"));
        return pages.answer(request, Page.of("day", view.heading(), view, wording.start(), all));
    }

    /** An aggregate of nothing is one row without an election. */
    private List<Row> elections(LocalDate date) {
        return listed.of("day-elections", date).stream()
                .filter(row -> row.node("election").isPresent())
                .toList();
    }

    private static int sum(List<Row> rows, String column) {
        return rows.stream().mapToInt(row -> row.integer(column).orElse(0)).sum();
    }

    private DayRow election(Row row, Wording wording) {
        return new DayRow(
                paths.link(row.required("election"), row.label("bodyLabel", "body")),
                wording.number(row.integer("contests")),
                wording.number(row.integer("declared")),
                wording.number(row.integer("seats")));
    }

    private PartyRow party(Row row, Wording wording) {
        Optional<NamedLink> party = row.node("party").map(node -> paths.link(node, row.label("partyLabel", "party")));
        String label = party.map(NamedLink::label)
                .orElseGet(() -> wording.text(
                        row.node("standing")
                                        .filter(standing -> standing.getURI().endsWith("/independent"))
                                        .isPresent()
                                ? "standing.independent"
                                : "standing.not-stated"));
        return new PartyRow(label, party, wording.number(row.integer("seats")));
    }

    private static NamedLink link(LocalDate day, Wording wording) {
        return new NamedLink("/elections/" + day, wording.date(day));
    }
}
