package uk.declared.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import uk.declared.election.Count;

/**
 * Counts by the Scottish rules, known as Weighted Inclusive Gregory: Scottish Local Government Elections Order 2011 (SSI
 * 2011/399), schedule 1, rules 46 to 53 (rules 45 to 52 of the Order of 2007):
 *
 * <ol>
 *   <li>papers are sorted by first preference, and the quota is worked out,
 *   <li>who reaches the quota is elected,
 *   <li>while seats remain, the highest surplus is transferred: every paper that the candidate holds goes on, at a value
 *       reduced to five places with the remainder ignored,
 *   <li>where no surplus is left, the candidate with the fewest votes is excluded, and every paper goes on at the value it
 *       was received at,
 *   <li>as soon as no more candidates are left than seats, these are elected, and the count ends.
 * </ol>
 *
 * Votes are whole numbers of hundred-thousandths, so that nothing is rounded but where the rules say so.
 */
public final class ScottishCount {
    /** A vote in units of a hundred-thousandth. */
    static final long ONE = BigDecimal.TEN.pow(Count.PLACES).longValueExact();

    private final Profile profile;
    private final Lots lots;
    private final long quota;
    private final List<List<Parcel>> held = new ArrayList<>();
    private final Standings standings;

    private ScottishCount(Profile profile, Lots lots) {
        this.profile = profile;
        this.lots = lots;
        // Rule 47: valid papers by one more than the seats, decimal places ignored, increased by one.
        this.quota = (profile.valid() / (profile.seats() + 1) + 1) * ONE;
        this.standings = new Standings(profile.candidates(), profile.seats(), profile.valid() * ONE);
    }

    /**
     * Counts the papers.
     *
     * @param lots decides where the rules call for a lot
     */
    public static Counted of(Profile profile, Lots lots) {
        return new ScottishCount(profile, lots).run();
    }

    private Counted run() {
        countFirstPreferences();
        while (!standings.complete()) {
            List<Integer> surpluses = standings.withSurplusOver(quota);
            Choice choice = surpluses.isEmpty() ? toExclude() : toTransfer(surpluses);
            if (choice.tie().isPresent()) {
                return new Counted.Undecided(count(), choice.tie().get());
            }
            if (surpluses.isEmpty()) {
                exclude(choice.candidates().get(0));
            } else {
                transferSurplus(choice.candidates().get(0));
            }
        }
        standings.closeLastStage();
        return new Counted.Complete(count(), standings.elected());
    }

    private Count count() {
        return new Count(Optional.of(Standings.votes(quota)), standings.stages());
    }

    /** Rule 46: papers are sorted by first preference, each of them one vote. */
    private void countFirstPreferences() {
        IntStream.range(0, profile.candidates()).forEach(candidate -> held.add(new ArrayList<>()));
        for (Profile.Papers papers : profile.papers()) {
            int first = papers.preferences().get(0);
            held.get(first).add(new Parcel(papers.number(), ONE, papers.preferences()));
            standings.credit(first, papers.number() * ONE);
        }
        endStage();
    }

    /** Rule 49: the surplus goes on with all papers, whether or not it was they that made it. */
    private void transferSurplus(int from) {
        long votes = standings.votesOf(from);
        long surplus = votes - quota;
        // Rule 49(3): surplus times the value received, by the candidate's votes, to five places, the rest ignored.
        passOn(from, value -> surplus * value / votes);
        standings.debit(from, surplus);
        endStage();
    }

    /** Rule 51: the papers of the excluded candidate go on at the value at which they were received. */
    private void exclude(int from) {
        standings.exclude(from);
        passOn(from, LongUnaryOperator.identity());
        standings.debit(from, standings.votesOf(from));
        endStage();
    }

    /** Rules 49(1) and 51(2): by the next available preference; a paper with none is not transferable. */
    private void passOn(int from, LongUnaryOperator transferValue) {
        List<Parcel> parcels = held.set(from, new ArrayList<>());
        for (Parcel parcel : parcels) {
            Optional<Integer> next = parcel.nextAvailable(standings::isContinuing);
            if (next.isPresent()) {
                Parcel passed = parcel.worth(transferValue.applyAsLong(parcel.value()));
                held.get(next.get()).add(passed);
                standings.credit(next.get(), passed.votes());
            }
        }
    }

    /** Rule 48: who has the quota is elected. Rule 53: so are all who are left, once they are no more than the seats. */
    private void endStage() {
        standings.endStage(quota);
    }

    /** Rule 50: the highest surplus; where it is equal, who had more when votes last differed; else a lot. */
    private Choice toTransfer(List<Integer> surpluses) {
        return decide(Tie.Decision.SURPLUS, standings.mostVotes(surpluses));
    }

    /** Rules 51 and 52: the fewest votes; where they are equal, who had fewer when votes last differed; else a lot. */
    private Choice toExclude() {
        return decide(Tie.Decision.EXCLUSION, standings.fewestVotes(standings.continuing()));
    }

    private Choice decide(Tie.Decision decision, List<Integer> equal) {
        if (equal.size() == 1) {
            return new Choice(equal, Optional.empty());
        }
        Tie tie = new Tie(standings.stages().size() + 1, decision, equal);
        return lots.draw(tie)
                .filter(equal::contains)
                .map(drawn -> new Choice(List.of(drawn), Optional.empty()))
                .orElseGet(() -> new Choice(equal, Optional.of(tie)));
    }

    /** One candidate, or a tie. */
    private record Choice(List<Integer> candidates, Optional<Tie> tie) {}
}
