package uk.declared.validation;

import java.time.LocalDate;
import java.util.Optional;

/** What is already published of the contests of one area. */
@FunctionalInterface
public interface EarlierContests {
    /** Nothing is published. */
    EarlierContests NONE = (area, office, before) -> Optional.empty();

    /**
     * The electorate when the area last voted for an office.
     *
     * @param area the URI of the electoral area
     * @param office the URI of the office's code
     * @param before the day before which it was
     */
    Optional<Electorate> lastElectorate(String area, String office, LocalDate before);

    /** The same as far as it is published now: what is published later may be there or not. */
    default EarlierContests asOfNow() {
        return this;
    }

    /** How many persons were entitled to vote on a day. */
    record Electorate(LocalDate day, int persons) {}
}
