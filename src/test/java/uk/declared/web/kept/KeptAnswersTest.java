package uk.declared.web.kept;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import uk.declared.night.CouncilNews;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.page.Refreshed;

class KeptAnswersTest {
    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final AtomicInteger dumps = new AtomicInteger();
    private final Beside beside = new Beside() {
        @Override
        public boolean concerns(String path) {
            return path.startsWith("/data");
        }

        @Override
        public String state() {
            return Integer.toString(dumps.get());
        }
    };
    private final Clock clock = Clock.fixed(Instant.parse("2024-05-03T01:00:00Z"), ZoneOffset.UTC);
    private final KeptAnswers kept = new KeptAnswers(
            new Currency(store, new CouncilNews(store, Optional.empty()), clock), clock, List.of(beside));
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void closeTheStore() {
        RequestContextHolder.resetRequestAttributes();
        store.close();
    }

    @Test
    void theSameIsMadeOnceForAllWhoAskOneAfterAnother() throws Exception {
        assertThat(ask("/doc/council/trafford").getContentAsString()).isEqualTo("page 1");
        MockHttpServletResponse again = ask("/doc/council/trafford");

        assertThat(again.getContentAsString()).isEqualTo("page 1");
        assertThat(again.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(again.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(made).hasValue(1);
    }

    @Test
    void anotherAddressLanguageOrFormIsAnotherAnswer() throws Exception {
        ask("/doc/council/trafford");
        ask("/doc/council/bury");
        MockHttpServletRequest welsh = request("/doc/council/trafford");
        welsh.addHeader("Accept-Language", "cy");
        ask(welsh, this::make);
        MockHttpServletRequest turtle = request("/doc/council/trafford");
        turtle.addHeader("Accept", "text/turtle");
        ask(turtle, this::make);

        assertThat(made).hasValue(4);
    }

    @Test
    void itIsMadeAnewWhenSomethingBesideTheStoreChangedThatItDependsOn() throws Exception {
        ask("/data.ttl");
        ask("/doc/council/trafford");
        dumps.incrementAndGet();

        assertThat(ask("/data.ttl").getContentAsString()).isEqualTo("page 3");
        assertThat(ask("/doc/council/trafford").getContentAsString()).isEqualTo("page 2");
    }

    @Test
    void itIsMadeAnewWhenSomethingWasPublished() throws Exception {
        ask("/doc/council/trafford");
        Iterator<StoreChange> nothing = List.<StoreChange>of().iterator();
        store.apply(nothing, new Position(1, "hash"));

        assertThat(ask("/doc/council/trafford").getContentAsString()).isEqualTo("page 2");
    }

    @Test
    void whoAsksWhileItIsMadeWaitsForItAndIsGivenIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicReference<Thread> second = new AtomicReference<>();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Future<MockHttpServletResponse> first =
                    readers.submit(() -> ask(request("/doc/council/trafford"), (request, response) -> {
                        begun.countDown();
                        await(mayEnd);
                        make((HttpServletResponse) response);
                    }));
            begun.await();
            Future<MockHttpServletResponse> other = readers.submit(() -> {
                second.set(Thread.currentThread());
                return ask("/doc/council/trafford");
            });
            while (second.get() == null || second.get().getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();

            assertThat(first.get().getContentAsString()).isEqualTo("page 1");
            assertThat(other.get().getContentAsString()).isEqualTo("page 1");
            assertThat(made).hasValue(1);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void whoHasItAlreadyIsToldSoWhetherItIsMadeOrKept() throws Exception {
        MockHttpServletRequest first = request("/doc/council/trafford");
        first.addHeader("If-None-Match", "\"1\"");
        assertThat(ask(first, this::make).getStatus()).isEqualTo(304);

        MockHttpServletRequest second = request("/doc/council/trafford");
        second.addHeader("If-None-Match", "\"1\"");
        MockHttpServletResponse answer = ask(second, this::make);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(ask("/doc/council/trafford").getContentAsString()).isEqualTo("page 1");
        assertThat(made).hasValue(1);
    }

    @Test
    void whatWasMadeFromCountsOfAMomentAgoIsNotKept() throws Exception {
        AtomicReference<String> version = new AtomicReference<>("one");
        CountDownLatch mayEnd = new CountDownLatch(1);
        Refreshed<String> counts =
                new Refreshed<>("counts", version::get, now -> counted(version, mayEnd), gone -> {}, 1);
        counts.now();
        version.set("two");

        FilterChain counting = (request, response) -> {
            counts.now();
            make((HttpServletResponse) response);
        };
        ask(request("/"), counting);
        ask(request("/"), counting);
        mayEnd.countDown();

        assertThat(made).hasValue(2);
    }

    private static String counted(AtomicReference<String> version, CountDownLatch mayEnd) {
        String now = String.valueOf(version.get());
        if (now.equals("two")) {
            await(mayEnd);
        }
        return now;
    }

    @Test
    void whoHasANameIsNotAnsweredWithWhatOthersWereGiven() throws Exception {
        ask("/doc/council/trafford");
        MockHttpServletRequest officer = request("/doc/council/trafford");
        officer.addHeader("Cookie", "JSESSIONID=1");

        assertThat(ask(officer, this::make).getContentAsString()).isEqualTo("page 2");
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        FilterChain refusing = (request, response) -> {
            made.incrementAndGet();
            ((HttpServletResponse) response).setStatus(404);
        };
        ask(request("/doc/council/atlantis"), refusing);

        assertThat(ask(request("/doc/council/atlantis"), refusing).getStatus()).isEqualTo(404);
        assertThat(made).hasValue(2);
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return ask(request(path), this::make);
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request, FilterChain chain) throws Exception {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        MockHttpServletResponse response = new MockHttpServletResponse();
        kept.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private void make(Object request, Object response) throws java.io.IOException {
        make((HttpServletResponse) response);
    }

    private void make(HttpServletResponse response) throws java.io.IOException {
        int number = made.incrementAndGet();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("ETag", "\"" + number + "\"");
        response.getWriter().write("page " + number);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
