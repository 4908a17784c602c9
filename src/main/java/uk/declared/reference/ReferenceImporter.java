package uk.declared.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.declared.geometry.HexLayout;

/** Reads files of reference data, each recognised by its headings. */
public final class ReferenceImporter {
    /** Rises when what is made from a file changes. */
    public static final String VERSION = "2";

    private static final Pattern DAY_OF_RELEASE = Pattern.compile("(-before)?-\\d{4}-\\d\\d-\\d\\d$");

    private ReferenceImporter() {}

    /**
     * Reads a file completely.
     *
     * @param kind what it is said to hold
     * @param name the name to speak of it by
     * @return its tables; at least one
     * @throws UnreadableReferenceException where it is not such a file, or a row cannot be used
     */
    public static List<ReferenceRelease> read(ReferenceKind kind, Path file, String name)
            throws UnreadableReferenceException {
        if (kind == ReferenceKind.HEXAGONS || (kind == ReferenceKind.BOUNDARIES && HexLayout.isNamed(name))) {
            return List.of(HexLayoutRelease.read(file, name));
        }
        if (kind == ReferenceKind.BOUNDARIES) {
            return List.of(BoundaryRelease.read(file, name));
        }
        if (kind == ReferenceKind.POSTCODES) {
            return List.of(PostcodeRelease.read(file, name));
        }
        List<ReferenceRelease> releases = new ArrayList<>();
        for (ReferenceFile.Part part : new ReferenceFile(file, name).parts()) {
            ReferenceTable table = ReferenceTable.open(part);
            switch (kind) {
                case GEOGRAPHY -> {
                    if (CodeHistory.recognises(table)) {
                        releases.add(CodeHistory.read(table));
                    } else if (AreaChanges.recognises(table)) {
                        releases.add(AreaChanges.read(table));
                    } else if (AreaEquivalents.recognises(table)) {
                        releases.add(AreaEquivalents.read(table));
                    } else if (EntityRegister.recognises(table)) {
                        releases.add(EntityRegister.read(table));
                    } else if (AreaTable.recognises(table)) {
                        releases.add(AreaTable.read(table));
                    } else if (AreaBestFit.recognises(table)) {
                        releases.add(AreaBestFit.read(table));
                    } else if (AreaLookup.recognises(table)) {
                        releases.add(AreaLookup.read(table));
                    }
                }
                case PARTIES -> {
                    if (PartyRegistrations.recognises(table)) {
                        releases.add(PartyRegistrations.read(table));
                    }
                }
                case CENSUS -> {
                    if (CensusTable.recognises(table)) {
                        releases.add(CensusTable.read(table, name));
                    }
                }
                case COMPOSITION -> {
                    if (ControlTable.recognises(table)) {
                        releases.add(ControlTable.read(table));
                    } else if (CompositionTable.recognises(table)) {
                        releases.addAll(CompositionTable.read(table, name));
                    }
                }
                case NOTIONAL -> {
                    if (NotionalTable.recognises(table)) {
                        releases.addAll(NotionalTable.read(table));
                    }
                }
                case BOUNDARIES, HEXAGONS, POSTCODES ->
                    throw new IllegalStateException("Read before as what is no table");
            }
        }
        if (releases.isEmpty()) {
            throw new UnreadableReferenceException(name + " is none of the files that are known: " + known(kind));
        }
        return releases;
    }

    /** The short name of the council whose composition a release tells, from the release's name. */
    public static String councilOf(String release) {
        return DAY_OF_RELEASE.matcher(release).replaceFirst("");
    }

    private static String known(ReferenceKind kind) {
        return switch (kind) {
            case GEOGRAPHY ->
                "give ChangeHistory.csv, Changes.csv or Equivalents.csv of ONS's Code History Database (columns GEOGCD, GEOGNM,"
                        + " OPER_DATE …) or the ZIP file of it, the Register of Geographic Codes (Entity code, Entity name"
                        + " …), a lookup from wards to the areas above (WD25CD, LAD25CD …), or one from small areas to"
                        + " wards (LSOA21CD, WD25CD …).";
            case PARTIES ->
                "give a CSV file with a column of identifiers (Electoral Commission ID or ECRef) and one of names"
                        + " (MNIS name or RegulatedEntityName).";
            case CENSUS ->
                "give a table of Nomis (columns date, geography, geography code and one for each measure), or one with a row"
                        + " for each figure (area_code, a category, value).";
            case COMPOSITION ->
                "give a CSV table of sitting councillors with the columns Council, Ward Name, Councillor Name, Party Name and,"
                        + " where you have them, Electoral Commission Party Code, Ward Code, Next Election and As At; or"
                        + " a table of who controls councils with the columns Authority, Year, Majority and the parties' seats.";
            case NOTIONAL ->
                "give a CSV table of notional results with the columns Council, Polling Day, Notional For, Ward Name, Party Name,"
                        + " Seats and Source and, where you have them, Ward Code, Electoral Commission Party Code, Votes,"
                        + " Source URL and Published.";
            case BOUNDARIES, HEXAGONS -> "give GeoJSON or a GeoPackage.";
            case POSTCODES -> "give ONS's Postcode Directory.";
        };
    }
}
