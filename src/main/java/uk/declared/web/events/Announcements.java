package uk.declared.web.events;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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
import uk.declared.history.DeclarationMembers;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
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
    private final Changes changes;
    private final History history;
    private final Store store;
    private final Uris uris;
    private final LocalPaths paths;
    /** What was worded: all that the record has after one position and up to another. */
    private final NavigableMap<Long, Announcement> worded = new TreeMap<>();

    private long wordedAfter;
    private long wordedUpTo;

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

    /** The position after which nobody misses anything. */
    long since() {
        return changes.recent();
    }

    /** The declarations after a position and up to another, of those that nobody misses. */
    List<Announcement> between(long after, long upTo) {
        long since = since();
        long from = Math.max(after, since);
        if (from < wordedAfter || from > wordedUpTo) {
            worded.clear();
            wordedAfter = from;
            wordedUpTo = from;
        }
        changes.read(wordedUpTo, upTo, change -> {
            if (change instanceof Changes.Declared declared) {
                worded.put(declared.sequence(), word(declared));
            }
            return true;
        });
        wordedUpTo = Math.max(wordedUpTo, upTo);
        worded.headMap(since, true).clear();
        wordedAfter = Math.max(wordedAfter, since);
        return List.copyOf(
                worded.subMap(from, false, Math.max(from, upTo), true).values());
    }

    /** What a listener is told who was away for too long: where the rest can be had. */
    byte[] missed() {
        ObjectNode data = Json.PLAIN.createObjectNode();
        data.put("from", uris.base() + "/ldes");
        return Announcement.bytes("event: missed\ndata: " + Json.PLAIN.writeValueAsString(data) + "\n\n");
    }

    private Announcement word(Changes.Declared declared) {
        BallotId contest = declared.contest();
        RecordedVersion version = declared.version().of();
        List<Triple> result = result(contest, declared.version());
        Node thing = uris.contest(contest);
        String label = object(result, thing, RDFS.Nodes.label)
                .map(Node::getLiteralLexicalForm)
                .orElse(contest.value());
        Optional<String> council =
                object(result, thing, Vocabulary.term("election")).flatMap(this::council);
        ObjectNode data = Json.PLAIN.createObjectNode();
        DeclarationMembers.put(declared, uris, data);
        data.put("change", change(contest, version));
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

    /**
     * What the version said of the contest; of one that was withdrawn, what an earlier one said; of one that was taken out for a person's
     * sake, what is published.
     */
    private List<Triple> result(BallotId contest, History.Version version) {
        List<Triple> said = version.result();
        for (int number = version.of().version() - 1; said.isEmpty() && number > 0; number--) {
            said = history.of(contest, number).map(History.Version::result).orElse(List.of());
        }
        return said.isEmpty()
                ? store.graph(uris.contestGraph(contest).getURI()).stream().toList()
                : said;
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
