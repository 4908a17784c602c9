package uk.declared.election;

import java.time.Instant;
import java.util.Optional;

/**
 * How a contest came about and whether it went to the poll, as far as the source says.
 *
 * @param status whether a poll was held
 * @param reason why it was countermanded, abandoned or postponed
 * @param vacancyReason why the seat was vacant
 * @param expected when its result is expected to be declared
 */
public record Circumstances(
        Optional<ContestStatus> status,
        Optional<ContestStatusReason> reason,
        Optional<VacancyReason> vacancyReason,
        Optional<Instant> expected) {
    /** The source says nothing of it. */
    public static final Circumstances NOT_STATED =
            new Circumstances(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
