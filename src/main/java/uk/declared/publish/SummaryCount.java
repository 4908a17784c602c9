package uk.declared.publish;

import java.util.stream.Collectors;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;
import uk.declared.report.Report;

/** Counts a contest for the summary that a report begins with. */
final class SummaryCount {
    private SummaryCount() {}

    static void count(ContestResult result, Report.Builder report) {
        report.contest();
        for (Candidacy candidacy : result.candidacies()) {
            report.candidacy(
                    candidacy.votes().orElse(0),
                    candidacy.elected().orElse(false),
                    key(candidacy.standing()),
                    party(candidacy.standing()));
        }
    }

    /** Parties are the same where their identifiers are, however they are spelt. */
    private static String key(Standing standing) {
        if (standing instanceof Standing.ForParty stands) {
            return stands.party().id().orElseGet(() -> party(standing));
        }
        if (standing instanceof Standing.Joint joint) {
            return joint.parties().stream()
                    .map(party -> party.id().or(party::name).orElse(""))
                    .collect(Collectors.joining(" + "));
        }
        return party(standing);
    }

    private static String party(Standing standing) {
        if (standing instanceof Standing.ForParty stands) {
            return name(stands.party());
        }
        if (standing instanceof Standing.Joint joint) {
            return joint.parties().stream().map(SummaryCount::name).collect(Collectors.joining(" + "));
        }
        return standing instanceof Standing.Independent ? Report.INDEPENDENT : Report.NOT_STATED;
    }

    private static String name(PartyReference party) {
        return party.name().or(party::id).orElse(Report.NOT_STATED);
    }
}
