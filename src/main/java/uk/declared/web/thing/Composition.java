package uk.declared.web.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/**
 * How the seats of a council were held through time, as a chart and as a table.
 *
 * @param parties those that ever held a seat, those with most seats last first
 * @param counts the latest first
 */
record Composition(List<PartyKey> parties, List<Count> counts) {
    private static final int WIDE = 100;

    /** A party in the legend and at the head of a column. */
    record PartyKey(Affiliation affiliation, String colour) {}

    /**
     * The seats on one day.
     *
     * @param day with the election that left them so, where it was one
     * @param seats in the order of the parties; empty texts where a party held none
     * @param notKnown how many seats are not known, or that their number is not
     * @param control in words
     */
    record Count(
            NamedLink day,
            boolean isLink,
            List<Part> parts,
            List<String> seats,
            String vacant,
            String notKnown,
            String total,
            String control) {}

    /** A part of a bar, in hundredths of its length. */
    record Part(String from, String width, String colour) {}

    Composition {
        parties = List.copyOf(parties);
        counts = List.copyOf(counts);
    }

    /** From rows of the seats of each affiliation on each day, the latest first. */
    static Composition of(List<Row> rows, LocalPaths paths, Wording wording) {
        Map<Node, List<Row>> byControl = new LinkedHashMap<>();
        rows.forEach(row -> byControl
                .computeIfAbsent(row.required("control"), missing -> new ArrayList<>())
                .add(row));
        Map<Node, PartyKey> parties = new LinkedHashMap<>();
        rows.forEach(
                row -> parties.computeIfAbsent(row.required("affiliation"), missing -> party(row, paths, wording)));
        List<Node> order = List.copyOf(parties.keySet());
        int longest =
                byControl.values().stream().mapToInt(Composition::known).max().orElse(1);
        List<Count> counts = byControl.values().stream()
                .map(its -> count(its, order, parties, longest, paths, wording))
                .toList();
        return new Composition(List.copyOf(parties.values()), counts);
    }

    private static PartyKey party(Row row, LocalPaths paths, Wording wording) {
        Node affiliation = row.required("affiliation");
        Affiliation named = Affiliation.ofStrength(row, paths, wording);
        boolean isParty = affiliation.getURI().contains(Uris.THINGS + "party/");
        return new PartyKey(named, isParty ? PartyColours.of(Uris.lastPart(affiliation)) : PartyColours.OTHERS);
    }

    private static Count count(
            List<Row> rows,
            List<Node> order,
            Map<Node, PartyKey> parties,
            int longest,
            LocalPaths paths,
            Wording wording) {
        Row first = rows.get(0);
        Map<Node, Integer> seats = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.required("affiliation"))))
                .forEach(row -> seats.put(
                        row.required("affiliation"), row.integer("seats").orElse(0)));
        List<Part> parts = new ArrayList<>();
        double at = 0;
        for (Map.Entry<Node, Integer> each : seats.entrySet()) {
            double width = (double) WIDE * each.getValue() / longest;
            PartyKey party = parties.get(each.getKey());
            parts.add(new Part(number(at), number(width), party == null ? PartyColours.OTHERS : party.colour()));
            at += width;
        }
        Optional<Integer> unknown = first.integer("unknown");
        LocalDate day = first.date("date").orElseThrow();
        // An election is told by its polling day; the count is of the day after.
        Optional<NamedLink> election = first.node("election").map(it -> paths.link(it, wording.date(day.minusDays(1))));
        return new Count(
                election.orElseGet(() -> new NamedLink("", wording.date(day))),
                election.isPresent(),
                parts,
                order.stream()
                        .map(party -> seats.containsKey(party) ? wording.number(seats.get(party)) : "")
                        .toList(),
                first.integer("vacant").map(wording::number).orElse(""),
                unknown.map(number -> number == 0 ? "" : wording.number(number))
                        .orElseGet(() -> wording.text("council.size-unknown")),
                unknown.isPresent() ? wording.number(known(rows)) : "",
                control(rows, wording));
    }

    /** All seats that are counted, those of which it is not known who holds them among them. */
    private static int known(List<Row> rows) {
        Row first = rows.get(0);
        int held = rows.stream().mapToInt(row -> row.integer("seats").orElse(0)).sum();
        return held
                + first.integer("vacant").orElse(0)
                + first.integer("unknown").orElse(0);
    }

    /** Who had the majority, in words. */
    static String control(List<Row> rows, Wording wording) {
        Row first = rows.get(0);
        Optional<Node> controller = first.node("controller");
        if (controller.isPresent()) {
            return rows.stream()
                    .filter(row -> row.required("affiliation").equals(controller.get()))
                    .findFirst()
                    .map(row -> wording.text(
                            "council.majority",
                            row.text("label").orElseGet(() -> Affiliation.standing(row.node("affiliation"), wording))))
                    .orElse("");
        }
        if (first.node("state").isPresent()) {
            return wording.text("council.no-overall-control");
        }
        return first.integer("contests")
                .map(all -> wording.text(
                        "council.declared-of",
                        wording.number(first.integer("decided").orElse(0)),
                        wording.number(all)))
                .orElseGet(() -> wording.text("council.control-unknown"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
