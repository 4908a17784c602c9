package uk.declared.composition;

/** What a store holds of one council, read and in order: contests, imported tables and areas. */
public final class KnownSeats {
    private final CouncilFacts facts;
    private final JointParties joint;

    KnownSeats(CouncilFacts facts, JointParties joint) {
        this.facts = facts;
        this.joint = joint;
    }

    CouncilFacts facts() {
        return facts;
    }

    JointParties joint() {
        return joint;
    }

    /** How many facts it is made of: contests and who was elected, seats in tables, areas. */
    public int size() {
        return facts.contests().size()
                + facts.contests().stream()
                        .mapToInt(contest -> contest.winners().size())
                        .sum()
                + facts.entries().size()
                + facts.areas().size();
    }
}
