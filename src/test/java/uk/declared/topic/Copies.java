package uk.declared.topic;

import static org.apache.kafka.common.IsolationLevel.READ_COMMITTED;
import static org.apache.kafka.common.IsolationLevel.READ_UNCOMMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.changes.RDFChangesExternalTxn;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.record.RecordReader;
import uk.declared.store.Store;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** What the tests of topics do again and again. */
final class Copies {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Copies() {}

    static Deployment open(Path folder) throws Exception {
        return Deployment.open(folder, Optional.empty());
    }

    /** Publishes a result in one ward, the number of which names it. */
    static void declare(Deployment deployment, int ward, int votes) throws Exception {
        String text = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                + "trafford,2026-05-07,E0501" + (5000 + ward) + ",Ward " + ward + ",Ann,PP63," + votes + ",true\n"
                + "trafford,2026-05-07,E0501" + (5000 + ward) + ",Ward " + ward + ",Bob,PP90," + votes / 2 + ",false\n";
        Path file = Files.writeString(Files.createTempFile("declared-ward-", ".csv"), text);
        try {
            deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
        } finally {
            Files.delete(file);
        }
    }

    /** A record as it stands in its files. */
    static List<String> lines(Deployment deployment) throws Exception {
        List<String> lines = new ArrayList<>();
        try (RecordReader entries = deployment.record().readAfter(0)) {
            while (entries.hasNext()) {
                entries.next();
                lines.add(entries.latestLine());
            }
        }
        return lines;
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    static void awaitPublished(RecordPublisher publisher) throws InterruptedException {
        await("published", () -> publisher.behind() == 0);
    }

    /** The keys of all messages, in their order. */
    static List<String> keys(TopicClient client) throws Exception {
        List<String> keys = new ArrayList<>();
        read(client, message -> keys.add(message.key()));
        return keys;
    }

    /** What a record's entries are to be in a topic: each once, in order. */
    static List<String> numbers(Deployment deployment) {
        return LongStream.rangeClosed(1, deployment.record().head().sequence())
                .mapToObj(Long::toString)
                .toList();
    }

    /** Reads a topic from its beginning to its end, as soon as what was written to it is settled. */
    static void read(TopicClient client, Consumer<ConsumerRecord<String, byte[]>> taker) throws Exception {
        try (Admin admin = client.admin()) {
            await("settled", () -> end(client, admin, READ_COMMITTED) == end(client, admin, READ_UNCOMMITTED));
        }
        try (TopicReader topic = new TopicReader(client, client.address().name())) {
            topic.read(topic.begin(), topic.end(), message -> {
                taker.accept(message);
                return true;
            });
        }
    }

    /** A broker answers that a transaction is committed a little before it lets others read what was written in it. */
    private static long end(TopicClient client, Admin admin, IsolationLevel level) {
        TopicPartition partition = new TopicPartition(client.address().name(), 0);
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(level))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a replica's record and store are where another record is. */
    static void awaitSame(Deployment replica, Deployment publisher) throws InterruptedException {
        await(
                "the same",
                () -> replica.record().head().equals(publisher.record().head())
                        && replica.store().applied().sequence()
                                == replica.record().head().sequence());
    }

    /** What a server has that knows nothing of Declared and applies each message, as {@code jena-fuseki-kafka} does. */
    static DatasetGraph patched(TopicClient client) throws Exception {
        DatasetGraph plain = DatasetGraphFactory.create();
        read(client, message -> {
            assertThat(header(message, "Content-Type")).isEqualTo("application/rdf-patch");
            RDFPatchOps.read(new ByteArrayInputStream(message.value()))
                    .apply(new RDFChangesExternalTxn(new RDFChangesApply(plain)));
        });
        return plain;
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** All that a message says: its headers and its patch, with quotes that need no backslash. */
    static String text(ConsumerRecord<String, byte[]> message) {
        StringBuilder text = new StringBuilder();
        message.headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.append(new String(message.value(), StandardCharsets.UTF_8))
                .toString()
                .replace("\\", "");
    }

    /** Deletes what a topic has before an entry and that entry. */
    static void forget(TopicClient client, long entry) throws Exception {
        long[] offset = {0};
        read(client, message -> offset[0] = Long.parseLong(message.key()) <= entry ? message.offset() + 1 : offset[0]);
        try (Admin admin = client.admin()) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(client.address().name(), 0), RecordsToDelete.beforeOffset(offset[0])))
                    .all()
                    .get();
        }
    }

    /** Compares all graphs of two stores; blank nodes may have other names. */
    static void assertSame(Store found, Store expected) {
        DatasetGraph one = DatasetGraphFactory.create();
        found.quads(graph -> true, one::add);
        assertSame(one, expected);
    }

    static void assertSame(DatasetGraph found, Store expected) {
        DatasetGraph other = DatasetGraphFactory.create();
        expected.quads(graph -> true, other::add);
        assertThat(names(found)).isEqualTo(names(other)).hasSizeGreaterThan(5);
        other.listGraphNodes().forEachRemaining(name -> {
            Graph wanted = other.getGraph(name);
            Graph got = found.getGraph(name);
            assertThat(got.size()).as(name.toString()).isEqualTo(wanted.size());
            assertThat(got.isIsomorphicWith(wanted)).as(name.toString()).isTrue();
        });
    }

    private static Set<String> names(DatasetGraph of) {
        Set<String> names = new TreeSet<>();
        of.listGraphNodes().forEachRemaining((Node name) -> {
            if (!of.getGraph(name).isEmpty()) {
                names.add(name.getURI());
            }
        });
        return names;
    }
}
