package uk.declared.reference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.geometry.HexLayout;

/** A kind of reference data that can be imported, and how its files are read. */
public enum ReferenceKind {
    /** Areas: their names, dates, parents and successors. */
    GEOGRAPHY(
            "geography",
            "areas",
            "ChangeHistory.csv, Changes.csv or Equivalents.csv of ONS's Code History Database (columns GEOGCD, GEOGNM,"
                    + " OPER_DATE …) or the ZIP file of it, the Register of Geographic Codes (Entity code, Entity name"
                    + " …), a lookup from wards to the areas above (WD25CD, LAD25CD …), or one from small areas to"
                    + " wards (LSOA21CD, WD25CD …)",
            KnownTable.firstOf(
                    KnownTable.one(CodeHistory::recognises, CodeHistory::read),
                    KnownTable.one(AreaChanges::recognises, AreaChanges::read),
                    KnownTable.one(AreaEquivalents::recognises, AreaEquivalents::read),
                    KnownTable.one(EntityRegister::recognises, EntityRegister::read),
                    KnownTable.one(AreaTable::recognises, AreaTable::read),
                    KnownTable.one(AreaBestFit::recognises, AreaBestFit::read),
                    KnownTable.one(AreaLookup::recognises, AreaLookup::read))),

    /** Where areas are: their boundaries. */
    BOUNDARIES(
            "boundaries",
            "areas",
            "GeoJSON or a GeoPackage, or a layout of hexagons as HexJSON",
            (file, name) -> List.of(
                    HexLayout.isNamed(name) ? HexLayoutRelease.read(file, name) : BoundaryRelease.read(file, name))),

    /** The register of political parties. */
    PARTIES(
            "parties",
            "parties",
            "a CSV file with a column of identifiers (Electoral Commission ID or ECRef) and one of names"
                    + " (MNIS name or RegulatedEntityName)",
            KnownTable.firstOf(KnownTable.one(PartyRegistrations::recognises, PartyRegistrations::read))),

    /** Counts of people and households by area. */
    CENSUS(
            "census",
            "areas",
            "a table of Nomis (columns date, geography, geography code and one for each measure), or one with a row"
                    + " for each figure (area_code, a category, value)",
            KnownTable.firstOf(
                    new KnownTable(CensusTable::recognises, (table, file) -> List.of(CensusTable.read(table, file))))),

    /** Who sits on councils: tables of sitting councillors. */
    COMPOSITION(
            "composition",
            "councils",
            "a CSV table of sitting councillors with the columns Council, Ward Name, Councillor Name, Party Name and,"
                    + " where you have them, Electoral Commission Party Code, Ward Code, Next Election and As At; or"
                    + " a table of who controls councils with the columns Authority, Year, Majority and the parties' seats",
            KnownTable.firstOf(
                    KnownTable.one(ControlTable::recognises, ControlTable::read),
                    new KnownTable(CompositionTable::recognises, CompositionTable::read))),

    /** How earlier elections would have gone in wards that are new, as somebody reckons. */
    NOTIONAL(
            "notional",
            "areas",
            "a CSV table of notional results with the columns Council, Polling Day, Notional For, Ward Name, Party Name,"
                    + " Seats and Source and, where you have them, Ward Code, Electoral Commission Party Code, Votes,"
                    + " Source URL and Published",
            KnownTable.firstOf(new KnownTable(NotionalTable::recognises, (table, file) -> NotionalTable.read(table)))),

    /** Which ward a postcode lies in; kept in a file of its own, of which the store says only that it is there. */
    POSTCODES(
            "postcodes",
            "areas",
            "ONS's Postcode Directory, as ZIP or CSV",
            (file, name) -> List.of(PostcodeRelease.read(file, name))),

    /** Layouts of hexagons that stand in for maps; they are imported as boundaries are. */
    HEXAGONS("hexagons", "areas", BOUNDARIES.files, (file, name) -> List.of(HexLayoutRelease.read(file, name)));

    /** Reads a file of a kind completely. */
    interface FileReader {
        /** @return its tables; none where it is no file that is known */
        List<ReferenceRelease> read(Path file, String name) throws UnreadableReferenceException;
    }

    private final String notation;
    private final String described;
    private final String files;
    private final FileReader reader;

    ReferenceKind(String notation, String described, String files, FileReader reader) {
        this.notation = notation;
        this.described = described;
        this.files = files;
        this.reader = reader;
    }

    /** The word for it on the command line, in the record and in URIs. */
    public String notation() {
        return notation;
    }

    /** The data set in which results describe the same things, as far as they name them. */
    public String described() {
        return described;
    }

    /** Which files are known, in words that follow on “give”. */
    public String files() {
        return files;
    }

    FileReader reader() {
        return reader;
    }

    /** Whether one file may hold several releases, which are told apart by their names. */
    public boolean holdsSeveral() {
        return this == COMPOSITION || this == NOTIONAL;
    }

    /** Those that a person asks for by their words; layouts of hexagons are asked for as boundaries. */
    public static List<ReferenceKind> askedFor() {
        return Stream.of(values()).filter(kind -> kind != HEXAGONS).toList();
    }

    /** The kind of this word. */
    public static Optional<ReferenceKind> of(String notation) {
        return Arrays.stream(values())
                .filter(kind -> kind.notation.equals(notation))
                .findFirst();
    }
}
