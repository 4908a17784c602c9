package uk.declared.web.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.RDFS;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.ground.Json;
import uk.declared.history.Changes;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.record.RecordedDeclaration;
import uk.declared.record.RecordedVersion;
import uk.declared.store.Store;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Words what was declared, once for all who listen. One thread at a time may ask. */
@Component
@ConditionalOnBean(Deployment.class)
final class Announcements {
    private static final Query ELECTED_BODY = StoredQuery.read("elected-body");
    private static final int KEPT = 5000;

    private final Changes changes;
    private final History history;
    private final Store store;
    private final Uris uris;
    private final LocalPaths paths;
    private final Map<Long, Announcement> worded = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Announcement> eldest) {
            return size() > KEPT;
        }
    };

    Announcements(Deployment deployment, Store store, Uris uris, LocalPaths paths) {
        this.changes = deployment.changes();
        this.history = deployment.history();
        this.store = store;
        this.uris = uris;
        this.paths = paths;
    }

    /** The position up to which everything can be read in the store too: nobody is told of what cannot be looked up yet. */
    long readable() {
        return store.applied().sequence();
    }

    /** The position after which no declaration has been forgotten. */
    long since() {
        return changes.recentSince();
    }

    /** The declarations after a position and up to another. */
    List<Announcement> between(long after, long upTo) {
        return changes.recentAfter(after).stream()
                .filter(declared -> declared.version().sequence() <= upTo)
                .map(this::worded)
                .toList();
    }

    /** What a listener is told who was away for too long: where the rest can be had. */
    byte[] missed() {
        ObjectNode data = Json.PLAIN.createObjectNode();
        data.put("from", uris.base() + "/ldes");
        return Announcement.bytes("event: missed\ndata: " + Json.PLAIN.writeValueAsString(data) + "\n\n");
    }

    private Announcement worded(RecordedDeclaration declared) {
        return worded.computeIfAbsent(declared.version().sequence(), sequence -> word(declared));
    }

    private Announcement word(RecordedDeclaration declared) {
        BallotId contest = declared.contest();
        RecordedVersion version = declared.version();
        List<Triple> result = result(contest, version);
        Node thing = uris.contest(contest);
        String label = object(result, thing, RDFS.Nodes.label)
                .map(Node::getLiteralLexicalForm)
                .orElse(contest.value());
        Optional<String> council =
                object(result, thing, Vocabulary.term("election")).flatMap(this::council);
        ObjectNode data = Json.PLAIN.createObjectNode();
        data.put("contest", thing.getURI());
        data.put("declaration", uris.declaration(contest, version.version()).getURI());
        data.put("version", version.version());
        data.put("change", change(contest, version));
        data.put("status", version.status().notation());
        data.put("label", label);
        council.ifPresent(slug -> data.put("council", slug));
        data.put("time", version.time().toString());
        data.put("link", uris.base() + paths.to(thing));
        return Announcement.of(version.sequence(), council, Json.PLAIN.writeValueAsString(data));
    }

    /** What happened, in a word: what follows nominations or a provisional result is new too, and corrects nothing. */
    private String change(BallotId contest, RecordedVersion version) {
        if (version.status() == DeclarationStatus.WITHDRAWN) {
            return "withdrawn";
        }
        boolean corrects = history.of(contest).stream()
                .anyMatch(before -> before.version() == version.version() - 1
                        && (before.status() == DeclarationStatus.DECLARED
                                || before.status() == DeclarationStatus.CORRECTED));
        return corrects ? "corrected" : "new";
    }

    /** What the contest's graph holds; of one that was withdrawn, what it held before. */
    private List<Triple> result(BallotId contest, RecordedVersion version) {
        List<Triple> stored = store.graph(uris.contestGraph(contest).getURI()).stream()
                .filter(triple -> triple.predicateMatches(RDFS.Nodes.label)
                        || triple.predicateMatches(Vocabulary.term("election")))
                .toList();
        for (int number = version.version() - 1; stored.isEmpty() && number > 0; number--) {
            stored = history.of(contest, number).map(History.Version::result).orElse(List.of());
        }
        return stored;
    }

    private Optional<String> council(Node election) {
        return store.select(ELECTED_BODY, Map.of("election", election), Row::all).stream()
                .flatMap(row -> uris.idOf("council", row.required("body")).stream())
                .findFirst();
    }

    private static Optional<Node> object(List<Triple> triples, Node subject, Node property) {
        return triples.stream()
                .filter(triple -> triple.subjectMatches(subject) && triple.predicateMatches(property))
                .map(Triple::getObject)
                .findFirst();
    }
}
