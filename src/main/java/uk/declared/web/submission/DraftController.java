package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.access.AuditLog;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.draft.Draft;
import uk.declared.election.BallotId;
import uk.declared.election.Councils;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.Publication;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.MarkedCopy;
import uk.declared.web.access.Attempts;
import uk.declared.web.access.FormToken;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.SubmissionPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Stylesheet;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestPreview;

/** An officer's way on the web: send a file, look at the report and at the pages, publish, or mend and send again. */
@RestController
@ConditionalOnBean(Deployment.class)
final class DraftController {
    private static final String ONE = SubmissionPaths.DRAFTS + "/{id}";
    private static final int DONE_SHOWN = 10;
    private static final int DONE_READ = 500;

    private final Deployment deployment;
    private final DraftCheck checks;
    private final DraftPage page;
    private final ContestPreview previews;
    private final SubmissionLimits.Size largest;
    private final Attempts rate;
    private final Stylesheet stylesheet;
    private final Pages pages;

    DraftController(
            Deployment deployment,
            DraftCheck checks,
            DraftPage page,
            ContestPreview previews,
            SubmissionLimits.Size largest,
            Attempts rate,
            Stylesheet stylesheet,
            Pages pages) {
        this.deployment = deployment;
        this.checks = checks;
        this.page = page;
        this.previews = previews;
        this.largest = largest;
        this.rate = rate;
        this.stylesheet = stylesheet;
        this.pages = pages;
    }

    @GetMapping(SubmissionPaths.HOME)
    ResponseEntity<byte[]> home(HttpServletRequest request, HolderAuthentication who) throws IOException {
        deployment.drafts().deleteExpired();
        Wording wording = pages.wording(request);
        Holder holder = who.getPrincipal();
        List<DraftsView.Line> drafts = deployment.drafts().of(holder.owner()).stream()
                .map(draft -> new DraftsView.Line(
                        SubmissionPaths.draft(draft.id()),
                        draft.name(),
                        wording.time(draft.created()),
                        wording.time(draft.expires())))
                .toList();
        DraftsView view = new DraftsView(
                FormToken.of(request),
                stylesheet.uploadPath(),
                name(holder, wording),
                holder.council().isPresent(),
                largest.mebibytes(),
                message(request, wording),
                published(request, wording),
                drafts,
                done(holder, wording));
        return pages.privately(
                request, Page.of("submissions", wording.text("submissions.title"), view, wording.start()));
    }

    @PostMapping(SubmissionPaths.DRAFTS)
    ResponseEntity<byte[]> upload(HttpServletRequest request, HttpServletResponse response, HolderAuthentication who)
            throws IOException {
        Holder holder = who.getPrincipal();
        Sending sending = Sending.admitted(request, holder, rate, response);
        Received received = Received.from(request, deployment.drafts().receiving(), largest);
        Draft draft = deployment
                .drafts()
                .create(
                        holder.owner(),
                        received.name(),
                        sending.beside(),
                        deployment.publisher().position(),
                        received.file());
        return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> draft(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Draft draft = find(id, who);
        Wording wording = pages.wording(request);
        boolean marked = isMarkable(draft);
        Publication whole = checks.of(draft, who.getPrincipal(), false);
        Publication shown =
                whole.refused() && whole.overtaken().isEmpty() ? checks.of(draft, who.getPrincipal(), true) : whole;
        DraftView view = page.of(draft, whole, shown, FormToken.of(request), marked, checks.names(draft), wording);
        return pages.privately(
                request,
                new Page(
                        "draft",
                        draft.name(),
                        view,
                        List.of(
                                wording.start(),
                                new NamedLink(SubmissionPaths.HOME, wording.text("submissions.title"))),
                        Optional.empty()));
    }

    @GetMapping(ONE + "/contests/{contest}")
    ResponseEntity<byte[]> preview(
            @PathVariable String id, @PathVariable String contest, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Draft draft = find(id, who);
        return ballot(contest)
                .flatMap(ballot -> checks.graph(draft, ballot))
                .map(graph -> pages.privately(
                        request,
                        previews.of(graph, pages.wording(request), SubmissionPaths.draft(draft.id()), draft.name())))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text"));
    }

    @GetMapping(ONE + "/marked")
    ResponseEntity<byte[]> marked(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Draft draft = find(id, who);
        try {
            Submission submission = checks.submission(draft);
            if (!MarkedCopy.isPossible(submission)) {
                throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
            }
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            Publication publication = checks.of(draft, who.getPrincipal(), false);
            MarkedCopy.write(
                    submission, publication.report(), pages.wording(request).locale(), copy);
            String name = draft.name().replaceFirst("\\.[^.]*$", "") + "-marked." + MarkedCopy.suffix(submission);
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
            headers.setCacheControl("no-store");
            headers.setContentDisposition(
                    ContentDisposition.attachment().filename(name).build());
            return ResponseEntity.ok().headers(headers).body(copy.toByteArray());
        } catch (UnreadableSubmissionException e) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
    }

    @PostMapping(ONE + "/publish")
    ResponseEntity<byte[]> publish(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Holder holder = who.getPrincipal();
        Draft draft = find(id, who);
        try {
            Publication publication = checks.publish(
                    draft, holder, Sending.flag(request, "conforming"), Sending.flag(request, "accept-losses"));
            String sha256 = checks.submission(draft).sha256();
            note(holder, sha256, publication);
            if (publication.refused()) {
                return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
            }
            if (!publication.poorer().isEmpty()) {
                return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
            }
            deployment.drafts().delete(draft);
            return Answers.seeOther(
                    request,
                    SubmissionPaths.HOME + "?published="
                            + publication.published().size() + "&unchanged="
                            + publication.unchanged().size() + "&submission=" + sha256);
        } catch (UnreadableSubmissionException e) {
            return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
        }
    }

    /** Its owner has looked at what was published meanwhile, and goes on. */
    @PostMapping(ONE + "/seen")
    ResponseEntity<byte[]> seen(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        deployment.drafts().seen(find(id, who), deployment.publisher().position());
        return Answers.seeOther(request, SubmissionPaths.draft(id));
    }

    @PostMapping(ONE + "/delete")
    ResponseEntity<byte[]> delete(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        deployment.drafts().delete(find(id, who));
        return Answers.seeOther(request, SubmissionPaths.HOME + "?deleted");
    }

    private Draft find(String id, HolderAuthentication who) throws IOException {
        return deployment
                .drafts()
                .find(id, who.getPrincipal().owner())
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.draft"));
    }

    private boolean isMarkable(Draft draft) throws IOException {
        try {
            return MarkedCopy.isPossible(checks.submission(draft));
        } catch (UnreadableSubmissionException e) {
            return false;
        }
    }

    private void note(Holder holder, String sha256, Publication publication) {
        deployment
                .audit()
                .note(
                        holder,
                        "publish",
                        Map.of(
                                "submission",
                                sha256,
                                "outcome",
                                publication.refused() ? "refused" : "published",
                                "declarations",
                                Integer.toString(publication.published().size())));
    }

    private static Optional<BallotId> ballot(String text) {
        try {
            return Optional.of(new BallotId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Holder holder, Wording wording) {
        return holder.council()
                .map(slug -> Councils.shipped()
                        .bySlug(slug, LocalDate.now(ZoneOffset.UTC))
                        .map(council -> council.name())
                        .orElse(slug))
                .orElseGet(() -> wording.text("submissions.operator"));
    }

    private static Optional<String> message(HttpServletRequest request, Wording wording) {
        if (request.getParameter("deleted") != null) {
            return Optional.of(wording.text("submissions.deleted"));
        }
        if (request.getParameter("withdrawn") != null) {
            return Optional.of(wording.text("withdraw.done"));
        }
        return Stream.ofNullable(request.getParameter("published"))
                .filter(number -> number.matches("\\d{1,6}"))
                .map(number -> wording.text("submissions.published", Integer.valueOf(number)))
                .findFirst();
    }

    /** Where what was published stands. */
    private static Optional<NamedLink> published(HttpServletRequest request, Wording wording) {
        return Optional.ofNullable(request.getParameter("submission"))
                .filter(sha256 -> sha256.matches("[0-9a-f]{64}"))
                .filter(sha256 -> !"0".equals(request.getParameter("published")))
                .map(sha256 -> new NamedLink(
                        Uris.DOCUMENTS + "submission/" + sha256, wording.text("submissions.published.link")));
    }

    private List<DraftsView.Done> done(Holder holder, Wording wording) throws IOException {
        return deployment.audit().last(DONE_READ).stream()
                .filter(event -> holder.isOperator() || event.who().equals(holder.id()))
                .limit(DONE_SHOWN)
                .map(event -> new DraftsView.Done(wording.time(event.time()), what(event, wording)))
                .toList();
    }

    /** What was done, in words; an action that none are known for is named as the log has it. */
    private static String what(AuditLog.Event event, Wording wording) {
        String outcome = event.details().getOrDefault("outcome", "");
        String declarations = event.details().getOrDefault("declarations", "");
        if (event.action().equals("publish")) {
            return outcome.equals("published") && declarations.matches("\\d{1,9}")
                    ? wording.text("submissions.published", Integer.valueOf(declarations))
                    : wording.text("submissions.action.refused");
        }
        String contest = event.details().getOrDefault("contest", "");
        return switch (event.action()) {
            case "withdraw" -> wording.text("submissions.action.withdraw", contest);
            case "keyed" -> wording.text("submissions.action.keyed", contest);
            case "corrected" -> wording.text("submissions.action.corrected", contest);
            default -> event.action() + (outcome.isEmpty() ? "" : ": " + outcome);
        };
    }
}
