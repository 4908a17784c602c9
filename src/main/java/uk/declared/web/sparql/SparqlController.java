package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;

/**
 * The SPARQL endpoint:
 *
 * <ol>
 *   <li>a request is read as the protocol has it,
 *   <li>its query is checked, and a format chosen that the client takes, before anything runs,
 *   <li>the query runs, its answer kept until it is whole,
 *   <li>the answer is sent, or the reason why there is none, to people in a page and to programs as a problem document.
 * </ol>
 */
@RestController
final class SparqlController {
    private static final String PATH = "/sparql";
    private static final String QUERY = "QUERY";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", QUERY, "OPTIONS");

    /** What a QUERY may have as its body. */
    private static final String ACCEPT_QUERY = "Accept-Query";

    private final SparqlService service;
    private final ServiceDescription description;
    private final SparqlPages pages;
    private final LocalPaths paths;
    private final QueryBudget budget;
    private final SparqlLimits limits;
    private final Protocol protocol;
    private final AnswerCaching caching;
    private final OpenRequests open;
    private final QueryFigures figures;
    private final ExampleQueries examples;

    SparqlController(
            SparqlService service,
            ServiceDescription description,
            SparqlPages pages,
            LocalPaths paths,
            QueryBudget budget,
            SparqlLimits limits,
            QueryFigures figures,
            ExampleQueries examples) {
        this.examples = examples;
        this.figures = figures;
        this.budget = budget;
        this.service = service;
        this.description = description;
        this.pages = pages;
        this.paths = paths;
        this.limits = limits;
        this.protocol = new Protocol(limits);
        this.caching = new AnswerCaching(limits);
        this.open = new OpenRequests(limits);
    }

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    @Nullable ResponseEntity<byte[]> sparql(HttpServletRequest request, HttpServletResponse response) throws Exception {
        try {
            String client = QueryBudget.client(request.getRemoteAddr());
            return open.run(client, () -> Optional.ofNullable(respond(request, response)))
                    .orElse(null);
        } catch (QueryRefusedException crowded) {
            return refuse(crowded, "", Optional.empty(), request, response);
        }
    }

    private @Nullable ResponseEntity<byte[]> respond(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String query = "";
        Optional<String> format = Optional.empty();
        try {
            Protocol.Asked asked = protocol.read(request);
            format = asked.format();
            if (asked.query().isEmpty()) {
                return describe(asked, request);
            }
            query = asked.query().get().query();
            return answer(asked.query().get(), format, request, response);
        } catch (QueryRefusedException refused) {
            figures.refused(refused.refusal());
            return refuse(refused, query, format, request, response);
        }
    }

    /** The method QUERY is none of those that Spring has names for; it comes here, with all others that it has none for. */
    @RequestMapping(path = PATH)
    @Nullable ResponseEntity<byte[]> otherwise(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (!request.getMethod().equals(QUERY)) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), METHODS);
        }
        return sparql(request, response);
    }

    @RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
    ResponseEntity<byte[]> options() {
        return ResponseEntity.ok()
                .header(HttpHeaders.ALLOW, String.join(", ", METHODS))
                .header(ACCEPT_QUERY, "application/sparql-query")
                .header("Accept-Post", "application/sparql-query, application/x-www-form-urlencoded")
                .build();
    }

    /** What the endpoint takes and gives, for people. */
    @GetMapping(PATH + "/limits")
    ResponseEntity<byte[]> bounds(HttpServletRequest request) {
        return pages.bounds(request, Bound.all(limits));
    }

    private ResponseEntity<byte[]> describe(Protocol.Asked asked, HttpServletRequest request) {
        FormatChoice choice = FormatChoice.of(AnswerFormat.ofDescription(), asked.format(), request);
        if (asked.toEdit().isPresent() || choice.format() == AnswerFormat.HTML) {
            return pages.editor(
                    request, asked.toEdit().or(() -> example(request)).orElse(""));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(ACCEPT_QUERY, "application/sparql-query");
        return Answers.of(
                request,
                MediaType.parseMediaType(choice.mediaType()),
                description.write(
                        choice.format().syntax(), request.getRequestURL().toString()),
                headers,
                List.of(HttpHeaders.ACCEPT));
    }

    /** The query to begin with that is asked for: one of the library's, or one about a thing. */
    private Optional<String> example(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("example"))
                .flatMap(examples::ofLibrary)
                .or(() -> Optional.ofNullable(request.getParameter("about")).flatMap(examples::about));
    }

    private @Nullable ResponseEntity<byte[]> answer(
            SparqlRequest query, Optional<String> named, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        GuardedQuery checked = service.check(query);
        List<AnswerFormat> formats = AnswerFormat.of(checked.query());
        FormatChoice choice = FormatChoice.of(formats, named, request);
        if (choice.format() == AnswerFormat.HTML) {
            PageAnswer answer = new PageAnswer(limits.pageRows(), paths);
            budget.run(request.getRemoteAddr(), () -> service.query(query, answer, request, response));
            return pages.answer(request, query, answer.result(), formats);
        }
        if (!caching.isKnown(query, checked.changing(), choice, service.version(), request, response)) {
            send(query, choice, request, response);
        }
        return null;
    }

    private void send(
            SparqlRequest query, FormatChoice choice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (AnswerBuffer buffer = new AnswerBuffer(limits.resultBytes())) {
            budget.run(
                    request.getRemoteAddr(),
                    () -> service.query(query, new WrittenAnswer(choice.format(), buffer), request, response));
            response.setContentType(choice.mediaType());
            response.setContentLengthLong(buffer.size());
            if (!request.getMethod().equals("HEAD")) {
                send(buffer, response);
            }
        }
    }

    /** Where the client does not read, the connection is cut, so that what it has is not taken for the whole. */
    private void send(AnswerBuffer buffer, HttpServletResponse response) throws IOException {
        try {
            buffer.copyTo(response.getOutputStream(), limits.sendTime());
        } catch (IOException e) {
            throw new CloseNowException(e);
        }
    }

    private ResponseEntity<byte[]> refuse(
            QueryRefusedException refused,
            String query,
            Optional<String> format,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Whatever was said of the answer that there should have been holds no more.
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, null);
        if (refused.refusal().passes()) {
            long seconds = refused.waiting().orElse(limits.retryAfter()).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        }
        if (FormatChoice.isBrowser(format, request)) {
            return pages.refusal(request, query, refused);
        }
        ProblemException problem = ProblemException.of(
                        refused.refusal().status(),
                        refused.refusal().messageKey(),
                        refused.details().toArray())
                .with("refusal", refused.refusal().key());
        if (refused.spot().isPresent()) {
            problem = problem.with("line", refused.spot().get().line())
                    .with("column", refused.spot().get().column());
        }
        throw problem;
    }
}
