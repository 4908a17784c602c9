package uk.declared.web.keying;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
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
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.SubmissionPaths;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * What can be done with a result that is published: correct a figure, which ends in a draft like any other, or withdraw the
 * contest. Both begin at the list of the council's results, by their names.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class CorrectionController {
    private static final String PUBLISHED = SubmissionPaths.HOME + "/published";
    private static final String CORRECTED = "corrected";
    private static final String VERSION = "version";
    private static final int LISTED = 200;
    private static final Query RESULTS = StoredQuery.read("published-contests");

    private final Deployment deployment;
    private final KeyedContests contests;
    private final Pages pages;

    CorrectionController(Deployment deployment, KeyedContests contests, Pages pages) {
        this.contests = contests;
        this.deployment = deployment;
        this.pages = pages;
    }

    /** The results of a council, with what can be done with each. */
    record ListView(String words, List<Line> contests, boolean more) {
        record Line(NamedLink contest, String correct, String withdraw) {}
    }

    /** The form with what is published in its fields. */
    record View(
            FormToken form,
            String path,
            String name,
            int version,
            NamedLink published,
            List<Candidate> candidates,
            List<Field> figures) {
        record Candidate(String name, String party, Field votes, Field elected) {}

        /** A field with what is published. */
        record Field(String name, String label, String value) {
            public boolean ticked() {
                return value.equals("true");
            }
        }
    }

    /** The question whether a contest is to be withdrawn. */
    record WithdrawView(FormToken form, String contest, String name, NamedLink published) {}

    @GetMapping(PUBLISHED)
    ResponseEntity<byte[]> list(HttpServletRequest request, HolderAuthentication who) {
        Wording wording = pages.wording(request);
        Holder holder = who.getPrincipal();
        String words = Optional.ofNullable(request.getParameter("q"))
                .map(String::strip)
                .orElse("");
        List<Row> rows = contests.changeable(
                RESULTS,
                LISTED,
                holder,
                Map.of("words", NodeFactory.createLiteralString(words.toLowerCase(Locale.ROOT))));
        List<ListView.Line> lines = rows.stream()
                .limit(LISTED)
                .map(row -> line(row.text("notation").orElse(""), row.label("label", "contest")))
                .toList();
        ListView view = new ListView(words, lines, rows.size() > LISTED);
        return pages.privately(
                request, Page.of("published", wording.text("published.title"), view, crumbs(wording, false)));
    }

    private static ListView.Line line(String contest, String name) {
        String path = "/" + LocalPaths.encode(contest);
        return new ListView.Line(
                new NamedLink(Uris.DOCUMENTS + "contest" + path, name),
                PUBLISHED + path + "/correct",
                PUBLISHED + path + "/withdraw");
    }

    @GetMapping(PUBLISHED + "/{contest}/correct")
    ResponseEntity<byte[]> form(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who) {
        BallotId id = KeyedContests.own(contest, who);
        ContestForm form = contests.form(id);
        Wording wording = pages.wording(request);
        List<View.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < form.rows().size(); i++) {
            candidates.add(new View.Candidate(
                    form.candidate(i),
                    form.party(i),
                    field(ContestForm.VOTES + "-" + i, wording.text("keying.votes"), form),
                    field(ContestForm.ELECTED + "-" + i, wording.text("keying.elected"), form)));
        }
        View view = new View(
                FormToken.of(request),
                PUBLISHED + "/" + LocalPaths.encode(id.value()) + "/correct",
                contests.name(id),
                version(id),
                published(id, wording),
                candidates,
                ContestForm.FIGURES.stream()
                        .map(figure -> field(figure, ContestForm.label(figure, wording.locale()), form))
                        .toList());
        return pages.privately(request, Page.of("correct", wording.text("correct.title"), view, crumbs(wording, true)));
    }

    private static View.Field field(String name, String label, ContestForm form) {
        return new View.Field(name, label, form.published(name));
    }

    @PostMapping(PUBLISHED + "/{contest}/correct")
    ResponseEntity<byte[]> correct(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        BallotId id = KeyedContests.own(contest, who);
        if (!Integer.toString(version(id)).equals(request.getParameter(VERSION))) {
            throw ProblemException.of(HttpStatus.CONFLICT, "problem.409.corrected");
        }
        ContestForm form = contests.form(id);
        Map<String, String> figures = new HashMap<>();
        for (String field : form.fields()) {
            String text = Optional.ofNullable(request.getParameter(field)).orElse("");
            figures.put(
                    field,
                    field.startsWith(ContestForm.ELECTED + "-")
                            ? elected(text, form.published(field))
                            : KeyedContests.figure(text));
        }
        Holder holder = who.getPrincipal();
        Path file = deployment.drafts().receiving();
        form.correct(figures, file);
        deployment.audit().note(holder, CORRECTED, Map.of("contest", id.value()));
        Draft draft = contests.draft(form, file, contests.name(id), holder);
        return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
    }

    @GetMapping(PUBLISHED + "/{contest}/withdraw")
    ResponseEntity<byte[]> ask(@PathVariable String contest, HttpServletRequest request, HolderAuthentication who) {
        BallotId id = KeyedContests.own(contest, who);
        contests.form(id);
        Wording wording = pages.wording(request);
        WithdrawView view =
                new WithdrawView(FormToken.of(request), id.value(), contests.name(id), published(id, wording));
        return pages.privately(
                request, Page.of("withdraw", wording.text("withdraw.title"), view, crumbs(wording, true)));
    }

    /** What is left unticked stays unsaid where it was. */
    private static String elected(String ticked, String published) {
        return ticked.isEmpty() && published.isEmpty() ? "" : Boolean.toString(!ticked.isEmpty());
    }

    /** The number of the last version of a contest. */
    private int version(BallotId id) {
        return deployment.history().of(id).size();
    }

    private static NamedLink published(BallotId id, Wording wording) {
        return new NamedLink(Uris.CONTESTS + LocalPaths.encode(id.value()), wording.text("keying.published"));
    }

    private static NamedLink[] crumbs(Wording wording, boolean below) {
        NamedLink home = new NamedLink(SubmissionPaths.HOME, wording.text("submissions.title"));
        return below
                ? new NamedLink[] {wording.start(), home, new NamedLink(PUBLISHED, wording.text("published.title"))}
                : new NamedLink[] {wording.start(), home};
    }
}
