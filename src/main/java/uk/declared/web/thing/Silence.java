package uk.declared.web.thing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.election.ContestStatus;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Outcome;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.Wording;

/** Why a figure of a contest is not there, in one phrase each on every page. */
enum Silence {
    /** The result is awaited. */
    AWAITED("awaited"),
    /** Who stood is elected without one. */
    NO_POLL("no-poll"),
    /** The poll was not held on its day. */
    NOT_HELD("not-held"),
    /** The source leaves it out. */
    NOT_STATED("");

    private final String why;

    Silence(String why) {
        this.why = why;
    }

    /**
     * Of a contest.
     *
     * @param status how far the declaration is
     * @param circumstance whether there was a poll
     */
    static Silence of(Optional<Node> status, Optional<Node> circumstance, boolean anyElected) {
        String declared = status.map(Uris::lastPart).orElse("");
        String poll = circumstance.map(Uris::lastPart).orElse("");
        if (poll.endsWith("contested") && !poll.equals(ContestStatus.CONTESTED.notation()) && anyElected) {
            return NO_POLL;
        }
        if (Outcome.of(declared, poll, anyElected) == Outcome.NOT_HELD) {
            return NOT_HELD;
        }
        return declared.equals(DeclarationStatus.NOMINATED.notation()) ? AWAITED : NOT_STATED;
    }

    /** In the place of a figure. */
    String phrase(Wording wording) {
        return wording.text(this == NOT_STATED ? "not-stated" : "missing." + why);
    }

    /** In the place of an account of ballot papers. */
    String sentence(Wording wording) {
        return wording.text("missing.account." + why);
    }
}
