package uk.declared.export;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** What is worked out for the Local Government Association's “Election Results” (docs/formats/lga.md). */
final class LgaValues {
    static final Map<String, Function<Line, Optional<String>>> ALL = Map.ofEntries(
            Map.entry("publisher_uri", line -> organisation(line).flatMap(line.contest()::officialUri)),
            Map.entry("publisher_name", line -> organisation(line).flatMap(line.contest()::label)),
            Map.entry("service", line -> line.declared(Line.SUBJECT)),
            Map.entry("service_name", line -> Optional.empty()),
            Map.entry("election_type", LgaValues::type),
            Map.entry("elected_body_code", line -> line.contest().body().flatMap(line.contest()::officialUri)),
            Map.entry("elected_body_name", Line::bodyName),
            Map.entry(
                    "area_code", line -> line.ofContest("statisticalGeography").map(Links::statisticalGeography)),
            Map.entry("family_name", LgaValues::surname),
            Map.entry("party_id", line -> line.ofCandidacy("party").map(Links::party)),
            Map.entry("party_name", line -> line.stands("independent") ? Optional.of("Independent") : line.partyName()),
            Map.entry(
                    "elected",
                    line -> line.ofCandidacy("elected")
                            .map(elected -> elected.equals("true") ? "ELECTED" : "NOT ELECTED")));

    private LgaValues() {}

    /** Who publishes: the council that declared the result, or else the one elected to. */
    private static Optional<Node> organisation(Line line) {
        return line.publisher().or(() -> line.isOfCouncil() ? line.contest().body() : Optional.empty());
    }

    /** Where the source does not part a name, all of it stands for the surname: nothing tells where it would be cut. */
    private static Optional<String> surname(Line line) {
        boolean parted = line.ofCandidacy("givenName").isPresent();
        return line.ofCandidacy("familyName")
                .or(() -> parted ? Optional.empty() : line.ofCandidacy("nameOnBallotPaper"));
    }

    private static Optional<String> type(Line line) {
        boolean byElection = line.contest().is("contestType", "by-election");
        return line.ofContest("office").map(office -> kind(office, line) + (byElection ? "ByElection" : ""));
    }

    private static String kind(String office, Line line) {
        return switch (office) {
            case "parish-councillor" -> "ParishAndTown";
            case "mayor" -> "Mayoral";
            case "pcc" -> "PoliceAndCrimeCommissioner";
            case "mp" -> "Parliamentary";
            default -> council(line.ofContest("councilArea").orElse(""));
        };
    }

    /** The kind of council, which the first letters of its area's code tell. */
    private static String council(String code) {
        return switch (code.length() < 3 ? "" : code.substring(0, 3)) {
            case "E07", "E08", "E09" -> "DistrictAndBorough";
            case "E10" -> "County";
            case "E06", "W06", "S12" -> "Unitary";
            default -> "Local";
        };
    }
}
