package uk.declared.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import uk.declared.election.BallotId;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Part;
import uk.declared.submission.SubmittedContest;

/**
 * Which contests of a submission violations refuse. A violation that names a contest refuses that one; any other refuses
 * those that it may be about, rather one too many:
 *
 * <ul>
 *   <li>one in a row, the contest whose rows are around it; where none is, those next to it, since it may be a row that
 *       they lack,
 *   <li>one in no row, every contest of that sheet, or of that file.
 * </ul>
 */
final class RefusedContests {
    private final Set<BallotId> all = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final List<Place> unnamed = new ArrayList<>();
    private final List<Extent> extents = new ArrayList<>();

    /** The rows of a contest; no rows where the file has none. */
    private record Extent(BallotId contest, String file, Optional<String> sheet, OptionalInt first, OptionalInt last) {
        /** @param beside how many rows before the first and after the last are looked at too */
        boolean holds(Place place, int beside) {
            boolean sameSheet =
                    place.sheet().isEmpty() || sheet.isEmpty() || place.sheet().equals(sheet);
            boolean near = place.row().isEmpty()
                    || first.isEmpty()
                    || (place.row().getAsInt() >= first.getAsInt() - beside
                            && place.row().getAsInt() <= last.orElse(first.getAsInt()) + beside);
            return file.equals(place.file()) && sameSheet && near;
        }
    }

    void finding(Finding finding) {
        if (finding.severity() != Severity.VIOLATION) {
            return;
        }
        finding.contest().ifPresentOrElse(named::add, () -> unnamed.add(finding.place()));
    }

    void contest(SubmittedContest contest, String ofFile) {
        BallotId id = contest.result().id();
        all.add(id);
        List<Place> places = new ArrayList<>();
        contest.source().place(Part.CONTEST).ifPresent(places::add);
        for (int i = 0; i < contest.result().candidacies().size(); i++) {
            contest.source().place(new Part.OfCandidacy(i)).ifPresent(places::add);
        }
        Place at = places.isEmpty() ? Place.of(ofFile) : places.get(0);
        extents.add(new Extent(
                id,
                at.file(),
                at.sheet(),
                places.stream().flatMapToInt(place -> place.row().stream()).min(),
                places.stream().flatMapToInt(place -> place.row().stream()).max()));
    }

    /** The contests that are refused, of those that could be read. */
    Set<BallotId> refused() {
        Set<BallotId> refused = new HashSet<>();
        all.stream().filter(contest -> named.contains(contest.value())).forEach(refused::add);
        for (Place place : unnamed) {
            List<BallotId> around = holding(place, 0);
            refused.addAll(around.isEmpty() ? holding(place, 1) : around);
        }
        return refused;
    }

    private List<BallotId> holding(Place place, int beside) {
        return extents.stream()
                .filter(extent -> extent.holds(place, beside))
                .map(Extent::contest)
                .toList();
    }

    /** Whether none is left to publish. */
    boolean refusesAll() {
        return refused().size() == all.size();
    }
}
