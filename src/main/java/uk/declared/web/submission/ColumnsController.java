package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import uk.declared.election.Councils;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.mapping.ColumnSuggestions;
import uk.declared.submission.mapping.ColumnSuggestions.Found;
import uk.declared.submission.mapping.ColumnSuggestions.Suggestion;
import uk.declared.web.access.FormToken;
import uk.declared.web.access.HolderAuthentication;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.SubmissionPaths;
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
    private static final String PATH = SubmissionPaths.DRAFTS + "/{id}/columns";
    private static final String COLUMN = "column-";

    private static final String TRANSLATIONS = "translations";
    private static final String DAY = "polling_date";
    private static final String COUNCIL = "council";

    /** What is often the same for every row, and is then in no column. */
    private static final List<String> FOR_ALL = List.of("area_name", "seats", "office", "contest_type", "electorate");

    private final Deployment deployment;
    private final DraftCheck checks;
    private final Pages pages;

    ColumnsController(Deployment deployment, DraftCheck checks, Pages pages) {
        this.deployment = deployment;
        this.checks = checks;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param council the council whose table it is; absent where it is still to be named
     * @param day the polling day, as far as it is known
     * @param missing columns of the template that are needed and that nothing gives yet
     * @param translations what the council's own words stand for, a line each
     * @param fault why what was said cannot be kept
     */
    record View(
            FormToken form,
            String path,
            String file,
            Optional<String> council,
            String day,
            List<Heading> headings,
            List<String> columns,
            List<Value> values,
            List<String> missing,
            String translations,
            Optional<String> fault) {}

    /** A heading of the table. */
    record Heading(int number, String text, List<String> samples, String column) {}

    /** What is the same for all rows. */
    record Value(String column, String text) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Draft draft = find(id, who);
        Found found = found(draft);
        Said said = kept(draft, found).map(Said::of).orElseGet(() -> Said.suggested(found));
        return page(draft, who.getPrincipal(), found, said, Optional.empty(), request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> keep(@PathVariable String id, HttpServletRequest request, HolderAuthentication who)
            throws IOException {
        Holder holder = who.getPrincipal();
        Draft draft = find(id, who);
        Found found = found(draft);
        Said said = Said.sent(request, found);
        Optional<String> council = holder.council().or(draft::council).or(() -> Sending.parameter(request, COUNCIL));
        if (council.filter(Councils.shipped()::knows).isEmpty()) {
            return page(draft, holder, found, said, Optional.of("columns.fault.council"), request);
        }
        Optional<LocalDate> day = Sending.parameter(request, DAY).flatMap(ColumnsController::day);
        if (Sending.parameter(request, DAY).isPresent() && day.isEmpty()) {
            return page(draft, holder, found, said, Optional.of("columns.fault.day"), request);
        }
        try {
            deployment
                    .mappings()
                    .keep(new ColumnMapping(draft.name(), council, said.columns, said.values, said.translations));
        } catch (IllegalArgumentException e) {
            return page(draft, holder, found, said, Optional.of("columns.fault.needed"), request);
        }
        // A day is that of one file: kept with the mapping it would be that of the next year's too.
        deployment.drafts().with(draft, council, day);
        checks.forget();
        deployment.audit().note(holder, "mapping.keep", Map.of("council", council.get()));
        return Answers.seeOther(request, SubmissionPaths.draft(draft.id()));
    }

    /** What an officer says of a table, or is suggested to say. */
    private record Said(
            Map<String, String> columns, Map<String, String> values, Map<String, Map<String, String>> translations) {
        static Said of(ColumnMapping mapping) {
            return new Said(mapping.columns(), mapping.values(), mapping.translations());
        }

        static Said suggested(Found found) {
            Map<String, String> columns = new LinkedHashMap<>();
            found.suggestions().forEach(one -> one.column().ifPresent(column -> columns.put(one.heading(), column)));
            return new Said(columns, found.values(), found.translations());
        }

        static Said sent(HttpServletRequest request, Found found) {
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 0; i < found.suggestions().size(); i++) {
                String heading = found.suggestions().get(i).heading();
                Sending.parameter(request, COLUMN + i).ifPresent(column -> columns.put(heading, column));
            }
            Map<String, String> values = new LinkedHashMap<>();
            FOR_ALL.forEach(column -> Sending.parameter(request, column).ifPresent(value -> values.put(column, value)));
            return new Said(
                    columns,
                    values,
                    TranslationLines.read(
                            Sending.parameter(request, TRANSLATIONS).orElse("")));
        }

        /** The needed columns that nothing gives. */
        List<String> missing() {
            Set<String> given = new HashSet<>(columns.values());
            given.addAll(values.keySet());
            if (given.contains("family_name")) {
                given.add("name_on_ballot_paper");
            }
            return Stream.of("area_name", "name_on_ballot_paper", "votes", "elected")
                    .filter(column -> !given.contains(column))
                    .toList();
        }
    }

    private ResponseEntity<byte[]> page(
            Draft draft, Holder holder, Found found, Said said, Optional<String> fault, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        List<Heading> headings = new ArrayList<>();
        for (Suggestion one : found.suggestions()) {
            headings.add(new Heading(
                    headings.size(), one.heading(), one.samples(), said.columns.getOrDefault(one.heading(), "")));
        }
        boolean hasDay = said.columns.containsValue(DAY);
        View view = new View(
                FormToken.of(request),
                SubmissionPaths.draft(draft.id()),
                draft.name(),
                holder.council().or(draft::council),
                draft.pollingDate()
                        .map(LocalDate::toString)
                        .or(() -> Sending.parameter(request, DAY))
                        .orElse(hasDay ? "-" : ""),
                headings,
                ColumnMapping.templateColumns(),
                FOR_ALL.stream()
                        .map(column -> new Value(column, said.values.getOrDefault(column, "")))
                        .toList(),
                said.missing(),
                TranslationLines.write(said.translations),
                fault.map(key -> wording.text(key, String.join(", ", said.missing()))));
        return pages.privately(
                request,
                Page.of(
                        "columns",
                        wording.text("columns.title"),
                        view,
                        wording.start(),
                        new NamedLink(SubmissionPaths.HOME, wording.text("submissions.title")),
                        new NamedLink(view.path(), draft.name())));
    }

    /** The mapping that is kept for a table with these headings. */
    private Optional<ColumnMapping> kept(Draft draft, Found found) throws IOException {
        Set<String> headings = new HashSet<>();
        found.suggestions().forEach(one -> headings.add(one.heading()));
        if (draft.council().isEmpty()) {
            return Optional.empty();
        }
        return deployment.mappings().of(draft.council().get()).stream()
                .filter(mapping -> headings.containsAll(mapping.columns().keySet()))
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Draft find(String id, HolderAuthentication who) throws IOException {
        return deployment
                .drafts()
                .find(id, who.getPrincipal().owner())
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.draft"));
    }

    private Found found(Draft draft) {
        try {
            return ColumnSuggestions.find(checks.submission(draft));
        } catch (UnreadableSubmissionException e) {
            throw ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "problem.422.no-table");
        }
    }
}
