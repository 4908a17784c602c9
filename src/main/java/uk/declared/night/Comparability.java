package uk.declared.night;

import java.math.BigDecimal;
import java.util.Optional;

/** How far results of another area say something of this one. */
public enum Comparability {
    /** The same code: the same ground. */
    SAME,
    /** Nine tenths of the ground of each lie in the other. */
    NEARLY,
    /** Half of the ground of one lies in the other. */
    PARTLY,
    /** Less than that. */
    LITTLE,
    /** One took the other's place, and how much ground they share is not known. */
    NOT_KNOWN;

    private static final BigDecimal NEARLY_ALL = BigDecimal.valueOf(90);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    /**
     * Of two areas.
     *
     * @param share how much of the ground of the one lies in the other, in per cent
     * @param back how much of the ground of the other lies in the one
     */
    public static Comparability of(boolean same, Optional<BigDecimal> share, Optional<BigDecimal> back) {
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
    public boolean isGood() {
        return this == SAME || this == NEARLY;
    }
}
