package uk.declared.election;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of one contest, as a source declares it.
 *
 * @param id the contest's identifier
 * @param body the body that members are elected to
 * @param votingSystem as the source says, or else as the law prescribes
 * @param seats how many members were to be elected, where the source says so
 * @param candidacies in the source's order
 * @param count the stages of the count by the single transferable vote, where the source gives them
 * @param secondCount the second count of the supplementary vote, where there was one and the source tells of it
 */
public record ContestResult(
        BallotId id,
        ElectedBody body,
        Office office,
        Area area,
        LocalDate pollingDate,
        ContestType type,
        Optional<VotingSystem> votingSystem,
        OptionalInt seats,
        DeclarationStatus status,
        BallotAccount account,
        List<Candidacy> candidacies,
        Optional<Count> count,
        Optional<SecondCount> secondCount) {
    public ContestResult {
        candidacies = List.copyOf(candidacies);
    }

    /** A result of which no stages are known. */
    public ContestResult(
            BallotId id,
            ElectedBody body,
            Office office,
            Area area,
            LocalDate pollingDate,
            ContestType type,
            Optional<VotingSystem> votingSystem,
            OptionalInt seats,
            DeclarationStatus status,
            BallotAccount account,
            List<Candidacy> candidacies) {
        this(
                id,
                body,
                office,
                area,
                pollingDate,
                type,
                votingSystem,
                seats,
                status,
                account,
                candidacies,
                Optional.empty(),
                Optional.empty());
    }

    /** What makes another result one of the same contest. */
    public ContestIdentity identity() {
        String slug = Slug.of(area.name());
        String where = area.code()
                .map(code -> sharedByWards(code) ? code.value() + "/" + slug : code.value())
                .orElseGet(() -> body.slug() + "/" + slug);
        return new ContestIdentity(where, office, pollingDate, type);
    }

    /** The wards of a parish or community have no codes of their own: sources give them that of the whole. */
    private static boolean sharedByWards(GssCode code) {
        return code.entity().equals("E04") || code.entity().equals("W04");
    }

    /** The same result under another identifier. */
    public ContestResult withId(BallotId other) {
        return copy(other, count, secondCount);
    }

    /** The same result with the stages of its count. */
    public ContestResult withCount(Count stages) {
        return copy(id, Optional.of(stages), secondCount);
    }

    /** The same result with the second count of the supplementary vote. */
    public ContestResult withSecondCount(SecondCount second) {
        return copy(id, count, Optional.of(second));
    }

    private ContestResult copy(BallotId newId, Optional<Count> newCount, Optional<SecondCount> newSecondCount) {
        return new ContestResult(
                newId,
                body,
                office,
                area,
                pollingDate,
                type,
                votingSystem,
                seats,
                status,
                account,
                candidacies,
                newCount,
                newSecondCount);
    }
}
