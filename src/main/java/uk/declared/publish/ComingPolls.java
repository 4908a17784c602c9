package uk.declared.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.SubmittedContest;

/**
 * Notes votes for a polling day that is still to come, which nobody can have counted. What a rehearsal is sent may be of any day.
 */
public final class ComingPolls {
    /** The rule that such a result breaks. It has no shape, since it looks at the clock. */
    static final String RULE = "W710";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Predicate<LocalDate> isToCome;

    private ComingPolls(Predicate<LocalDate> isToCome) {
        this.isToCome = isToCome;
    }

    /** By a clock, as days go by in the United Kingdom; of a rehearsal nothing is noted. */
    public static ComingPolls by(Clock clock, Uris uris) {
        return BaseUri.isRehearsal(uris.base())
                ? new ComingPolls(day -> false)
                : new ComingPolls(day -> day.isAfter(LocalDate.ofInstant(clock.instant(), LONDON)));
    }

    /** What is to be said of a contest. */
    Optional<Finding> of(SubmittedContest contest, String file) {
        LocalDate day = contest.result().pollingDate();
        boolean counted = contest.result().candidacies().stream()
                .anyMatch(candidacy -> candidacy.votes().isPresent());
        if (!counted || !isToCome.test(day)) {
            return Optional.empty();
        }
        Optional<SourceMap.Cell> cell = contest.source().cell(Part.CONTEST, "pollingDate");
        return Optional.of(new Finding(
                RULE,
                Severity.WARNING,
                cell.map(SourceMap.Cell::place)
                        .or(() -> contest.source().place(Part.CONTEST))
                        .orElseGet(() -> Place.of(file)),
                Optional.of(contest.result().id().value()),
                cell.map(SourceMap.Cell::text),
                Map.of("date", day.toString(), "area", contest.result().area().name())));
    }
}
