package uk.declared.night;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.BallotId;
import uk.declared.election.Councils;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/**
 * What each contest of one council on one day changed, without the day's other councils: for pages of single contests. It is
 * worked out when it is first asked for, and anew once something of the council, or any reference data, came.
 */
public final class CouncilTurns {
    private static final int KEPT = 1_500;

    private final Store store;
    private final Uris uris;
    private final CouncilNews news;
    private final FactsBeside facts;

    private final Map<String, Kept> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    };

    /** @param news of the council when it was worked out */
    private record Kept(long news, Map<BallotId, Turn> turns) {}

    public CouncilTurns(Store store, Uris uris, CouncilNews news, FactsBeside facts) {
        this.store = store;
        this.uris = uris;
        this.news = news;
        this.facts = facts;
    }

    /** What a contest changed; absent where it is none of a council's, or is not declared. */
    public Optional<Turn> of(BallotId contest) {
        return PollReader.councilOf(contest)
                .flatMap(council ->
                        Optional.ofNullable(of(council, contest.pollingDate()).get(contest)));
    }

    private Map<BallotId, Turn> of(String council, LocalDate day) {
        String key = council + "/" + day;
        long now = news.of(council);
        synchronized (known) {
            Kept kept = known.get(key);
            if (kept != null && kept.news() == now) {
                return kept.turns();
            }
        }
        Map<BallotId, Turn> turns = read(council, day);
        synchronized (known) {
            known.put(key, new Kept(now, turns));
        }
        return turns;
    }

    private Map<BallotId, Turn> read(String council, LocalDate day) {
        DayLog log = new DayLog(day);
        List<Poll> polls = new StoredPolls(store, uris).of(day, council);
        polls.forEach(log::add);
        return new CouncilCount(uris, log.parties())
                .count(
                        council,
                        Councils.shipped().bySlug(council, day),
                        polls,
                        new Eves(store, uris, log, facts).of(council),
                        true)
                .turns();
    }
}
