package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.election.Area;
import uk.declared.election.BallotAccount;
import uk.declared.election.BallotId;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.ElectedBody;
import uk.declared.election.GssCode;
import uk.declared.election.Office;
import uk.declared.election.PartyReference;
import uk.declared.election.RejectionGround;
import uk.declared.election.Standing;
import uk.declared.election.VotingSystem;

/** Contests to test with. */
public final class ContestFixtures {
    public static final ElectedBody COUNCIL = new ElectedBody(
            ElectedBody.Kind.COUNCIL,
            "example",
            "Example Council",
            Optional.of(new GssCode("E08000099")),
            Optional.empty());
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    private ContestFixtures() {}

    /** A one-seat contest in which Ann leads Bob by the votes given. */
    public static ContestResult contest(OptionalInt seats, Candidacy... candidacies) {
        Area area = new Area(Optional.of(new GssCode("E05000001")), "North");
        BallotId id = BallotId.of(COUNCIL, Office.COUNCILLOR, area, DAY, ContestType.ORDINARY);
        return ContestResult.of(id, COUNCIL, Office.COUNCILLOR, area, DAY, ContestType.ORDINARY)
                .votingSystem(Optional.of(VotingSystem.FIRST_PAST_THE_POST))
                .seats(seats)
                .account(account(OptionalInt.of(2000), OptionalInt.of(800), Optional.of(new BigDecimal("40.0"))))
                .candidacies(List.of(candidacies))
                .build();
    }

    /** An account with rejected papers on two grounds, one of them none. */
    public static BallotAccount account(OptionalInt electorate, OptionalInt cast, Optional<BigDecimal> turnout) {
        return new BallotAccount(
                electorate,
                cast,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(RejectionGround.UNMARKED_OR_VOID, 7, RejectionGround.OFFICIAL_MARK, 0),
                OptionalInt.empty(),
                OptionalInt.empty(),
                turnout);
    }

    /** A candidate of the party with this identifier, or an independent where it is empty. */
    public static Candidacy candidate(String name, String party, int votes, boolean elected) {
        return candidate(name, party, OptionalInt.of(votes), elected, false);
    }

    /** A candidate. */
    public static Candidacy candidate(String name, String party, OptionalInt votes, boolean elected, boolean byLot) {
        Standing standing = party.isEmpty()
                ? new Standing.Independent()
                : new Standing.ForParty(new PartyReference(Optional.of(party), Optional.of("Party " + party)));
        return new Candidacy(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                standing,
                Optional.empty(),
                votes,
                Optional.of(elected),
                byLot);
    }
}
