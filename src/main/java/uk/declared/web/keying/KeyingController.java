package uk.declared.web.keying;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.draft.Draft;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.Uris;
import uk.declared.web.access.FormToken;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.Answers;
import uk.declared.web.http.SubmissionPaths;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Results without a file: a form for one contest, keyed twice, that ends in a draft like any other. */
@RestController
@ConditionalOnBean(Deployment.class)
final class KeyingController {
    private static final String CONTESTS = SubmissionPaths.HOME + "/contests";
    private static final String IN_SESSION = "declared.keying.";
    private static final List<String> STATUSES = List.of("declared", "provisional");
    private static final int LISTED = 500;
    private static final Query WAITING = StoredQuery.read("waiting-contests");

    private final Deployment deployment;
    private final KeyedContests contests;
    private final Pages pages;

    KeyingController(Deployment deployment, KeyedContests contests, Pages pages) {
        this.contests = contests;
        this.deployment = deployment;
        this.pages = pages;
    }

    /** The contests that wait for a result. */
    record ListView(List<Line> contests, boolean more) {
        record Line(NamedLink contest, String status) {}
    }

    /** The form. */
    record View(
            FormToken form,
            String path,
            String contest,
            NamedLink published,
            boolean again,
            List<String> differing,
            List<Candidate> candidates,
            List<Field> figures) {
        record Candidate(String name, String party, Field votes, Field elected) {}
    }

    /**
     * A field of the form.
     *
     * @param open whether it is to be keyed
     * @param wrong whether two keyings of it differ
     */
    record Field(String name, String label, boolean open, boolean wrong) {}

    @GetMapping(CONTESTS)
    ResponseEntity<byte[]> list(HttpServletRequest request, HolderAuthentication who) {
        Optional<String> named = Optional.ofNullable(request.getParameter("contest"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (named.isPresent()) {
            return Answers.seeOther(request, CONTESTS + "/" + LocalPaths.encode(named.get()));
        }
        Wording wording = pages.wording(request);
        List<Row> rows = contests.changeable(WAITING, LISTED, who.getPrincipal(), Map.of());
        List<ListView.Line> lines = rows.stream()
                .limit(LISTED)
                .map(row -> new ListView.Line(
                        new NamedLink(CONTESTS + "/" + row.text("notation").orElse(""), row.label("label", "contest")),
                        wording.text("keying.status."
                                + Uris.lastPart(row.required("status").getURI()))))
                .toList();
        return pages.privately(
                request,
                Page.of(
                        "contests",
                        wording.text("keying.list"),
                        new ListView(lines, rows.size() > LISTED),
                        crumbs(wording)));
    }

    @GetMapping(CONTESTS + "/{contest}")
    ResponseEntity<byte[]> form(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who) {
        BallotId id = KeyedContests.own(contest, who);
        request.getSession().removeAttribute(IN_SESSION + id);
        return page(id, contests.form(id), false, List.of(), Optional.empty(), request);
    }

    @PostMapping(CONTESTS + "/{contest}")
    ResponseEntity<byte[]> first(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who) {
        BallotId id = KeyedContests.own(contest, who);
        String status = Optional.ofNullable(request.getParameter(ContestForm.STATUS))
                .filter(STATUSES::contains)
                .orElse(STATUSES.get(0));
        request.getSession().setAttribute(IN_SESSION + id, new Keying(keyed(request, contests.form(id)), status));
        return Answers.seeOther(request, CONTESTS + "/" + LocalPaths.encode(id.value()) + "/again");
    }

    @GetMapping(CONTESTS + "/{contest}/again")
    ResponseEntity<byte[]> again(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who) {
        BallotId id = KeyedContests.own(contest, who);
        Optional<Keying> keying = keying(id, request);
        return keying.isEmpty()
                ? Answers.seeOther(request, CONTESTS + "/" + LocalPaths.encode(id.value()))
                : page(id, contests.form(id), true, List.of(), keying, request);
    }

    @PostMapping(CONTESTS + "/{contest}/again")
    ResponseEntity<byte[]> compare(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        BallotId id = KeyedContests.own(contest, who);
        Optional<Keying> keying = keying(id, request);
        if (keying.isEmpty()) {
            return Answers.seeOther(request, CONTESTS + "/" + LocalPaths.encode(id.value()));
        }
        ContestForm form = contests.form(id);
        List<String> differing = keying.get().compare(keyed(request, form), form.fields());
        request.getSession().setAttribute(IN_SESSION + id, keying.get());
        if (!differing.isEmpty()) {
            return page(id, form, true, differing, keying, request);
        }
        Draft draft = draft(id, form, keying.get(), who.getPrincipal());
        request.getSession().removeAttribute(IN_SESSION + id);
        return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
    }

    private Draft draft(BallotId id, ContestForm form, Keying keying, Holder holder) throws IOException {
        Path file = deployment.drafts().receiving();
        form.write(keying.agreed(), keying.status(), file);
        deployment.audit().note(holder, "keyed", Map.of("contest", id.value()));
        return contests.draft(form, file, id.value(), holder);
    }

    private ResponseEntity<byte[]> page(
            BallotId id,
            ContestForm form,
            boolean again,
            List<String> differing,
            Optional<Keying> keying,
            HttpServletRequest request) {
        Wording wording = pages.wording(request);
        List<View.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < form.rows().size(); i++) {
            candidates.add(new View.Candidate(
                    form.candidate(i),
                    form.party(i),
                    field(ContestForm.VOTES + "-" + i, wording.text("keying.votes"), differing, keying),
                    field(ContestForm.ELECTED + "-" + i, wording.text("keying.elected"), differing, keying)));
        }
        String path = CONTESTS + "/" + LocalPaths.encode(id.value());
        View view = new View(
                FormToken.of(request),
                path + (again ? "/again" : ""),
                contests.name(id),
                new NamedLink(Uris.CONTESTS + LocalPaths.encode(id.value()), wording.text("keying.published")),
                again,
                differing.stream().map(name -> label(name, form, wording)).toList(),
                candidates,
                ContestForm.FIGURES.stream()
                        .map(name -> field(name, ContestForm.label(name, wording.locale()), differing, keying))
                        .toList());
        return pages.privately(
                request,
                Page.of(
                        "keying",
                        wording.text(again ? "keying.again" : "keying.title"),
                        view,
                        wording.start(),
                        new NamedLink(SubmissionPaths.HOME, wording.text("submissions.title")),
                        new NamedLink(CONTESTS, wording.text("keying.list"))));
    }

    private static Field field(String name, String label, List<String> differing, Optional<Keying> keying) {
        return new Field(name, label, keying.map(of -> !of.isAgreed(name)).orElse(true), differing.contains(name));
    }

    private static String label(String field, ContestForm form, Wording wording) {
        int dash = field.lastIndexOf('-');
        return dash < 0
                ? ContestForm.label(field, wording.locale())
                : form.candidate(Integer.parseInt(field.substring(dash + 1))) + ": "
                        + wording.text("keying." + field.substring(0, dash));
    }

    /** What was keyed, without the marks that part thousands. A box that is not ticked says: not elected. */
    private static Map<String, String> keyed(HttpServletRequest request, ContestForm form) {
        Map<String, String> keyed = new HashMap<>();
        for (String field : form.fields()) {
            String text = Optional.ofNullable(request.getParameter(field)).orElse("");
            keyed.put(
                    field,
                    field.startsWith(ContestForm.ELECTED + "-")
                            ? Boolean.toString(!text.isEmpty())
                            : KeyedContests.figure(text));
        }
        return keyed;
    }

    private static Optional<Keying> keying(BallotId id, HttpServletRequest request) {
        HttpSession session = request.getSession();
        return session.getAttribute(IN_SESSION + id) instanceof Keying keying ? Optional.of(keying) : Optional.empty();
    }

    private static NamedLink[] crumbs(Wording wording) {
        return new NamedLink[] {wording.start(), new NamedLink(SubmissionPaths.HOME, wording.text("submissions.title"))
        };
    }
}
