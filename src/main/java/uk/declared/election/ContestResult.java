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
 * @param parts what was counted in each counting area, where the source tells these apart
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
        Optional<SecondCount> secondCount,
        List<PartialResult> parts) {
    public ContestResult {
        candidacies = List.copyOf(candidacies);
        parts = List.copyOf(parts);
    }

    /** A result of this contest, of which nothing more is said yet: it is declared, and all else is not stated. */
    public static Builder of(
            BallotId id, ElectedBody body, Office office, Area area, LocalDate pollingDate, ContestType type) {
        return new Builder(id, body, office, area, pollingDate, type);
    }

    /**
     * Whether a poll was held: as the source says, or else as votes and winners leave no doubt of it. Votes tell that there
     * was one; where nobody has votes and everybody is elected, there was none.
     */
    public Optional<ContestStatus> contestStatus() {
        if (circumstances.status().isPresent() || candidacies.isEmpty()) {
            return circumstances.status();
        }
        if (candidacies.stream().anyMatch(candidacy -> candidacy.votes().isPresent())
                || parts.stream().anyMatch(part -> !part.votes().isEmpty())) {
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

    /** The same result, some of which is about to be said otherwise. */
    public Builder changed() {
        return changed(id);
    }

    private Builder changed(BallotId other) {
        Builder same = new Builder(other, body, office, area, pollingDate, type)
                .status(status)
                .account(account)
                .circumstances(circumstances)
                .candidacies(candidacies)
                .parts(parts);
        same.votingSystem = votingSystem;
        same.seats = seats;
        same.count = count;
        same.secondCount = secondCount;
        return same;
    }

    /** The same result under another identifier. */
    public ContestResult withId(BallotId other) {
        return changed(other).build();
    }

    /** The same result with another account of ballot papers. */
    public ContestResult withAccount(BallotAccount other) {
        return changed().account(other).build();
    }

    /** Puts a result together, each part by its name. */
    public static final class Builder {
        private final BallotId id;
        private final ElectedBody body;
        private final Office office;
        private final Area area;
        private final LocalDate pollingDate;
        private final ContestType type;
        private Optional<VotingSystem> votingSystem = Optional.empty();
        private OptionalInt seats = OptionalInt.empty();
        private DeclarationStatus status = DeclarationStatus.DECLARED;
        private BallotAccount account = BallotAccount.NOT_STATED;
        private Circumstances circumstances = Circumstances.NOT_STATED;
        private List<Candidacy> candidacies = List.of();
        private Optional<Count> count = Optional.empty();
        private Optional<SecondCount> secondCount = Optional.empty();
        private List<PartialResult> parts = List.of();

        private Builder(
                BallotId id, ElectedBody body, Office office, Area area, LocalDate pollingDate, ContestType type) {
            this.id = id;
            this.body = body;
            this.office = office;
            this.area = area;
            this.pollingDate = pollingDate;
            this.type = type;
        }

        public Builder votingSystem(Optional<VotingSystem> system) {
            votingSystem = system;
            return this;
        }

        public Builder seats(OptionalInt number) {
            seats = number;
            return this;
        }

        public Builder status(DeclarationStatus how) {
            status = how;
            return this;
        }

        public Builder account(BallotAccount of) {
            account = of;
            return this;
        }

        public Builder circumstances(Circumstances how) {
            circumstances = how;
            return this;
        }

        public Builder candidacies(List<Candidacy> all) {
            candidacies = all;
            return this;
        }

        public Builder count(Optional<Count> stages) {
            count = stages;
            return this;
        }

        public Builder secondCount(Optional<SecondCount> second) {
            secondCount = second;
            return this;
        }

        public Builder parts(List<PartialResult> all) {
            parts = all;
            return this;
        }

        public ContestResult build() {
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
                    account,
                    circumstances,
                    candidacies,
                    count,
                    secondCount,
                    parts);
        }
    }
}
