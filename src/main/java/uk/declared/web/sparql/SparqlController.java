package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import uk.declared.web.http.AcceptHeader;
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
    /** What makes an answer another one each time: it gets no entity tag. */
    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(now|rand|uuid|struuid)\\s*\\(");

    private final SparqlService service;
    private final ServiceDescription description;
    private final SparqlPages pages;
    private final LocalPaths paths;
    private final QueryBudget budget;
    private final SparqlLimits limits;
    private final Protocol protocol;

    SparqlController(
            SparqlService service,
            ServiceDescription description,
            SparqlPages pages,
            LocalPaths paths,
            QueryBudget budget,
            SparqlLimits limits) {
        this.budget = budget;
        this.service = service;
        this.description = description;
        this.pages = pages;
        this.paths = paths;
        this.limits = limits;
        this.protocol = new Protocol(limits);
    }

    /** A format, and the media type by which the client knows it. */
    private record Choice(AnswerFormat format, String mediaType) {}

    @RequestMapping(
            path = "/sparql",
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    @Nullable ResponseEntity<byte[]> sparql(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = "";
        try {
            Optional<SparqlRequest> asked = protocol.read(request);
            if (asked.isEmpty()) {
                return describe(request);
            }
            query = asked.get().query();
            return answer(asked.get(), request, response);
        } catch (RefusedException refused) {
            return refuse(refused, query, request, response);
        }
    }

    private ResponseEntity<byte[]> describe(HttpServletRequest request) {
        Optional<String> toEdit = Optional.ofNullable(request.getParameter("edit"));
        Choice choice = choose(AnswerFormat.ofDescription(), request);
        if (toEdit.isPresent() || choice.format() == AnswerFormat.HTML) {
            return pages.editor(request, toEdit.orElse(""));
        }
        return Answers.of(
                request,
                MediaType.parseMediaType(choice.mediaType()),
                description.write(choice.format().syntax()),
                new HttpHeaders(),
                List.of(HttpHeaders.ACCEPT));
    }

    private @Nullable ResponseEntity<byte[]> answer(
            SparqlRequest query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<AnswerFormat> formats = AnswerFormat.of(service.check(query));
        Choice choice = choose(formats, request);
        if (choice.format() == AnswerFormat.HTML) {
            PageAnswer answer = new PageAnswer(limits.pageRows(), paths);
            budget.run(request.getRemoteAddr(), () -> service.query(query, answer, request, response));
            return pages.answer(request, query, answer.result(), formats);
        }
        if (!isNotModified(query, choice, request, response)) {
            send(query, choice, request, response);
        }
        return null;
    }

    private void send(SparqlRequest query, Choice choice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (AnswerBuffer buffer = new AnswerBuffer(limits.resultBytes())) {
            budget.run(
                    request.getRemoteAddr(),
                    () -> service.query(query, new WrittenAnswer(choice.format(), buffer), request, response));
            response.setContentType(choice.mediaType());
            response.setContentLengthLong(buffer.size());
            if (!request.getMethod().equals("HEAD")) {
                buffer.copyTo(response.getOutputStream());
            }
        }
    }

    /** The same query over the same data in the same format has the same answer; where the client has it, nothing runs. */
    private boolean isNotModified(
            SparqlRequest query, Choice choice, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (request.getMethod().equals("POST")
                || CHANGING.matcher(query.query()).find()) {
            return false;
        }
        String of = service.version() + choice + query;
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(of.getBytes(StandardCharsets.UTF_8)) + '"';
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    private static Choice choose(List<AnswerFormat> offered, HttpServletRequest request) {
        Optional<String> wanted = Optional.ofNullable(request.getParameter("format"));
        if (wanted.isPresent()) {
            return AnswerFormat.ofSuffix(wanted.get())
                    .filter(offered::contains)
                    .map(format -> new Choice(format, format.mediaType()))
                    .orElseThrow(() -> notAcceptable(offered));
        }
        return accepted(request)
                .best(
                        offered.stream()
                                .flatMap(format -> format.mediaTypes().stream().map(type -> new Choice(format, type)))
                                .toList(),
                        Choice::mediaType)
                .map(choice -> new Choice(choice.format(), AnswerFormat.withEncoding(choice.mediaType())))
                .orElseThrow(() -> notAcceptable(offered));
    }

    private static RefusedException notAcceptable(List<AnswerFormat> offered) {
        String names = String.join(
                ", ", offered.stream().map(format -> format.mediaTypes().get(0)).toList());
        return new RefusedException(Refusal.NOT_ACCEPTABLE, names);
    }

    private static AcceptHeader accepted(HttpServletRequest request) {
        return AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    private ResponseEntity<byte[]> refuse(
            RefusedException refused, String query, HttpServletRequest request, HttpServletResponse response) {
        if (refused.refusal().passes()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(limits.retryAfter().toSeconds()));
        }
        if (accepted(request).names("text/html") && request.getParameter("format") == null) {
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
