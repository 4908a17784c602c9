package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.ProblemLink;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Answers 410 Gone for a contest whose latest declaration withdraws it; its declarations stay readable. */
@Component
final class Withdrawals {
    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Pages pages;
    private final TimeLinks timeLinks;

    Withdrawals(ThingDescriptions things, LocalPaths paths, Pages pages, TimeLinks timeLinks) {
        this.timeLinks = timeLinks;
        this.things = things;
        this.paths = paths;
        this.pages = pages;
    }

    /** @throws ProblemException where the description is of a contest that was withdrawn */
    void check(ThingPath path, Description description, HttpServletRequest request) {
        if (path.kind() == ThingKind.CONTEST) {
            gone(description.facts(), request).ifPresent(problem -> {
                throw problem.withLinkHeaders(timeLinks.of(path));
            });
        }
    }

    /** The refusal for a candidacy of a contest that was withdrawn; absent for all else. */
    Optional<ProblemException> ofCandidacy(ThingPath path, HttpServletRequest request) {
        int slash = path.id().indexOf('/');
        if (path.kind() != ThingKind.CANDIDACY || slash < 0) {
            return Optional.empty();
        }
        ThingPath contest = new ThingPath(ThingKind.CONTEST, path.id().substring(0, slash));
        return things.of(contest)
                .flatMap(description -> gone(description.facts(), request))
                .map(problem -> problem.withLinkHeaders(timeLinks.of(path)));
    }

    private Optional<ProblemException> gone(Facts contest, HttpServletRequest request) {
        List<Facts> declarations = Declarations.latestFirst(contest);
        return declarations.stream()
                .findFirst()
                .filter(latest -> latest.part("declarationStatus")
                        .filter(status -> status.lastPart().equals("withdrawn"))
                        .isPresent())
                .map(latest -> problem(contest, latest, declarations, request));
    }

    private ProblemException problem(
            Facts contest, Facts latest, List<Facts> declarations, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        String reason = latest.text("changeReason").orElseGet(() -> wording.text("withdrawn.no-reason"));
        String time = latest.time(Modified.GENERATED_AT).map(wording::time).orElse("");
        List<ProblemLink> versions = declarations.stream()
                .sorted(Comparator.comparing(
                        declaration -> declaration.integer("version").orElse(0)))
                .map(declaration -> new ProblemLink(
                        paths.to(declaration.thing()),
                        wording.text(
                                "declaration.version",
                                declaration.text("version").orElse(""))))
                .toList();
        return ProblemException.of(HttpStatus.GONE, "problem.410.contest", contest.lastPart(), time, reason)
                .with("reason", reason)
                .with("versions", versions.stream().map(ProblemLink::href).toList())
                .withLinks(versions);
    }
}
