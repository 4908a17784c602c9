package uk.declared.web.receive;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import uk.declared.publish.StorageFailedException;
import uk.declared.web.http.SubmissionPaths;

/**
 * Receives the whole body of a request before any route sees the request. A body that comes slowly holds a thread that could serve
 * pages, so
 *
 * <ol>
 *   <li>few bodies that are not here yet are waited for, and fewer of one client; the next is refused at once,
 *   <li>each has to be here within a time, however it trickles,
 *   <li>what has arrived is read by the route from memory or from a temporary file.
 * </ol>
 *
 * No route of ours reads a body after it has begun an asynchronous answer: the body is gone by then.
 */
final class ReceiveValve extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveValve.class);
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final String RETRY_AFTER_SECONDS = "10";

    private final ReceiveLimits limits;
    private final long submissionBytes;
    private final WaitingPlaces places;
    private final WaitingPlaces submissionPlaces;

    /** @param submissionBytes how long the body of a submission may be */
    ReceiveValve(ReceiveLimits limits, long submissionBytes) {
        super(true);
        this.limits = limits;
        this.submissionBytes = submissionBytes;
        ConcurrentMap<String, Integer> taken = WaitingPlaces.nobody();
        this.places = new WaitingPlaces(limits.places(), limits.fromOneAddress(), taken);
        this.submissionPlaces = new WaitingPlaces(limits.submissionPlaces(), limits.fromOneAddress(), taken);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        boolean submission = isSubmission(request);
        WaitingPlaces of = submission ? submissionPlaces : places;
        String client = String.valueOf(request.getRemoteAddr());
        if (!of.take(client)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        ReceivedBody body;
        try {
            body = receive(request, response, submission);
        } catch (ReceivedBody.TooSlowException | java.net.SocketTimeoutException e) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_TIMEOUT);
            return;
        } catch (IOException e) {
            LOG.debug("A body was not received: {}", e.toString());
            boolean full = StorageFailedException.diskFailure(e).isPresent();
            refuse(request, response, full ? INSUFFICIENT_STORAGE : HttpServletResponse.SC_BAD_REQUEST);
            return;
        } finally {
            of.giveBack(client);
        }
        InputBuffer connection = request.getCoyoteRequest().getInputBuffer();
        try (body) {
            request.getCoyoteRequest().setInputBuffer(body);
            getNext().invoke(request, response);
        } finally {
            request.getCoyoteRequest().setInputBuffer(connection);
        }
    }

    private ReceivedBody receive(Request request, Response response, boolean submission) throws IOException {
        response.sendAcknowledgement(ContinueResponseTiming.IMMEDIATELY);
        Duration time = submission ? limits.submissionTime() : limits.time();
        return ReceivedBody.of(
                request.getCoyoteRequest(),
                submission ? submissionBytes : limits.bytes(),
                System.nanoTime() + time.toNanos());
    }

    /** What else is sent on the connection is not waited for: {@link ClosingValve} ends it after the answer. */
    private static void refuse(Request request, Response response, int status) throws IOException {
        ClosingValve.mark(request);
        // Whoever writes the refusal looks for parameters, and is not to wait for them in a body that does not come.
        request.getCoyoteRequest().setContentLength(0);
        request.getCoyoteRequest().getMimeHeaders().removeHeader(HttpHeaders.TRANSFER_ENCODING);
        response.sendError(status);
    }

    private static boolean hasBody(Request request) {
        return request.getCoyoteRequest().getContentLengthLong() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Who shows neither a token nor a session sends no file. */
    private static boolean isSubmission(Request request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean known =
                request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getHeader(HttpHeaders.COOKIE) != null;
        return known && SubmissionPaths.hold(path);
    }
}
