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
 * @param circumstances how it came about and whether a poll was held
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
        Circumstances circumstances,
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
            Circumstances circumstances,
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
                circumstances,
                candidacies,
                Optional.empty(),
                Optional.empty());
    }

    /** A result whose source says nothing of its circumstances. */
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
                Circumstances.NOT_STATED,
                candidacies);
    }

    /**
     * Whether a poll was held: as the source says, or else as votes and winners leave no doubt of it. Votes tell that there
     * was one; where nobody has votes and everybody is elected, there was none.
     */
    public Optional<ContestStatus> contestStatus() {
        if (circumstances.status().isPresent() || candidacies.isEmpty()) {
            return circumstances.status();
        }
        if (candidacies.stream().anyMatch(candidacy -> candidacy.votes().isPresent())) {
            return Optional.of(ContestStatus.CONTESTED);
        }
        boolean everybodyElected =
                candidacies.stream().allMatch(candidacy -> candidacy.elected().orElse(false));
        if (!everybodyElected) {
            return Optional.empty();
        }
        boolean tooFew = seats.isPresent() && candidacies.size() < seats.getAsInt();
        return Optional.of(tooFew ? ContestStatus.UNDER_CONTESTED : ContestStatus.UNCONTESTED);
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

    /** The same result with another account of ballot papers. */
    public ContestResult withAccount(BallotAccount other) {
        return new ContestResult(
                id,
                body,
                office,
                area,
                pollingDate,
                type,
                votingSystem,
                seats,
                status,
                other,
                circumstances,
                candidacies,
                count,
                secondCount);
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
                circumstances,
                candidacies,
                newCount,
                newSecondCount);
    }
}
