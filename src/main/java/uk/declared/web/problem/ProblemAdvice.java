package uk.declared.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.coyote.CloseNowException;
import org.apache.jena.query.QueryCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import uk.declared.publish.StorageFailedException;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.StoreUnavailableException;
import uk.declared.web.http.ProblemException;

/** Turns whatever a route throws into an answer. What went wrong inside is for the log, never for the client. */
@ControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "QUERY");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<byte[]> refused(ProblemException problem, HttpServletRequest request) {
        return problems.answer(request, problem, HttpHeaders.EMPTY);
    }

    /** The client went away while it was being answered. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("The client went away", e);
    }

    /** The connection is to be cut, which Tomcat does, without a word. */
    @ExceptionHandler(CloseNowException.class)
    void cut(CloseNowException e) throws CloseNowException {
        throw e;
    }

    /** The disk failed; what the client has to know is whether what it sent is recorded. */
    @ExceptionHandler(StorageFailedException.class)
    ResponseEntity<byte[]> notStored(StorageFailedException e, HttpServletRequest request) {
        String key = "problem.storage." + (e.isRecorded() ? "recorded" : "unrecorded");
        return notStored(e, key, problem -> problem.with("recorded", e.isRecorded()), request);
    }

    private ResponseEntity<byte[]> notStored(
            Exception e, String key, UnaryOperator<ProblemException> more, HttpServletRequest request) {
        LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        boolean full = StorageFailedException.diskFailure(e).isPresent();
        HttpStatus status = full ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.SERVICE_UNAVAILABLE;
        return problems.answer(request, more.apply(ProblemException.of(status, key)), HttpHeaders.EMPTY);
    }

    /** A store elsewhere does not answer, which passes. */
    @ExceptionHandler(StoreUnavailableException.class)
    ResponseEntity<byte[]> storeAway(StoreUnavailableException e, HttpServletRequest request) {
        LOG.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        boolean reads =
                SAFE.contains(request.getMethod()) || request.getRequestURI().endsWith("/sparql");
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(1 + e.retryAfter().toSeconds()));
        headers.setCacheControl("no-store");
        String key =
                "problem.store." + (e instanceof ForeignStoreException ? "foreign" : reads ? "reading" : "sending");
        return problems.answer(request, ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, key), headers);
    }

    /** A page whose queries took longer than a page's may: the server has more to do than it can, which passes. */
    @ExceptionHandler(QueryCancelledException.class)
    ResponseEntity<byte[]> tookTooLong(QueryCancelledException e, HttpServletRequest request) {
        LOG.warn("{} {} took too long and was ended", request.getMethod(), request.getRequestURI());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "10");
        return problems.answer(request, ProblemStatus.problem(HttpStatus.SERVICE_UNAVAILABLE), headers);
    }

    /** A parameter that is to be a number, say, and is none. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<byte[]> mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        ProblemException problem = ProblemException.of(
                HttpStatus.BAD_REQUEST, "problem.400.parameter", e.getName(), String.valueOf(e.getValue()));
        return problems.answer(request, problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> failed(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse refusal) {
            HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
            return problems.answer(request, ProblemStatus.problem(status), headers(refusal));
        }
        if (StorageFailedException.diskFailure(e).isPresent()) {
            // Where in a request it failed is not known here, and what was sent may be recorded by then.
            return notStored(e, "problem.storage.unknown", UnaryOperator.identity(), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problems.answer(request, ProblemStatus.problem(HttpStatus.INTERNAL_SERVER_ERROR), HttpHeaders.EMPTY);
    }

    /** What can be got can be asked for by HEAD too, and every path answers OPTIONS, which Spring leaves out of Allow. */
    private static HttpHeaders headers(ErrorResponse refusal) {
        HttpHeaders headers = new HttpHeaders();
        refusal.getHeaders().forEach(headers::addAll);
        Set<HttpMethod> allowed = new LinkedHashSet<>(headers.getAllow());
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        if (!allowed.isEmpty()) {
            allowed.add(HttpMethod.OPTIONS);
            headers.setAllow(allowed);
        }
        return headers;
    }
}
