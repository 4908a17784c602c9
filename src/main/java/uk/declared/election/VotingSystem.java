package uk.declared.election;

import java.time.LocalDate;
import java.util.Optional;

/** How votes are cast and counted. */
public enum VotingSystem {
    FIRST_PAST_THE_POST("first-past-the-post"),
    SUPPLEMENTARY_VOTE("supplementary-vote"),
    SINGLE_TRANSFERABLE_VOTE("single-transferable-vote");

    /** The first ordinary polling day after the Elections Act 2022, section 13, took the supplementary vote away. */
    private static final LocalDate SUPPLEMENTARY_VOTE_ENDED = LocalDate.of(2023, 5, 4);

    /** From this day a Welsh council may choose its system: Local Government and Elections (Wales) Act 2021, part 1. */
    private static final LocalDate WALES_MAY_CHOOSE = LocalDate.of(2022, 5, 6);

    /** The first local elections by STV in Scotland: Local Governance (Scotland) Act 2004, section 4. */
    private static final LocalDate SCOTTISH_STV = LocalDate.of(2007, 5, 3);

    private final String notation;

    VotingSystem(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code voting-system}. */
    public String notation() {
        return notation;
    }

    /**
     * The system that the law prescribes, for a source that does not name one. Empty where the law leaves a choice.
     *
     * @param nation where the area is
     * @param pollingDate the day on which votes are cast
     */
    public static Optional<VotingSystem> byLaw(Office office, Nation nation, LocalDate pollingDate) {
        return switch (office) {
            case MEMBER_OF_PARLIAMENT -> Optional.of(FIRST_PAST_THE_POST);
            case MAYOR, POLICE_AND_CRIME_COMMISSIONER ->
                Optional.of(pollingDate.isBefore(SUPPLEMENTARY_VOTE_ENDED) ? SUPPLEMENTARY_VOTE : FIRST_PAST_THE_POST);
            case COUNCILLOR, PARISH_COUNCILLOR ->
                switch (nation) {
                    case ENGLAND -> Optional.of(FIRST_PAST_THE_POST);
                    case WALES ->
                        office == Office.PARISH_COUNCILLOR || pollingDate.isBefore(WALES_MAY_CHOOSE)
                                ? Optional.of(FIRST_PAST_THE_POST)
                                : Optional.empty();
                    case SCOTLAND ->
                        Optional.of(
                                pollingDate.isBefore(SCOTTISH_STV) ? FIRST_PAST_THE_POST : SINGLE_TRANSFERABLE_VOTE);
                    case NORTHERN_IRELAND -> Optional.of(SINGLE_TRANSFERABLE_VOTE);
                };
        };
    }
}
