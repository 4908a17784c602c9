package uk.declared.election;

/** Why a seat that a contest fills was vacant. */
public enum VacancyReason {
    END_OF_TERM("end-of-term"),
    DEATH("death"),
    RESIGNATION("resignation"),
    FAILURE_TO_ATTEND("failure-to-attend"),
    FAILURE_TO_ACCEPT_OFFICE("failure-to-accept-office"),
    DISQUALIFICATION("disqualification"),
    NO_LONGER_QUALIFIED("no-longer-qualified"),
    ELECTION_VOID("election-void"),
    LEFT_UNFILLED("left-unfilled"),
    NEW_SEAT("new-seat"),
    ELECTED_TO_PARLIAMENT("elected-to-parliament"),
    ELECTED_TO_SCOTTISH_PARLIAMENT("elected-to-scottish-parliament"),
    ELECTED_TO_SENEDD("elected-to-senedd"),
    ELECTED_MAYOR("elected-mayor"),
    ELECTED_MAYOR_OF_STRATEGIC_AUTHORITY("elected-mayor-of-strategic-authority"),
    OTHER("other"),
    NOT_STATED("not-stated");

    private final String notation;

    VacancyReason(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code vacancy-reason}. */
    public String notation() {
        return notation;
    }
}
