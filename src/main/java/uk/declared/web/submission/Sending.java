package uk.declared.web.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.draft.Drafts;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.publish.Terms;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.web.access.Attempts;
import uk.declared.web.http.ProblemException;

/**
 * What somebody says beside a file, and what they may.
 *
 * @param holder who sends it
 * @param beside the format, the council and the polling day, where they are named
 * @param source who says so, where that is stated
 * @param rights the licence that is stated for it; absent where nothing is said
 * @param conforming whether what conforms is published where something does not
 * @param overriding whether what a source of higher precedence declared is replaced
 * @param losing whether figures and identifiers that are published may be lost
 */
record Sending(
        Holder holder,
        Drafts.Beside beside,
        Optional<Source> source,
        Optional<Rights> rights,
        boolean conforming,
        boolean overriding,
        boolean losing) {
    /**
     * As the request's parameters say; who has sent too much within a minute is asked to wait.
     *
     * @param rate counts it
     */
    static Sending admitted(HttpServletRequest request, Holder holder, Attempts rate, HttpServletResponse response) {
        if (rate.isExhausted(holder.owner())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(rate.secondsToWait(holder.owner())));
            throw ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "problem.429.submissions");
        }
        rate.count(holder.owner());
        return of(request, holder);
    }

    /** As the request's parameters say. */
    static Sending of(HttpServletRequest request, Holder holder) {
        Optional<Source> source = parameter(request, "source")
                .map(text -> Source.of(text)
                        .orElseThrow(() -> ProblemException.of(
                                HttpStatus.BAD_REQUEST, "problem.400.source", "council, operator, third-party")));
        boolean overriding = flag(request, "override");
        if (!holder.maySpeakAs(source.orElse(holder.source())) || (overriding && !holder.isOperator())) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.source");
        }
        Drafts.Beside beside = new Drafts.Beside(
                parameter(request, "format"),
                parameter(request, "council").or(holder::council),
                parameter(request, "date").map(Sending::date));
        return new Sending(
                holder,
                beside,
                source,
                rights(request),
                flag(request, "conforming"),
                overriding,
                flag(request, "accept-losses"));
    }

    private static Optional<Rights> rights(HttpServletRequest request) {
        Optional<String> licence = parameter(request, "licence");
        Optional<String> attribution = parameter(request, "attribution");
        if (licence.isEmpty() && attribution.isPresent()) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.attribution");
        }
        try {
            return licence.map(address -> Rights.stated(address, attribution));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.licence");
        }
    }

    /** How the file is read, with the mappings that are kept for the council. */
    static ReadOptions options(Drafts.Beside beside, Deployment deployment) throws IOException {
        List<ColumnMapping> mappings = new ArrayList<>();
        if (beside.council().isPresent()) {
            mappings.addAll(deployment.mappings().of(beside.council().get()));
        }
        return new ReadOptions(beside.format(), beside.council(), beside.pollingDate(), mappings);
    }

    /** On what terms it is published. */
    Terms terms() {
        Terms usual = source.map(Terms::of)
                .orElseGet(() -> Terms.usually(holder.source()))
                .only(holder::mayPublish);
        Terms terms = rights.map(usual::under).orElse(usual);
        Terms chosen = conforming ? terms.whatConforms() : terms;
        Terms overall = overriding ? chosen.whoeverDeclaredIt() : chosen;
        return losing ? overall.evenWithLosses() : overall;
    }

    static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    static boolean flag(HttpServletRequest request, String name) {
        return parameter(request, name)
                .map(text -> !List.of("false", "0", "no").contains(text))
                .orElse(false);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.date");
        }
    }
}
