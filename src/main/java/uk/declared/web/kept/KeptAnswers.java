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
import uk.declared.web.page.Refreshed;

/**
 * Gives the same answer to all who ask the same:
 *
 * <ol>
 *   <li>an answer belongs to the state of the store in which it was begun, and holds as long as {@link Currency} says,
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

    private final Currency currency;
    private final Clock clock;
    private final List<Beside> beside;
    private final Map<Asked, Making> making = new ConcurrentHashMap<>();
    private final Cache<Asked, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Kept answer) -> answer.answer().weight())
            .expireAfterWrite(LONGEST)
            .build();

    KeptAnswers(Currency currency, Clock clock, List<Beside> beside) {
        this.beside = List.copyOf(beside);
        this.currency = currency;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param state of what the answer depends on beside the store, and the hour, since what is said of today is another thing tomorrow
     */
    private record Asked(String state, String address, List<String> headers) {}

    private record Kept(Currency.Moment begun, KeptAnswer answer) {}

    private record Making(Currency.Moment begun, CompletableFuture<Optional<KeptAnswer>> answer) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || OTHERWISE.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Asked asked = asked(request);
        Currency.Moment now = currency.now(path(request));
        Kept there = kept.getIfPresent(asked);
        if (there != null && currency.holds(there.begun(), now)) {
            there.answer().send(request, response);
            return;
        }
        Making mine = new Making(now, new CompletableFuture<>());
        Making current = making.compute(
                asked, (same, before) -> before != null && currency.holds(before.begun(), now) ? before : mine);
        if (current.equals(mine)) {
            make(asked, mine, request, response, chain);
            return;
        }
        Optional<KeptAnswer> others = await(current.answer());
        if (others.isPresent()) {
            others.get().send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Asked asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Asked(
                clock.instant().truncatedTo(ChronoUnit.HOURS) + besideOf(request),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                HEADERS.stream()
                        .flatMap(name -> Stream.of(name, String.join(",", Collections.list(request.getHeaders(name)))))
                        .toList());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private String besideOf(HttpServletRequest request) {
        String path = path(request);
        return beside.stream()
                .filter(each -> each.concerns(path))
                .map(Beside::state)
                .collect(Collectors.joining(" "));
    }

    private void make(
            Asked asked, Making mine, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> before = List.copyOf(response.getHeaderNames());
        ContentCachingResponseWrapper copied = new ContentCachingResponseWrapper(response);
        Optional<KeptAnswer> answer = Optional.empty();
        try {
            chain.doFilter(new Unconditional(request), copied);
            if (KeptAnswer.fits(copied)) {
                answer = Optional.of(KeptAnswer.of(request, copied, before));
                if (!Refreshed.isOfAMomentAgo(request)) {
                    keep(asked, new Kept(mine.begun(), answer.get()));
                }
            }
        } finally {
            making.remove(asked, mine);
            mine.answer().complete(answer);
        }
        if (answer.isPresent()) {
            answer.get().finish(request, copied);
        } else {
            copied.copyBodyToResponse();
        }
    }

    /** What was begun earlier, and took longer, does not stand in the place of what is newer. */
    private void keep(Asked asked, Kept made) {
        kept.asMap().merge(asked, made, (before, now) -> now.begun().isBefore(before.begun()) ? before : now);
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
