package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.ShaclReport;
import uk.declared.publish.Publication;
import uk.declared.publish.PublicationText;
import uk.declared.publish.StorageFailedException;
import uk.declared.publish.Terms;
import uk.declared.report.Report;
import uk.declared.report.TextReport;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.web.access.Attempts;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.SubmissionPaths;
import uk.declared.web.page.Pages;

/**
 * {@code POST /submissions}: a program sends a file, as the body or as the part {@code file} of a form, and has the report
 * and the declarations in the answer. With {@code publish=false} nothing is published. An {@code Idempotency-Key} makes it
 * safe to send again after a broken line.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class SubmissionController {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final MediaType TURTLE = MediaType.parseMediaType(RdfSyntax.TURTLE.mediaType() + ";charset=utf-8");
    private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, TEXT, TURTLE);

    private final Deployment deployment;
    private final SubmissionLimits.Size largest;
    private final Attempts rate;
    private final IdempotentAnswers answers;
    private final Pages pages;
    private final Housekeeping housekeeping;

    SubmissionController(
            Deployment deployment,
            SubmissionLimits.Size largest,
            Attempts rate,
            Housekeeping housekeeping,
            Pages pages) {
        this.housekeeping = housekeeping;
        this.deployment = deployment;
        this.largest = largest;
        this.rate = rate;
        this.answers = new IdempotentAnswers(deployment.folder("idempotency"));
        this.pages = pages;
    }

    @PostMapping(SubmissionPaths.HOME)
    ResponseEntity<byte[]> submit(HttpServletRequest request, HttpServletResponse response, HolderAuthentication who)
            throws IOException {
        Holder holder = who.getPrincipal();
        Sending sending = Sending.admitted(request, holder, rate, response);
        MediaType form = form(request);
        try (Received received = Received.from(request, deployment.drafts().receiving(), largest)) {
            Optional<String> key = Optional.ofNullable(request.getHeader("Idempotency-Key"));
            Submission submission = Submission.open(received.file(), received.name());
            String fingerprint = submission.sha256() + "?" + parameters(request);
            return key.isPresent()
                    ? answers.once(
                            holder.owner(), key.get(), fingerprint, () -> answer(submission, sending, request, form))
                    : answer(submission, sending, request, form);
        } catch (UnreadableSubmissionException e) {
            return written(
                    HttpStatus.UNPROCESSABLE_CONTENT, unreadable(e), "", request, form, new HttpHeaders(), false);
        }
    }

    private ResponseEntity<byte[]> answer(
            Submission submission, Sending sending, HttpServletRequest request, MediaType form) {
        boolean publish = request.getParameter("publish") == null || Sending.flag(request, "publish");
        Publication publication;
        try {
            publication = publication(submission, sending, publish);
        } catch (UnreadableSubmissionException e) {
            publication = unreadable(e);
            note(sending.holder(), publish, submission, publication);
            return written(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    publication,
                    submission.sha256(),
                    request,
                    form,
                    new HttpHeaders(),
                    publish);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            note(sending.holder(), publish, submission, publication);
        } catch (UncheckedIOException e) {
            throw publish && !publication.published().isEmpty() ? StorageFailedException.afterRecording(e) : e;
        }
        refuse("problem.403.contests", HttpStatus.FORBIDDEN, publication.forbidden());
        refuse("problem.409.overtaken", HttpStatus.CONFLICT, publication.overtaken());
        HttpHeaders headers = new HttpHeaders();
        HttpStatus status = HttpStatus.OK;
        if (publish && publication.refused()) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
        } else if (publish && !publication.published().isEmpty()) {
            // It stands in the record, and will be seen when the store answers again.
            status = deployment.publisher().isWaitingForStore() ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
            Publication.Version first = publication.published().get(0);
            headers.set(
                    HttpHeaders.LOCATION,
                    deployment
                            .uris()
                            .declaration(first.contest(), first.version())
                            .getURI());
        }
        return written(status, publication, submission.sha256(), request, form, headers, publish);
    }

    private Publication publication(Submission submission, Sending sending, boolean publish)
            throws IOException, UnreadableSubmissionException {
        // Whatever somebody else publishes from here on, the sender cannot have seen.
        Terms terms = sending.terms().havingSeen(deployment.publisher().position());
        ReadOptions options = Sending.options(sending.beside(), deployment);
        return publish
                ? deployment.publisher().publish(submission, options, terms)
                : deployment.publisher().rehearse(submission, options, terms);
    }

    private static Publication unreadable(UnreadableSubmissionException e) {
        return Publication.nothing(Report.unreadable(e.finding()), List.of(), List.of());
    }

    private static void refuse(String message, HttpStatus status, List<BallotId> contests) {
        if (!contests.isEmpty()) {
            List<String> names = contests.stream().map(BallotId::value).toList();
            throw ProblemException.of(status, message, names.get(0), names.size())
                    .with("contests", names);
        }
    }

    private void note(Holder holder, boolean publish, Submission submission, Publication publication) {
        deployment
                .audit()
                .note(
                        holder,
                        publish ? "publish" : "check",
                        Map.of(
                                "submission", submission.sha256(),
                                "bytes", Long.toString(submission.size()),
                                "outcome", publication.refused() ? "refused" : publish ? "published" : "checked",
                                "declarations",
                                        Integer.toString(publication.published().size())));
    }

    private ResponseEntity<byte[]> written(
            HttpStatus status,
            Publication publication,
            String sha256,
            HttpServletRequest request,
            MediaType form,
            HttpHeaders headers,
            boolean published) {
        Locale language = pages.wording(request).locale();
        headers.setContentType(form);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "inline");
        String text;
        if (form.equals(TEXT)) {
            text = new TextReport(language).write(publication.report())
                    + (published
                            ? new PublicationText(language).write(publication, status == HttpStatus.ACCEPTED)
                            : "");
        } else if (form.equals(TURTLE)) {
            text = turtle(publication.report());
        } else {
            text = new PublicationJson(deployment.uris(), language, housekeeping.deletionDate())
                    .write(publication, sha256, published, status == HttpStatus.ACCEPTED);
        }
        return ResponseEntity.status(status).headers(headers).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String turtle(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RdfWriter.write(new ShaclReport(deployment.uris()).map(report), RdfSyntax.TURTLE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The form that the client likes best; JSON where it does not say. */
    private static MediaType form(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (fields.isEmpty()) {
            return MediaType.APPLICATION_JSON;
        }
        AcceptHeader accept = AcceptHeader.of(fields);
        MediaType best = MediaType.APPLICATION_JSON;
        double most = 0;
        for (MediaType offered : OFFERED) {
            double quality = accept.quality(offered.getType() + "/" + offered.getSubtype());
            if (quality > most) {
                best = offered;
                most = quality;
            }
        }
        if (most == 0) {
            throw ProblemException.of(HttpStatus.NOT_ACCEPTABLE, "problem.406.text");
        }
        return best;
    }

    private static String parameters(HttpServletRequest request) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> text.append(name)
                        .append('=')
                        .append(String.join(",", values))
                        .append('&'));
        return text.toString();
    }
}
