package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the page about a party: how many candidates it had and how many were elected, election by election. */
@Component
final class PartyPage implements ThingPage {
    private static final int SIZE = 50;

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Query years = StoredQuery.read("party-years");
    private final Query elections = StoredQuery.read("party-elections");

    PartyPage(ThingDescriptions things, LocalPaths paths) {
        this.things = things;
        this.paths = paths;
    }

    /** What the page shows. */
    record View(
            String heading,
            String summary,
            List<YearRow> years,
            List<Fact> facts,
            List<ElectionRow> elections,
            Pager pager) {}

    /** What the party has in a year. */
    record YearRow(String year, String elections, String candidates, String seats) {}

    /** What the party has in an election. */
    record ElectionRow(NamedLink election, String candidates, String votes, String seats) {}

    @Override
    public ThingKind kind() {
        return ThingKind.PARTY;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts party = description.facts();
        List<Row> rows = things.rows(StoredQuery.page(elections, visit.page(), SIZE), description.thing());
        List<Row> byYear = things.rows(years, description.thing());
        View view = new View(
                party.label(),
                summary(byYear, wording),
                byYear.stream()
                        .map(row -> new YearRow(
                                row.text("year").orElse(""),
                                wording.number(row.integer("elections")),
                                wording.number(row.integer("candidates")),
                                elected(row, wording)))
                        .toList(),
                facts(party, wording),
                rows.stream().limit(SIZE).map(row -> election(row, wording)).toList(),
                Pager.of(paths.to(description.thing()), visit.page(), rows, SIZE));
        return new Page("party", party.label(), view, List.of(wording.start()), Optional.empty());
    }

    /** All that is published here in one sentence; empty where nobody stood for it. */
    private static String summary(List<Row> years, Wording wording) {
        if (years.isEmpty()) {
            return "";
        }
        String all = wording.text(
                "party.summary",
                sum(years, "candidates"),
                sum(years, "elections"),
                sum(years, "seats"),
                years.get(years.size() - 1).text("year").orElse(""),
                years.get(0).text("year").orElse(""));
        int open = sum(years, "open");
        return open == 0 ? all : all + " " + wording.text("party.summary.open", open);
    }

    /** How many were elected, as far as that is said: a candidate whose result is awaited has not lost. */
    private static String elected(Row row, Wording wording) {
        int seats = row.integer("seats").orElse(0);
        int open = row.integer("open").orElse(0);
        if (open == 0) {
            return wording.number(seats);
        }
        return open == row.integer("candidates").orElse(0)
                ? wording.text("party.elected.open")
                : wording.text("party.elected.and-open", seats, open);
    }

    private static int sum(List<Row> years, String column) {
        return years.stream().mapToInt(row -> row.integer(column).orElse(0)).sum();
    }

    private ElectionRow election(Row row, Wording wording) {
        String day = wording.date(row.date("date").orElseThrow());
        String name = row.text("bodyLabel")
                .map(body -> wording.text("election.name", body, day))
                .orElse(day);
        boolean polled = row.integer("withVotes").orElse(0) > 0;
        return new ElectionRow(
                paths.link(row.required("election"), name),
                wording.number(row.integer("candidates")),
                polled ? wording.number(row.integer("votes")) : wording.text("not-stated"),
                elected(row, wording));
    }

    private List<Fact> facts(Facts party, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        party.notation().ifPresent(id -> facts.add(Fact.of(wording.text("party.id"), id)));
        party.value(ProvenanceReader.PAGE)
                .ifPresent(page -> facts.add(
                        Fact.of(wording.text("party.register"), new NamedLink(page.getURI(), page.getURI()))));
        List<String> others = party.values(SKOS.altLabel.asNode()).stream()
                .map(Node::getLiteralLexicalForm)
                .toList();
        if (!others.isEmpty()) {
            facts.add(Fact.of(wording.text("other-names"), String.join("; ", others)));
        }
        for (Facts member : party.parts("jointOf")) {
            facts.add(Fact.of(wording.text("party.joint-of"), paths.link(member.thing(), member.label())));
        }
        for (Facts joint : party.partsBy("jointOf")) {
            facts.add(Fact.of(wording.text("party.joint"), paths.link(joint.thing(), joint.label())));
        }
        Elsewhere.of(party, wording).stream()
                .filter(fact -> party.value(ProvenanceReader.PAGE)
                        .map(Node::getURI)
                        .filter(page -> fact.link()
                                .filter(link -> link.href().equals(page))
                                .isPresent())
                        .isEmpty())
                .forEach(facts::add);
        return facts;
    }
}
