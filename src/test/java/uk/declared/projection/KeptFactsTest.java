package uk.declared.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Seeds;
import uk.declared.composition.CouncilSeats;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.publish.Publication;
import uk.declared.reference.ReferenceKind;
import uk.declared.store.Rows;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** What was read of councils is kept from one publication to the next: whatever comes in whatever order, it is what is read anew. */
class KeptFactsTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,contest_type,seats,name_on_ballot_paper,"
                    + "party_id,party_name,votes,elected\n";
    private static final List<String> COUNCILS = List.of("trafford", "sutton", "bury");
    private static final List<String> WARDS = List.of("North", "South", "East");
    private static final List<String> DAYS = List.of("2022-05-05", "2023-05-04", "2024-05-02");
    private static final List<String> PARTIES =
            List.of("PP63,Green Party", "PP53,Labour Party", "PP9001,Own Party", "PP9002,Own Party", ",");
    private static final int STEPS = 20;

    @TempDir
    private Path temporary;

    private Deployment deployment;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(temporary.resolve("data"), Optional.empty());
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void itIsWhatIsReadAnew(int seed) throws Exception {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String council = Seeds.any(random, COUNCILS);
            Derived derived = random.nextInt(10) < 8 ? declare(council, random) : other(council, step, random);
            for (String each : derived.councils()) {
                assertThat(lines(deployment.store().graph("http://localhost:8080/data/seats/" + each).stream()))
                        .as("Step %d, %s: %s", step, each, derived.from())
                        .isEqualTo(lines(new CouncilSeats(deployment.uris(), each).derive(anew()).stream()));
            }
        }
    }

    /** @param councils whose seats follow from it */
    private record Derived(Set<String> councils, String from) {}

    private static String lines(Stream<Triple> triples) {
        return triples.map(Triple::toString).sorted().distinct().collect(Collectors.joining("\n"));
    }

    /** A contest for the first time or again, of a ward that may be called otherwise, or that two councils have in common. */
    private Derived declare(String council, Random random) throws Exception {
        String ward = Seeds.any(random, WARDS);
        String code = random.nextInt(3) == 0 ? "" : "E0500080" + WARDS.indexOf(ward);
        String name = random.nextBoolean() ? ward + " Side" : ward;
        boolean byElection = random.nextInt(4) == 0;
        String day = byElection ? "2023-09-14" : Seeds.any(random, DAYS);
        String contest = String.join(
                ",",
                council,
                day,
                code,
                name,
                byElection ? "by-election" : "ordinary",
                random.nextBoolean() ? "1" : "");
        String rows = HEADINGS + contest + ",Ann Ash," + Seeds.any(random, PARTIES) + ",900,true\n" + contest
                + ",Bob Beech," + Seeds.any(random, PARTIES) + "," + random.nextInt(900) + ",false\n";
        return publish(rows);
    }

    /** A table of its councillors, the election of its mayor, a compaction, or a contest taken back. */
    private Derived other(String council, int step, Random random) throws Exception {
        switch (random.nextInt(4)) {
            case 0 -> {
                Path file = temporary.resolve("councillors-2022-0" + (1 + random.nextInt(4)) + "-01.csv");
                Files.writeString(
                        file,
                        "Council,Ward,Name,Party\n" + council + ",North Side,Ann Ash,Own Party\n" + council
                                + ",South,Member " + step + ",Green Party\n");
                deployment.imports().publish(ReferenceKind.COMPOSITION, file);
                return new Derived(Set.of(council), "a table");
            }
            case 1 -> {
                publish("council,polling_date,office,area_name,name_on_ballot_paper,votes,elected\n" + council
                        + ",2022-05-05,mayor,North,Cai Cedar,900,true\n" + council
                        + ",2022-05-05,mayor,North,Dee Date,800,false\n");
                return new Derived(Set.of(), "a mayor");
            }
            case 2 -> {
                deployment.upkeep().compact();
                return new Derived(Set.of(), "made small");
            }
            default -> {
                Optional<BallotId> any = deployment.history().contests().stream()
                        .filter(id -> id.value().startsWith("local." + council + "."))
                        .findFirst();
                if (any.isPresent()) {
                    deployment.upkeep().withdraw(any.get(), "Sent twice", Source.OPERATOR);
                }
                return new Derived(Set.of(council), "taken back: " + any);
            }
        }
    }

    /** A contest that another council has published already stays that council's. */
    private Derived publish(String rows) throws Exception {
        Path file = temporary.resolve("results.csv");
        Files.writeString(file, rows);
        Publication publication =
                deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        assertThat(publication.refused()).as(rows).isFalse();
        return new Derived(
                publication.published().stream()
                        .map(version -> version.contest().value().split("\\.")[1])
                        .collect(Collectors.toSet()),
                rows);
    }

    private Rows anew() {
        return (query, bindings) -> deployment
                .store()
                .select(
                        query,
                        bindings,
                        rows -> rows.stream().map(Binding::detach).toList());
    }
}
