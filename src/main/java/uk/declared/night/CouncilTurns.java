package uk.declared.night;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.BallotId;
import uk.declared.election.Councils;
import uk.declared.history.Changes;
import uk.declared.history.History;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/**
 * What each contest of one council on one day changed, without the day's other councils: for pages of single contests. It is
 * worked out when it is first asked for, and anew once something of the council, or any reference data, came.
 */
public final class CouncilTurns {
    private static final int KEPT = 500;
    private static final int AT_ONCE = 200;

    private final Store store;
    private final Uris uris;
    private final Optional<History> history;
    private final Map<String, Kept> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    };

    /** @param sequence of the record's last entry that it holds for */
    private record Kept(long sequence, int imports, Map<BallotId, Turn> turns) {}

    /** @param history of the record; absent where a frozen release is served */
    public CouncilTurns(Store store, Uris uris, Optional<History> history) {
        this.store = store;
        this.uris = uris;
        this.history = history;
    }

    /** What a contest changed; absent where it is none of a council's, or is not declared. */
    public Optional<Turn> of(BallotId contest) {
        return PollReader.councilOf(contest)
                .flatMap(council ->
                        Optional.ofNullable(of(council, contest.pollingDate()).get(contest)));
    }

    private Map<BallotId, Turn> of(String council, LocalDate day) {
        String key = council + "/" + day;
        long now = store.applied().sequence();
        int imports = history.map(History::imports).orElse(0);
        synchronized (known) {
            Kept kept = known.get(key);
            if (kept != null && kept.imports() == imports && isStill(kept, council, now)) {
                known.put(key, new Kept(now, imports, kept.turns()));
                return kept.turns();
            }
        }
        Map<BallotId, Turn> turns = read(council, day);
        synchronized (known) {
            known.put(key, new Kept(now, imports, turns));
        }
        return turns;
    }

    /** Whether nothing of the council came since. */
    private boolean isStill(Kept kept, String council, long now) {
        if (kept.sequence() == now) {
            return true;
        }
        List<Changes.Declared> since = history.map(record -> record.changes().declarations(kept.sequence(), AT_ONCE))
                .orElse(List.of());
        return history.isPresent()
                && since.size() < AT_ONCE
                && since.stream()
                        .noneMatch(each -> PollReader.councilOf(each.contest())
                                .filter(council::equals)
                                .isPresent());
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
                        new Eves(store, uris, log).of(council),
                        true)
                .turns();
    }
}
