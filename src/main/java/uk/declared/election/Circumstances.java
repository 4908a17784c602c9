package uk.declared.election;

import java.util.Optional;

/**
 * What a source says about how a contest came about, and whether a poll was held.
 *
 * @param status where the source says that no poll was held
 * @param vacancyReason why the seat of a by-election is to be filled
 */
public record Circumstances(Optional<ContestStatus> status, Optional<VacancyReason> vacancyReason) {
    /** The source says nothing of it. */
    public static final Circumstances NONE = new Circumstances(Optional.empty(), Optional.empty());
}
