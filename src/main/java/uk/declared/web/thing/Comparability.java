package uk.declared.web.thing;

import java.math.BigDecimal;
import java.util.Optional;

/** How far results of another area say something of this one. */
enum Comparability {
    /** The same code: the same ground. */
    SAME("history.same"),
    /** Nine tenths of the ground of each lie in the other. */
    NEARLY("history.nearly"),
    /** Half of the ground of one lies in the other. */
    PARTLY("history.partly"),
    /** Less than that. */
    LITTLE("history.little"),
    /** One took the other's place, and how much ground they share is not known. */
    NOT_KNOWN("history.not-known");

    private static final BigDecimal NEARLY_ALL = BigDecimal.valueOf(90);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    private final String key;

    Comparability(String key) {
        this.key = key;
    }

    /**
     * Of two areas.
     *
     * @param share how much of the ground of the one lies in the other, in per cent
     * @param back how much of the ground of the other lies in the one
     */
    static Comparability of(boolean same, Optional<BigDecimal> share, Optional<BigDecimal> back) {
        if (same) {
            return SAME;
        }
        if (share.isEmpty() || back.isEmpty()) {
            return NOT_KNOWN;
        }
        BigDecimal least = share.get().min(back.get());
        BigDecimal most = share.get().max(back.get());
        return least.compareTo(NEARLY_ALL) >= 0 ? NEARLY : most.compareTo(HALF) >= 0 ? PARTLY : LITTLE;
    }

    /** Whether figures of the one can stand beside figures of the other. */
    boolean isGood() {
        return this == SAME || this == NEARLY;
    }

    String key() {
        return key;
    }
}
