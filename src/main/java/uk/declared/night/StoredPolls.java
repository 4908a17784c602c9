package uk.declared.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.ElectionId;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** The contests of a day as a store holds them, each in the version that it has. */
final class StoredPolls {
    private static final Query QUERY = query();

    private final Store store;
    private final Uris uris;

    StoredPolls(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    List<Poll> of(LocalDate day) {
        return polls(Map.of("day", Literals.date(day)));
    }

    /** Those of one council's members. */
    List<Poll> of(LocalDate day, String council) {
        return polls(Map.of(
                "day", Literals.date(day), "election", uris.election(new ElectionId("local." + council + "." + day))));
    }

    private List<Poll> polls(Map<String, Node> bindings) {
        List<Binding> rows = store.select(
                QUERY, bindings, found -> found.stream().map(Binding::detach).toList());
        List<Poll> polls = new ArrayList<>();
        long number = 0;
        for (Binding row : rows) {
            number++;
            BallotId id = new BallotId(Uris.lastPart(row.get("contest")));
            List<Triple> triples = new ArrayList<>();
            store.triples(uris.contestGraph(id).getURI(), triples::add);
            if (row.contains("area") && row.contains("areaLabel")) {
                triples.add(Triple.create(row.get("area"), RDFS.Nodes.label, row.get("areaLabel")));
            }
            polls.add(PollReader.read(
                    triples, row.get("contest"), id, version(row), number, time(row), status(row.get("status"))));
        }
        return polls;
    }

    private static int version(Binding row) {
        return row.contains("version") ? Integer.parseInt(row.get("version").getLiteralLexicalForm()) : 1;
    }

    private static Instant time(Binding row) {
        return row.contains("time") ? Instant.parse(row.get("time").getLiteralLexicalForm()) : Instant.EPOCH;
    }

    private static DeclarationStatus status(Node code) {
        String notation = Uris.lastPart(code);
        return Arrays.stream(DeclarationStatus.values())
                .filter(status -> status.notation().equals(notation))
                .findFirst()
                .orElse(DeclarationStatus.DECLARED);
    }

    private static Query query() {
        return QueryFactory.create(Shipped.text(StoredPolls.class, "day.rq"));
    }
}
