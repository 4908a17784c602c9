package uk.declared.export;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Vocabulary;

/** What is worked out for Democracy Club's table of candidates, in its layout of today (docs/formats/democracy-club.md). */
final class DemocracyClubValues {
    private static final Set<String> POLL_HELD = Set.of("contested", "abandoned");

    static final Map<String, Function<Line, Optional<String>>> ALL = Map.ofEntries(
            Map.entry("election_id", line -> line.ofContest("election")),
            Map.entry(
                    "ballot_id", line -> line.contest().external(line.contest().contest(), SKOS.notation.getURI())),
            Map.entry("party_name", DemocracyClubValues::partyName),
            Map.entry("party_id", DemocracyClubValues::partyId),
            Map.entry(
                    "cancelled_poll",
                    line -> line.ofContest("contestStatus").map(status -> truth(!POLL_HELD.contains(status)))),
            Map.entry("area_code", line -> line.ofContest("statisticalGeography")),
            Map.entry("organisation_name", Line::bodyName),
            Map.entry(
                    "by_election",
                    line -> line.ofContest("contestType").map(type -> truth(type.equals("by-election")))),
            Map.entry("by_election_reason", DemocracyClubValues::reason),
            Map.entry("elected", line -> line.ofCandidacy("elected").map(DemocracyClubValues::capital)),
            Map.entry("decided_by_lot", DemocracyClubValues::wonByLot),
            Map.entry("turnout_count", line -> line.ofContest("ballotPapersCast")),
            Map.entry("source_note", line -> line.declared(Line.PAGE)));

    private DemocracyClubValues() {}

    private static Optional<String> partyName(Line line) {
        return line.stands("independent") ? Optional.of("Independent") : line.partyName();
    }

    private static Optional<String> partyId(Line line) {
        if (line.stands("independent")) {
            return Optional.of("ynmp-party:2");
        }
        return line.ofCandidacy("party").map(id -> id.replaceFirst("^joint-party-", "joint-party:"));
    }

    private static Optional<String> reason(Line line) {
        return line.contest()
                .one(line.contest().contest(), Vocabulary.term("vacancy"))
                .flatMap(vacancy -> line.contest().text(vacancy, "vacancyReason"))
                .map(reason -> reason.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Said of everybody of whom it is known who was elected, since readers take a tie about which nothing is said for a lot. */
    private static Optional<String> wonByLot(Line line) {
        return line.ofCandidacy("decidedByLot")
                .or(() -> line.ofCandidacy("elected").map(elected -> "false"))
                .map(DemocracyClubValues::capital);
    }

    private static String truth(boolean is) {
        return is ? "True" : "False";
    }

    private static String capital(String bool) {
        return truth(bool.equals("true"));
    }
}
