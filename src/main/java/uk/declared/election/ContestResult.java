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
 * @param circumstances why there is a contest, and whether a poll was held
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
        Circumstances circumstances) {
    public ContestResult {
        candidacies = List.copyOf(candidacies);
    }

    /** A result of whose circumstances the source says nothing. */
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
                Circumstances.NONE);
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
        return new ContestResult(
                other,
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
                circumstances);
    }
}
