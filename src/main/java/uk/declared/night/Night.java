package uk.declared.night;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** A polling day that is looked at: its contests as they came, and its boards at the moments that were asked for. */
final class Night {
    /** Of so many moments the board is kept. */
    private static final int KEPT = 40;

    private final Uris uris;
    private final DayLog log;
    private final Eves eves;
    private final Swings swings;
    private final Map<Integer, Board> moments = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Board> eldest) {
            return size() > KEPT;
        }
    };
    private Progress progress;
    private int parties;
    private int built;

    Night(Store store, Uris uris, DayLog log, FactsBeside facts) {
        this.uris = uris;
        this.log = log;
        this.eves = new Eves(store, uris, log, facts);
        this.swings = new Swings(store, uris);
        this.progress = begin();
    }

    private Progress begin() {
        return new Progress(log.day(), uris, log.parties(), swings, eves::of);
    }

    DayLog log() {
        return log;
    }

    /** Whether the last board that was asked for has all that came since. */
    boolean isBuilt() {
        return built == log.size();
    }

    /**
     * Forgets what was before the day: something of an earlier day was published.
     *
     * @param council that it is of; absent where it is of another body
     */
    void forgetBefore(Optional<String> council) {
        council.ifPresent(eves::forget);
        swings.forget();
    }

    /** Goes through the day anew when it is next asked for: what was before it may be other than was known. */
    void forget() {
        eves.forgetAll();
        swings.forget();
        moments.clear();
        progress = begin();
    }

    /** The board as it stands. */
    Board board() {
        built = log.size();
        return board(built);
    }

    /** The board as it stood after so many versions. */
    Board board(int versions) {
        if (log.parties().state() != parties) {
            parties = log.parties().state();
            forget();
        }
        if (eves.haveChanged()) {
            moments.clear();
            progress = begin();
        }
        Board known = moments.get(versions);
        if (known != null) {
            return known;
        }
        Progress from = versions >= progress.versions() ? progress : begin();
        log.all().subList(from.versions(), versions).forEach(from::step);
        // Only the newest moment is carried on; an earlier one is gone through for itself.
        Board board = from.board();
        moments.put(versions, board);
        return board;
    }
}
