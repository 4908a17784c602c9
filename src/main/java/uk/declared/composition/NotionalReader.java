package uk.declared.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.reference.Names;
import uk.declared.store.Rows;

/** Finds the notional results that the contests of an election can be compared with. */
final class NotionalReader {
    private static final Query NOTIONAL = FactsReader.query("notional");

    private final Rows store;
    private final CommonFacts common;

    NotionalReader(Rows store, CommonFacts common) {
        this.store = store;
        this.common = common;
    }

    /** One ward's. */
    private record Ward(Optional<Node> area, String name, Notional notional) {
        /** By the code of the area; by its name where either has no code. */
        private boolean isOf(Eve.Asked contest) {
            boolean coded = GssCode.parse(Uris.lastPart(contest.area())).isPresent();
            return area.isPresent() && coded
                    ? area.get().equals(contest.area())
                    : !name.isEmpty() && Names.plain(name).equals(Names.plain(contest.name()));
        }
    }

    /**
     * By contest: of the ordinary contests in which a table tells of one ward.
     *
     * @param group the affiliation with which another is counted
     */
    Map<Node, Notional> of(Node election, List<Eve.Asked> asked, UnaryOperator<Node> group) {
        Map<Node, Notional> found = new HashMap<>();
        List<Ward> wards = wards(election, group);
        for (Eve.Asked contest : asked) {
            List<Ward> its = wards.stream().filter(ward -> ward.isOf(contest)).toList();
            if (contest.ordinary() && its.size() == 1) {
                found.put(contest.contest(), its.get(0).notional());
            }
        }
        return found;
    }

    private List<Ward> wards(Node election, UnaryOperator<Node> group) {
        Map<Node, List<Binding>> byResult = new LinkedHashMap<>();
        store.of(NOTIONAL, Map.of("election", election))
                .forEach(row -> byResult.computeIfAbsent(row.get("result"), missing -> new ArrayList<>())
                        .add(row));
        List<Ward> wards = new ArrayList<>();
        byResult.values().forEach(rows -> {
            Binding first = rows.get(0);
            Map<Node, Integer> seats = new HashMap<>();
            for (Binding row : rows) {
                int number = Integer.parseInt(row.get("seats").getLiteralLexicalForm());
                if (number > 0) {
                    seats.merge(group.apply(affiliation(row)), number, Integer::sum);
                }
            }
            wards.add(new Ward(
                    Optional.ofNullable(first.get("area")),
                    first.contains("ward") ? first.get("ward").getLiteralLexicalForm() : "",
                    new Notional(seats, first.get("source").getLiteralLexicalForm())));
        });
        return wards;
    }

    /** A party that has a name alone is the one that bears it; where none or several do, it is not known which. */
    private Node affiliation(Binding row) {
        return Optional.ofNullable(row.get("affiliation"))
                .or(() -> Optional.ofNullable(row.get("partyName"))
                        .flatMap(name -> common.names(store).party(name.getLiteralLexicalForm())))
                .orElseGet(() -> Vocabulary.code("standing", "not-stated"));
    }
}
