package uk.declared.submission.row;

import java.util.Optional;
import uk.declared.election.ContestType;
import uk.declared.election.Office;
import uk.declared.submission.text.Texts;

/** What a format's code for a kind of election says: which office, and whether it is a by-election. */
public record ElectionKind(Office office, ContestType type) {
    /**
     * Reads the LGA's code. Case, spaces, hyphens and “&amp;” for “and” make no difference, since the files spell by-elections in several
     * ways; codes for all kinds of council mean councillors.
     */
    public static Optional<ElectionKind> ofLga(String code) {
        String plain = Texts.plain(code.replace("&", "and"));
        boolean byElection = plain.contains("byelection");
        String kind = plain.replace("byelection", "").replace("election", "");
        ContestType type = byElection ? ContestType.BY_ELECTION : ContestType.ORDINARY;
        return office(kind).map(office -> new ElectionKind(office, type));
    }

    private static Optional<Office> office(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "districtandborough",
                            "district",
                            "borough",
                            "county",
                            "unitary",
                            "unitaryauthority",
                            "londonborough",
                            "metropolitandistrict",
                            "metropolitanborough",
                            "local",
                            "localgovernment",
                            "councillor",
                            "council" -> Office.COUNCILLOR;
                    case "parish", "town", "community", "parishandtown", "parishandcommunity" ->
                        Office.PARISH_COUNCILLOR;
                    case "alderman", "aldermen", "aldermanic" -> Office.ALDERMAN;
                    case "mayoral", "mayor", "localmayor" -> Office.MAYOR;
                    case "policeandcrimecommissioner", "pcc" -> Office.POLICE_AND_CRIME_COMMISSIONER;
                    case "parliamentary", "nationalparliamentary", "ukparliamentary", "general", "parliament" ->
                        Office.MEMBER_OF_PARLIAMENT;
                    default -> null;
                });
    }
}
