package uk.declared.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.declared.geometry.HexLayout;

/** Reads files of reference data, each recognised by its headings. */
public final class ReferenceImporter {
    /** Rises when what is made from a file changes. */
    public static final String VERSION = "2";

    private static final Pattern DAY_OF_RELEASE = Pattern.compile("(-before)?-\\d{4}-\\d\\d-\\d\\d$");

    /** What is a table, in the order in which it is looked at: the first that is recognised is what a file is. */
    private static final List<Known> KNOWN = List.of(
            Known.one(ReferenceKind.GEOGRAPHY, CodeHistory::recognises, CodeHistory::read),
            Known.one(ReferenceKind.GEOGRAPHY, AreaChanges::recognises, AreaChanges::read),
            Known.one(ReferenceKind.GEOGRAPHY, AreaEquivalents::recognises, AreaEquivalents::read),
            Known.one(ReferenceKind.GEOGRAPHY, EntityRegister::recognises, EntityRegister::read),
            Known.one(ReferenceKind.GEOGRAPHY, AreaTable::recognises, AreaTable::read),
            Known.one(ReferenceKind.GEOGRAPHY, AreaBestFit::recognises, AreaBestFit::read),
            Known.one(ReferenceKind.GEOGRAPHY, AreaLookup::recognises, AreaLookup::read),
            Known.one(ReferenceKind.PARTIES, PartyRegistrations::recognises, PartyRegistrations::read),
            new Known(
                    ReferenceKind.CENSUS,
                    CensusTable::recognises,
                    (table, file) -> List.of(CensusTable.read(table, file))),
            Known.one(ReferenceKind.COMPOSITION, ControlTable::recognises, ControlTable::read),
            new Known(ReferenceKind.COMPOSITION, CompositionTable::recognises, CompositionTable::read),
            new Known(ReferenceKind.NOTIONAL, NotionalTable::recognises, (table, file) -> NotionalTable.read(table)));

    private ReferenceImporter() {}

    /** A table of reference data: how it is told from others, and how it is read. */
    private record Known(ReferenceKind kind, Predicate<ReferenceTable> recognises, Reader reader) {
        /** One that makes one release, whatever the file is called. */
        static Known one(ReferenceKind kind, Predicate<ReferenceTable> recognises, OneReader reader) {
            return new Known(kind, recognises, (table, file) -> List.of(reader.read(table)));
        }
    }

    private interface Reader {
        List<? extends ReferenceRelease> read(ReferenceTable table, String file) throws UnreadableReferenceException;
    }

    private interface OneReader {
        ReferenceRelease read(ReferenceTable table) throws UnreadableReferenceException;
    }

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
            for (Known known : KNOWN) {
                if (known.kind == kind && known.recognises.test(table)) {
                    releases.addAll(known.reader.read(table, name));
                    break;
                }
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
