package uk.declared.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import uk.declared.deployment.Deployment;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.ProblemException;
import uk.declared.web.stored.StoredQuery;

/**
 * {@code /events}, and {@code /events?council=trafford}: each declaration as a server-sent event, whose id is the number of its
 * entry in the record, so that who resumes with {@code Last-Event-ID} misses nothing, also after a restart.
 */
@Controller
@ConditionalOnBean(Deployment.class)
final class EventController {
    static final String PATH = "/events";
    private static final String SLUG = "[a-z0-9-]{1,80}";

    private final Listeners listeners;
    private final Store store;
    private final Uris uris;

    EventController(Listeners listeners, Store store, Uris uris) {
        this.listeners = listeners;
        this.store = store;
        this.uris = uris;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @RequestParam Optional<String> council,
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<String> last,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        council.ifPresent(this::requireKnown);
        if (!listeners.hasRoomFor(request.getRemoteAddr())) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, listeners.limits().heartbeat().toSeconds())));
            throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "problem.503.events");
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return;
        }
        listen(council, position(last), request, response);
    }

    private void listen(
            Optional<String> council, long position, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Runnable abort = AbortValve.of(request);
        Listener listener = new Listener(
                response.getOutputStream(),
                new Ending(context, abort),
                council,
                request.getRemoteAddr(),
                position,
                listeners.limits().waiting());
        context.addListener(new Leaving(() -> listeners.remove(listener)));
        listeners.add(listener);
        response.getOutputStream().setWriteListener(listener);
    }

    /** What cannot be a position of this record is taken for none: the client is told of what comes. */
    private long position(Optional<String> last) {
        long now = listeners.now();
        return last.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(position -> position <= now)
                .orElse(now);
    }

    private void requireKnown(String slug) {
        boolean known = slug.matches(SLUG) && store.ask(StoredQuery.read("known"), Map.of("thing", uris.council(slug)));
        if (!known) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
        }
    }

    /** How a connection of the container ends. */
    private record Ending(AsyncContext context, Runnable cut) implements Listener.Connection {
        @Override
        public void complete() {
            try {
                context.complete();
            } catch (IllegalStateException e) {
                // It has ended already.
                return;
            }
        }

        @Override
        public void abort() {
            cut.run();
        }
    }

    /** Runs something when the client has left, for whatever reason. */
    private record Leaving(Runnable then) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            then.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            then.run();
        }

        @Override
        public void onError(AsyncEvent event) {
            then.run();
            event.getAsyncContext().complete();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It is started once, before this listens.
        }
    }
}
