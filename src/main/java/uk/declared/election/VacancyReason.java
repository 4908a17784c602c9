package uk.declared.election;

/** Why a seat is to be filled at a by-election. */
public enum VacancyReason {
    DEATH("death"),
    RESIGNATION("resignation"),
    FAILURE_TO_ATTEND("failure-to-attend"),
    FAILURE_TO_ACCEPT_OFFICE("failure-to-accept-office"),
    DISQUALIFICATION("disqualification"),
    ELECTION_VOID("election-void"),
    LEFT_UNFILLED("left-unfilled");

    private final String notation;

    VacancyReason(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code vacancy-reason}. */
    public String notation() {
        return notation;
    }
}
