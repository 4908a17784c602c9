package uk.declared.composition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Node;
import uk.declared.election.Outcome;
import uk.declared.linkeddata.Uris;

/**
 * What is known of one council's seats.
 *
 * @param governs the code of the area that it governs
 * @param contests for its councillors, in the order of their days
 * @param entries of imported tables of sitting councillors
 * @param areas that may be its wards, by all their names
 */
record CouncilFacts(
        Node council, Optional<String> governs, List<Contest> contests, List<Entry> entries, List<NamedArea> areas) {
    /**
     * One contest.
     *
     * @param ordinary whether it is no by-election
     * @param seats how many there were to fill, where the source says so
     * @param wholeCouncil whether the source says that all seats of the council were up
     * @param outcome how far it has come
     * @param candidates how many stood, as far as is known
     * @param winners those with most votes first; none while the result is not there
     * @param vacancyEnds the years in which the terms of the vacancies that it filled end, where the source says so
     */
    record Contest(
            Node contest,
            Node election,
            Node area,
            LocalDate day,
            boolean ordinary,
            OptionalInt seats,
            Optional<Boolean> wholeCouncil,
            Outcome outcome,
            int candidates,
            List<Winner> winners,
            Set<Integer> vacancyEnds) {
        /** The same contest, of an election of which the source says whether all seats were up. */
        Contest of(Optional<Boolean> cycle) {
            return cycle.isEmpty()
                    ? this
                    : new Contest(
                            contest,
                            election,
                            area,
                            day,
                            ordinary,
                            seats,
                            cycle,
                            outcome,
                            candidates,
                            winners,
                            vacancyEnds);
        }

        /** How many seats were up, as far as is known. */
        int up() {
            return Math.max(seats.orElse(0), winners.size());
        }

        /** Whether seats stay vacant because fewer stood than were to be elected. */
        boolean leavesSeatsVacant() {
            return outcome == Outcome.FILLED && candidates < up();
        }
    }

    /** Somebody who was elected. */
    record Winner(Node candidacy, String name, Node affiliation, OptionalInt votes, Optional<Node> person) {}

    /**
     * One row of a table of sitting councillors.
     *
     * @param member absent where the seat is vacant
     * @param affiliation absent where the party is not known
     * @param partyName as the table has it; empty where it has none
     */
    record Entry(
            Node entry,
            LocalDate day,
            Optional<Node> area,
            String ward,
            Optional<String> member,
            Optional<Node> affiliation,
            String partyName,
            OptionalInt nextElection) {
        /** Its number within its table, which is the last part of its URI. */
        int number() {
            return Integer.parseInt(Uris.lastPart(entry));
        }
    }

    /**
     * An area by one of its names, with the days between which its code was in force, where they are known.
     *
     * @param isWard whether the geography has it as a ward of this council
     */
    record NamedArea(Node area, String name, Optional<LocalDate> from, Optional<LocalDate> until, boolean isWard) {
        boolean inForceOn(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty();
        }
    }
}
