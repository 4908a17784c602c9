package uk.declared.night;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Outcome;

/**
 * One version of a contest, as far as the night is concerned.
 *
 * @param sequence the number of its entry in the record
 * @param time when it was accepted
 * @param hidden whether its content was taken out of the record for a person's sake
 * @param office the notation of the office
 * @param circumstance the notation of the contest's status, such as {@code uncontested}; empty where the source says none
 * @param reason the notation of the reason for it, or empty
 * @param area the last part of the area's URI
 * @param council the council's slug; absent where it is no contest for councillors
 * @param body the last part of the URI of the elected body's election
 * @param seats how many there are to fill, where the source says so
 * @param expected when the result was expected to be declared, where the source said so before
 * @param recounts how many times votes were counted again, where the source says so
 */
public record Poll(
        BallotId contest,
        int version,
        long sequence,
        Instant time,
        DeclarationStatus status,
        boolean hidden,
        String office,
        boolean byElection,
        String circumstance,
        String reason,
        String area,
        String areaName,
        Optional<String> council,
        String body,
        OptionalInt seats,
        OptionalInt electorate,
        OptionalInt papers,
        Optional<BigDecimal> turnout,
        OptionalInt recounts,
        Optional<Instant> expected,
        List<Stand> stands) {
    public Poll {
        stands = List.copyOf(stands);
    }

    /** Whether the result is there and final, as far as anybody can say. */
    public boolean isDeclared() {
        return status == DeclarationStatus.DECLARED || status == DeclarationStatus.CORRECTED;
    }

    /** Whether no poll is held on the day. */
    public boolean isPutOff() {
        return Outcome.of(status.notation(), circumstance, filled() > 0) == Outcome.NOT_HELD;
    }

    /** Whether everybody who stands is elected without a poll. */
    public boolean isUncontested() {
        return circumstance.equals("uncontested")
                || circumstance.equals("under-contested")
                || (seats.isPresent() && !stands.isEmpty() && stands.size() <= seats.getAsInt() && !isPutOff());
    }

    /** Whether its result is still to come. */
    public boolean isAwaited() {
        return !isDeclared() && !isPutOff();
    }

    /** Who won how many seats, by affiliation. */
    public Map<String, Integer> won() {
        Map<String, Integer> won = new LinkedHashMap<>();
        stands.stream().filter(Stand::elected).forEach(stand -> won.merge(stand.party(), 1, Integer::sum));
        return won;
    }

    /** How many were elected. */
    public int filled() {
        return (int) stands.stream().filter(Stand::elected).count();
    }

    /** How many seats are up, as far as this version says. */
    public OptionalInt up() {
        int known = Math.max(seats.orElse(0), filled());
        return known > 0 ? OptionalInt.of(known) : OptionalInt.empty();
    }

    /** The polling day, which an identifier ends with. */
    public LocalDate day() {
        return contest.pollingDate();
    }

    /** The same contest where this version says nothing of its own: it was withdrawn, or its content was taken out. */
    Poll emptied(int number, long entry, Instant at, DeclarationStatus how, boolean redacted) {
        return new Poll(
                contest,
                number,
                entry,
                at,
                how,
                redacted,
                office,
                byElection,
                "",
                "",
                area,
                areaName,
                council,
                body,
                seats,
                electorate,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                expected,
                List.of());
    }
}
