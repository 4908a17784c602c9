package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would never end are stopped, those that do not stop are counted, and a crowd is refused. */
class SlowQueriesTest {
    /** A query that never ends takes all of it, so that it is short; one that ends is not asked here. */
    private static final String HASTY = "500ms";

    private static HostileStore hasty;

    @BeforeAll
    static void open() {
        hasty = new HostileStore("time-limit", HASTY, "result-rows", "20000", "result-bytes", "16777216");
    }

    @AfterAll
    static void close() {
        hasty.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
                "SELECT DISTINCT ?c ?f { ?a ?b ?c . ?d ?e ?f FILTER(?c != ?f && STRLEN(STR(?f)) > 500) }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?i } }",
                "SELECT (GROUP_CONCAT(?c) AS ?all) { ?a ?b ?c . ?d ?e ?f }",
                "SELECT ?a ?d (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
                "SELECT (COUNT(*) AS ?n) { ?a <urn:next>* ?b . ?b <urn:next>* ?c }",
                "CONSTRUCT { ?a <urn:with> ?d } { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(STR(?f)) > 500) }"
            })
    void aQueryThatTakesTooLongIsStoppedInTime(String query) throws Exception {
        assertThat(hasty.refusal(query))
                .isIn(Refusal.TIME, Refusal.MEMORY, Refusal.TOO_LONG_RESULT, Refusal.TOO_LONG_TEXT);
        hasty.untilAllHaveStopped();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { <urn:thing:0> <urn:next>* ?a . ?a <urn:next>* ?b . ?b <urn:next>* ?c }",
                "SELECT (COUNT(*) AS ?n) { <urn:thing:0> (!<urn:x>)* ?a . ?a (!<urn:x>)+ ?b . ?b ^(!<urn:x>)* ?c }",
                "SELECT (COUNT(*) AS ?n) { ?a (<urn:next>|!<urn:next>|^<urn:next>)* ?b . ?b (!(<urn:x>|^<urn:x>))+ ?c }"
            })
    void aClosureIsStoppedAtItsNextStep(String query) throws Exception {
        assertThat(hasty.refusal(query)).isEqualTo(Refusal.TIME);
        hasty.untilAllHaveStopped();
    }

    @Test
    void aClosureOverAllPropertiesFindsWhatItWouldUnwatched() {
        try (HostileStore patient = new HostileStore("time-limit", HostileStore.PATIENT)) {
            assertThat(patient.ask("SELECT (COUNT(DISTINCT ?x) AS ?n) { <urn:thing:9990> (!<urn:name>)* ?x }"))
                    .contains("\"10000\"");
            assertThat(patient.ask("SELECT ?x { <urn:thing:1> (!(<urn:next>|^<urn:next>))+ ?x }"))
                    .contains("Thing number 1");
            assertThat(patient.ask("SELECT ?x { 'Thing number 1' (^!<urn:next>)+ ?x }"))
                    .contains("urn:thing:1")
                    .doesNotContain("urn:thing:0");
        }
    }

    @Test
    void whoeverSeesToTheTimeIsNotHeldUpByTheQuery() {
        Deadline deadline = new Deadline();
        CompletableFuture<Void> never = new CompletableFuture<>();
        deadline.onStop(never::join);

        deadline.stop();

        assertThat(deadline.isOver()).isTrue();
        never.complete(null);
    }

    @Test
    void manyRunawaysCloseTheEndpointAndItOpensAgainWhenTheyEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (QueryRunner runner = new QueryRunner(
                Limits.but("time-limit", "100ms", "at-once", "4", "patience", "100ms", "runaways", "2"))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> runner.run(new Deadline(), () -> deafUntil(end)))
                        .extracting("refusal")
                        .isEqualTo(Refusal.TIME);
            }

            assertThatThrownBy(() -> runner.run(new Deadline(), () -> "answer"))
                    .extracting("refusal")
                    .isEqualTo(Refusal.BUSY);
            assertThat(runner.runaways()).isEqualTo(2);
            end.countDown();
            while (runner.runaways() > 0) {
                Thread.sleep(20);
            }
            assertThatCode(() -> untilAnswered(runner)).doesNotThrowAnyException();
        }
    }

    @Test
    void aCrowdIsRefusedAtOnceRatherThanKeptWaiting() throws Exception {
        SparqlLimits one =
                Limits.but("time-limit", HostileStore.PATIENT, "at-once", "1", "patience", "100ms", "runaways", "9");
        CountDownLatch end = new CountDownLatch(1);
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        try (QueryRunner runner = new QueryRunner(one)) {
            for (int i = 0; i < 8; i++) {
                new Thread(() -> answers.add(answer(runner, end))).start();
            }

            // The eighth goes on until the seven others have their answer, which therefore do not wait for it.
            for (int i = 0; i < 7; i++) {
                assertThat(answers.take()).isEqualTo("BUSY");
            }
            end.countDown();
            assertThat(answers.take()).isEqualTo("too late");
        }
    }

    /** A busy machine may need longer than the short time that this runner gives, but never for ever. */
    private static void untilAnswered(QueryRunner runner) {
        while (true) {
            try {
                assertThat(runner.run(new Deadline(), () -> "answer")).isEqualTo("answer");
                return;
            } catch (QueryRefusedException e) {
                assertThat(e.refusal()).isEqualTo(Refusal.TIME);
            }
        }
    }

    private static String answer(QueryRunner runner, CountDownLatch end) {
        try {
            return runner.run(new Deadline(), () -> deafUntil(end));
        } catch (QueryRefusedException e) {
            return e.refusal().name();
        }
    }

    /** Goes on, whatever it is told, until the test ends it. */
    private static String deafUntil(CountDownLatch end) {
        while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return "too late";
    }
}
