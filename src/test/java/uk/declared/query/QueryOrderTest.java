package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.solver.QC2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * The order in which a query's patterns are written changes neither its answer nor the work that it takes, which is counted
 * in the entries of indexes that are looked at: the library's queries, and those of {@code bench/queries}.
 */
class QueryOrderTest {
    private static final Path LGA = Samples.path("lga/trafford-2016-2026.csv");
    private static final Path BENCH = Path.of("bench/queries");
    private static final int ORDERS = 5;

    /** Patterns that find equally little may be taken in either order: so much more work that may make. */
    private static final int AT_MOST_TIMES = 3;

    private static final int AT_MOST_MORE = 500;

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    private record Asked(String name, Query query, Map<String, Node> parameters) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Answer(List<String> rows, long looked) {}

    @BeforeAll
    static void publishTheSample() throws Exception {
        deployment = Deployment.open(folder, Optional.empty());
        deployment.publisher().publish(Submission.open(LGA), ReadOptions.NONE, Source.OPERATOR);
    }

    @AfterAll
    static void close() {
        if (deployment != null) {
            deployment.close();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theOrderOfPatternsMakesNoDifference(Asked asked) {
        Answer written = run(asked.query, asked.parameters);

        for (int seed = 0; seed < ORDERS; seed++) {
            Query other = QueryFactory.create(asked.query.serialize());
            reorder(other.getQueryPattern(), seed);
            Answer answer = run(other, asked.parameters);

            assertThat(answer.rows).as(other.serialize()).isEqualTo(written.rows);
            assertThat(answer.looked)
                    .as(other.serialize())
                    .isLessThanOrEqualTo(AT_MOST_TIMES * written.looked + AT_MOST_MORE);
        }
    }

    static Stream<Asked> queries() throws Exception {
        List<Asked> all = new ArrayList<>();
        for (LibraryQuery query : QueryLibrary.load().queries()) {
            all.add(ofLibrary(query));
        }
        try (Stream<Path> files = Files.list(BENCH)) {
            files.filter(file -> file.toString().endsWith(".rq")).sorted().forEach(file -> all.add(ofBench(file)));
        }
        return all.stream();
    }

    private static Asked ofLibrary(LibraryQuery query) throws InvalidParameterException {
        Map<String, Node> parameters = new LinkedHashMap<>();
        for (QueryParameter parameter : query.parameters()) {
            boolean wanted = parameter.required() && parameter.type() != ParameterType.LIMIT;
            Optional<String> value =
                    parameter.standard().or(() -> parameter.example().filter(text -> wanted));
            if (value.isPresent() && parameter.type() != ParameterType.LIMIT) {
                parameter
                        .type()
                        .read(value.get(), new Uris("http://localhost:8080"))
                        .ifPresent(node -> parameters.put(parameter.name(), node));
            }
        }
        return new Asked(query.name(), query.query(), parameters);
    }

    private static Asked ofBench(Path file) {
        try {
            return new Asked(
                    file.getFileName().toString(), QueryFactory.create(Files.readString(file)), new HashMap<>());
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static void reorder(Element element, int seed) {
        ElementWalker.walk(element, new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                List<TriplePath> patterns = block.getPattern().getList();
                if (seed == 0) {
                    Collections.reverse(patterns);
                } else {
                    Collections.shuffle(patterns, new Random(seed));
                }
            }

            @Override
            public void visit(ElementSubQuery sub) {
                reorder(sub.getQuery().getQueryPattern(), seed);
            }
        });
    }

    private static Answer run(Query query, Map<String, Node> parameters) {
        AtomicLong looked = new AtomicLong();
        List<String> rows = ((EmbeddedStore) deployment.store())
                .lend(dataset -> Txn.calculateRead(dataset, () -> {
                    try (QueryExec execution = execution(query, parameters, dataset, looked)) {
                        return QueryTable.of(execution.select()).rows().stream()
                                .map(String::valueOf)
                                .toList();
                    }
                }));
        // What a query samples or joins to a text is in no order of its own.
        return new Answer(rows.stream().sorted().toList(), looked.get());
    }

    private static QueryExec execution(
            Query query, Map<String, Node> parameters, DatasetGraph dataset, AtomicLong looked) {
        Context context = dataset.getContext().copy();
        QC2.setFilter(context, entry -> {
            looked.incrementAndGet();
            return true;
        });
        QueryExecDatasetBuilder builder =
                QueryExecDatasetBuilder.create().dataset(dataset).query(query).context(context);
        parameters.forEach(builder::substitution);
        return builder.build();
    }
}
