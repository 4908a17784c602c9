package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.access.Holder;
import uk.declared.publish.Deployment;
import uk.declared.publish.Draft;
import uk.declared.submission.ColumnMapping;
import uk.declared.submission.ColumnSuggestions;
import uk.declared.submission.ColumnSuggestions.Suggestion;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.web.access.FormToken;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * The columns of a council's own table, mapped once: each heading beside its first values and what it probably is. The
 * mapping is kept for the council; the draft's report and previews then show what it reads.
 */
@RestController
@ConditionalOnBean(Deployment.class)
final class ColumnsController {
    private static final String PATH = "/submissions/drafts/{id}/columns";
    private static final String COLUMN = "column-";

    /** What is often the same for every row, and is then in no column. */
    private static final List<String> FOR_ALL = List.of("polling_date", "seats", "office", "contest_type");

    private final Deployment deployment;
    private final DraftCheck checks;
    private final Pages pages;

    ColumnsController(Deployment deployment, DraftCheck checks, Pages pages) {
        this.deployment = deployment;
        this.checks = checks;
        this.pages = pages;
    }

    /** What the page shows. */
    record View(
            FormToken form,
            String path,
            String file,
            Optional<String> council,
            List<Heading> headings,
            List<String> columns,
            List<Value> values) {}

    /** A heading of the table. */
    record Heading(int number, String text, List<String> samples, String column) {}

    /** What is the same for all rows. */
    record Value(String column, String text) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Draft draft = find(id, who);
        Wording wording = pages.wording(request);
        Optional<ColumnMapping> kept = draft.council().isPresent()
                ? deployment.mappings().of(draft.council().get())
                : Optional.empty();
        List<Suggestion> suggestions = suggestions(draft);
        List<Heading> headings = new ArrayList<>();
        for (Suggestion one : suggestions) {
            String column = kept.map(mapping -> mapping.columns().getOrDefault(one.heading(), ""))
                    .orElseGet(() -> one.column().orElse(""));
            headings.add(new Heading(headings.size(), one.heading(), one.samples(), column));
        }
        View view = new View(
                FormToken.of(request),
                "/submissions/drafts/" + draft.id(),
                draft.name(),
                draft.council(),
                headings,
                ColumnMapping.templateColumns(),
                FOR_ALL.stream()
                        .map(column -> new Value(
                                column,
                                kept.map(mapping -> mapping.values().getOrDefault(column, ""))
                                        .orElse("")))
                        .toList());
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        return pages.answer(
                request,
                Page.of(
                        "columns",
                        wording.text("columns.title"),
                        view,
                        wording.start(),
                        new NamedLink("/submissions", wording.text("submissions.title")),
                        new NamedLink(view.path(), draft.name())),
                headers);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> keep(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Holder holder = who.getPrincipal();
        Draft draft = find(id, who);
        String council = holder.council()
                .or(draft::council)
                .orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.columns-council"));
        Map<String, String> columns = new LinkedHashMap<>();
        List<Suggestion> suggestions = suggestions(draft);
        for (int i = 0; i < suggestions.size(); i++) {
            String heading = suggestions.get(i).heading();
            Sending.parameter(request, COLUMN + i).ifPresent(column -> columns.put(heading, column));
        }
        Map<String, String> values = new LinkedHashMap<>();
        FOR_ALL.forEach(column -> Sending.parameter(request, column).ifPresent(value -> values.put(column, value)));
        try {
            deployment.mappings().keep(new ColumnMapping(draft.name(), Optional.of(council), columns, values));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "problem.422.columns", String.valueOf(e.getMessage()));
        }
        checks.forget();
        deployment.audit().note(holder, "mapping.keep", Map.of("council", council));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + "/submissions/drafts/" + draft.id()))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private Draft find(String id, HolderAuthentication who) throws IOException {
        return deployment
                .drafts()
                .find(id, who.getPrincipal().owner())
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.draft"));
    }

    private List<Suggestion> suggestions(Draft draft) {
        try {
            return ColumnSuggestions.of(checks.submission(draft));
        } catch (UnreadableSubmissionException e) {
            throw ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "problem.422.no-table");
        }
    }
}
