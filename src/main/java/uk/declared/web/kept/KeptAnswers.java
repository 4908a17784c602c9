package uk.declared.web.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.declared.store.Store;
import uk.declared.web.page.Refreshed;

/**
 * Gives the same answer to all who ask the same:
 *
 * <ol>
 *   <li>an answer belongs to the state of the store in which it was begun, so that with each publication all are made anew,
 *   <li>who asks while it is made waits for it and is given it, so that it is made once for however many ask,
 *   <li>what was made from counts that are a moment old is not kept, nor what is large, nor what is no answer to a reader without a
 *       name,
 *   <li>what nobody asks for goes first where there is no more room.
 * </ol>
 */
final class KeptAnswers extends OncePerRequestFilter {
    private static final long MOST_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** What an answer may depend on, beside the address. */
    private static final List<String> HEADERS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.HOST,
            "Accept-Datetime",
            "Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix");

    /** Who has a name, wants a part, or says what must hold, is not answered from here. */
    private static final List<String> OTHERWISE = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.RANGE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private final Store store;
    private final Clock clock;
    private final List<Beside> beside;
    private volatile String lastVersion = "";
    private final Map<Asked, CompletableFuture<Optional<KeptAnswer>>> making = new ConcurrentHashMap<>();
    private final Cache<Asked, KeptAnswer> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, KeptAnswer answer) -> answer.weight())
            .expireAfterWrite(LONGEST)
            .build();

    KeptAnswers(Store store, Clock clock, List<Beside> beside) {
        this.beside = List.copyOf(beside);
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param state of the store and of what else the answer depends on, and the hour, since what is said of today is another thing tomorrow
     */
    private record Asked(String state, String address, List<String> headers) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || OTHERWISE.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Asked asked = asked(request);
        KeptAnswer there = kept.getIfPresent(asked);
        if (there != null) {
            there.send(request, response);
            return;
        }
        CompletableFuture<Optional<KeptAnswer>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<KeptAnswer>> before = making.putIfAbsent(asked, mine);
        if (before == null) {
            make(asked, mine, request, response, chain);
            return;
        }
        Optional<KeptAnswer> others = await(before);
        if (others.isPresent()) {
            others.get().send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Asked asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Asked(
                version() + clock.instant().truncatedTo(ChronoUnit.HOURS) + besideOf(request),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                HEADERS.stream()
                        .flatMap(name -> Stream.of(name, String.join(",", Collections.list(request.getHeaders(name)))))
                        .toList());
    }

    /** While a store elsewhere does not answer, what was made last holds: nothing newer can be seen. */
    private String version() {
        String version = store.versionIfThere().orElse(lastVersion);
        lastVersion = version;
        return version;
    }

    private String besideOf(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return beside.stream()
                .filter(each -> each.concerns(path))
                .map(Beside::state)
                .collect(Collectors.joining(" "));
    }

    private void make(
            Asked asked,
            CompletableFuture<Optional<KeptAnswer>> mine,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        List<String> before = List.copyOf(response.getHeaderNames());
        ContentCachingResponseWrapper copied = new ContentCachingResponseWrapper(response);
        Optional<KeptAnswer> answer = Optional.empty();
        try {
            chain.doFilter(new Unconditional(request), copied);
            if (KeptAnswer.fits(copied)) {
                answer = Optional.of(KeptAnswer.of(copied, before));
                if (!Refreshed.isOfAMomentAgo(request)) {
                    kept.put(asked, answer.get());
                }
            }
        } finally {
            making.remove(asked, mine);
            mine.complete(answer);
        }
        if (answer.isPresent()) {
            answer.get().finish(request, copied);
        } else {
            copied.copyBodyToResponse();
        }
    }

    private static Optional<KeptAnswer> await(CompletableFuture<Optional<KeptAnswer>> others) {
        try {
            return others.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
